# Alice talks to bob and transfers him to carol, with whom he talks from other ports.
hosts caller callee callee-2
media_port=40020
answers callee-2 ../blind-transfer/carol.xml
talks callee callee-2 --after 6.8 --seconds 2.6 --seed 81
talks callee-2 callee --after 2.3 --seconds 2.6 --seed 82
media_port=40010
answers callee ../blind-transfer/callee.xml
talks caller callee --after 2.3 --seconds 1.7 --seed 83
talks callee caller --after 2.3 --seconds 1.7 --seed 84
{ sleep 4.4; media_port=40020; calls callee ../blind-transfer/transferred.xml carol@example.com callee-2 -p 5062 -mp 40030; } &
transferred=$!
calls caller ../blind-transfer/caller.xml bob@example.com callee
wait $transferred
