# Media both ways without loss, and both phones tell so (RTCP SR).
media_port=40010
hosts caller callee
answers callee answering-callee.xml
talks caller callee --after 2.3 --seconds 4 --rtcp 1.3 --jitter 4 --seed 71
talks callee caller --after 2.3 --seconds 4 --rtcp 1.3 --jitter 4 --seed 72
calls caller answered-caller.xml bob@example.com callee -d 4300
