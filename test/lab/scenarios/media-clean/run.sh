# Ten seconds of media both ways as a good network has them: a little jitter, two packets lost.
media_port=40010
hosts caller callee
answers callee answering-callee.xml
talks caller callee --after 2.3 --seconds 10 --jitter 8 --loss 0.3 --seed 23
talks callee caller --after 2.3 --seconds 10 --jitter 8 --seed 22
calls caller answered-caller.xml bob@example.com callee -d 10400
