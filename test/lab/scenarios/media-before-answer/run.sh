# Bob's media comes for a second before his 200, without a word of SDP from him until then (100, 200).
media_port=40010
hosts caller callee
says callee '/milliseconds="150"/,/milliseconds="2000"/ { /2000/!d; s/2000/2150/ }'      # it does not ring
answers callee answering-callee.xml
talks caller callee --after 2.3 --seconds 4 --seed 55
talks callee caller --after 1.1 --seconds 5.2 --seed 56
calls caller answered-caller.xml bob@example.com callee -d 4300
