# Bob's clock is two percent fast: his packets come every 19.6 ms.
media_port=40010
hosts caller callee
answers callee answering-callee.xml
talks caller callee --after 2.3 --seconds 10.6 --seed 63
talks callee caller --after 2.3 --seconds 10.9 --drift 20000 --seed 64
calls caller answered-caller.xml bob@example.com callee -d 11000
