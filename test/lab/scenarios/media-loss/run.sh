# Of alice's voice one packet of twenty gets lost on the way, for ten seconds; bob's comes whole.
media_port=40010
hosts caller callee
answers callee answering-callee.xml
talks caller callee --after 2.3 --seconds 10.4 --loss 5 --seed 31
talks callee caller --after 2.3 --seconds 10.4 --seed 32
calls caller answered-caller.xml bob@example.com callee -d 10700
