# Bob's packets wait for up to 180 ms on the way, each for itself: a jitter of 60 ms, for ten seconds.
media_port=40010
hosts caller callee
answers callee answering-callee.xml
talks caller callee --after 2.3 --seconds 10.4 --seed 33
talks callee caller --after 2.3 --seconds 10.4 --jitter 180 --seed 133
calls caller answered-caller.xml bob@example.com callee -d 10900
