# Alice asks for another codec in a re-INVITE, and both go over to it a fifth of a second later.
media_port=40010
hosts caller callee
answers callee callee.xml
talks caller callee --after 2.3 --seconds 3.7 --payload-later 0@2.08 --seed 98
talks callee caller --after 2.3 --seconds 3.7 --payload-later 0@2.08 --seed 99
calls caller caller.xml bob@example.com callee
