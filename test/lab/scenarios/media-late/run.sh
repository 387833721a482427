# Bob's media begins two and a half seconds after his 200; alice's at once.
media_port=40010
hosts caller callee
answers callee answering-callee.xml
talks caller callee --after 2.3 --seconds 8.5 --seed 53
talks callee caller --after 4.65 --seconds 6.1 --seed 54
calls caller answered-caller.xml bob@example.com callee -d 8800
