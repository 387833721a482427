# Alice's phone sends each digit twice at the same time: as telephone-event and in INFO.
media_port=40010
hosts caller callee
answers callee callee.xml
talks caller callee --after 2.3 --seconds 2.6 --digits '42#' --seed 96
talks callee caller --after 2.3 --seconds 2.6 --seed 97
calls caller caller.xml bob@example.com callee
