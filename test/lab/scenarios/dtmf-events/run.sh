# Alice talks and types 42#, which her phone sends as telephone-events.
media_port=40010
hosts caller callee
answers callee answering-callee.xml
talks caller callee --after 2.3 --seconds 2.8 --digits '42#' --seed 9
talks callee caller --after 2.3 --seconds 1 --seed 8
calls caller answered-caller.xml bob@example.com callee
