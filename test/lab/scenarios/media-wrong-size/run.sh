# Bob's packets hold 25 ms of sound each (200 bytes of G.711), while they come every 20 ms and their timestamps say 20 ms.
media_port=40010
hosts caller callee
answers callee answering-callee.xml
talks caller callee --after 2.3 --seconds 3 --seed 110
talks callee caller --after 2.3 --seconds 3 --size 200 --seed 111
calls caller answered-caller.xml bob@example.com callee -d 3300
