# Alice puts bob on hold, where music goes one way for three seconds, and takes him back.
media_port=40010
hosts caller callee
answers callee ../hold-and-resume/callee.xml
talks caller callee --after 2.3 --seconds 6.6 --seed 79
talks callee caller --after 2.3 --seconds 6.6 --pause 1.9-4.9 --seed 80
calls caller ../hold-and-resume/caller.xml bob@example.com callee
