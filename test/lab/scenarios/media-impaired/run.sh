# Alice's voice arrives with gaps, late and out of order; bob's is clean.
media_port=40010
hosts caller callee
answers callee answering-callee.xml
talks caller callee --after 2.3 --seconds 2.8 --loss 5 --jitter 60 --swap 4 --double 2 --seed 7
talks callee caller --after 2.3 --seconds 1 --seed 8
calls caller answered-caller.xml bob@example.com callee
