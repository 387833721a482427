# Alice's phone sends nothing but comfort noise while she is silent (RFC 3389), and both phones know it.
media_port=40010
hosts caller callee
for phone in caller callee; do says $phone 's/\(m=audio.*\) 101/\1 13 101/'; done
answers callee answering-callee.xml
talks caller callee --after 2.3 --seconds 9 --pause 1.5-4.2 --pause 5-7.6 --comfort-noise --seed 77
talks callee caller --after 2.3 --seconds 9 --seed 78
calls caller answered-caller.xml bob@example.com callee -d 9300
