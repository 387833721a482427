# The timestamps of bob's packets step as for 30 ms, and each comes after 20 ms with 20 ms of sound.
media_port=40010
hosts caller callee
answers callee answering-callee.xml
talks caller callee --after 2.3 --seconds 4 --seed 61
talks callee caller --after 2.3 --seconds 4 --step 240 --seed 62
calls caller answered-caller.xml bob@example.com callee -d 4300
