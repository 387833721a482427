# After two seconds alice goes over to a payload type that bob did not list.
media_port=40010
hosts caller callee
answers callee answering-callee.xml
talks caller callee --after 2.3 --seconds 4 --payload-later 97@2 --seed 45
talks callee caller --after 2.3 --seconds 4 --seed 46
calls caller answered-caller.xml bob@example.com callee -d 4300
