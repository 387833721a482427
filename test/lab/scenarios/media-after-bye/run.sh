# Bob's phone sends on for seven seconds after alice hung up and it said 200.
media_port=40010
hosts caller callee
answers callee answering-callee.xml
talks caller callee --after 2.3 --seconds 2.7 --stay 16 --seed 59
talks callee caller --after 2.3 --seconds 10.2 --seed 60
calls caller answered-caller.xml bob@example.com callee -d 3000
