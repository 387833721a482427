# Alice is muted: her phone goes on sending silence.
media_port=40010
hosts caller callee
answers callee answering-callee.xml
talks caller callee --after 2.3 --seconds 4 --silence --seed 75
talks callee caller --after 2.3 --seconds 4 --seed 76
calls caller answered-caller.xml bob@example.com callee -d 4300
