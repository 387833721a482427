# A second after alice hung up, media of her next call to bob goes through the same ports.
media_port=40010
hosts caller callee
says callee '/milliseconds="150"/,/milliseconds="2000"/ { /2000/!d; s/2000/500/ }'      # it does not ring
answers callee answering-callee.xml -m 2
talks caller callee --after 0.7 --seconds 2.6 --seed 89
talks callee caller --after 0.7 --seconds 2.6 --seed 90
calls caller answered-caller.xml bob@example.com callee
talks caller callee --after 0.9 --seconds 2.4 --seed 91
talks callee caller --after 0.9 --seconds 2.4 --seed 92
calls caller answered-caller.xml bob@example.com callee
