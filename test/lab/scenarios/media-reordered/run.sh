# Two of a hundred of alice's packets change places on the way, and none is lost.
media_port=40010
hosts caller callee
answers callee answering-callee.xml
talks caller callee --after 2.3 --seconds 4 --swap 2 --seed 73
talks callee caller --after 2.3 --seconds 4 --seed 74
calls caller answered-caller.xml bob@example.com callee -d 4300
