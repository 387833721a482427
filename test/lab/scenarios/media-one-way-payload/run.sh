# Bob sends with a payload type that neither SDP lists; alice hangs up after five and a half seconds.
media_port=40010
hosts caller callee
answers callee answering-callee.xml
talks caller callee --after 2.3 --seconds 5.4 --seed 43
talks callee caller --after 2.3 --seconds 5.4 --payload 96 --seed 44
calls caller answered-caller.xml bob@example.com callee -d 5700
