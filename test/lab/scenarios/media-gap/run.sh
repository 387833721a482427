# A firewall takes away three seconds of bob's voice in the middle of the call; his numbers go on.
media_port=40010
hosts caller callee
answers callee answering-callee.xml
talks caller callee --after 2.3 --seconds 8 --seed 57
talks callee caller --after 2.3 --seconds 8 --gap 3-6 --seed 58
calls caller answered-caller.xml bob@example.com callee -d 8300
