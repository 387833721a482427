# After two seconds bob's media comes from another source (SSRC), and nothing was signalled.
media_port=40010
hosts caller callee
answers callee answering-callee.xml
talks caller callee --after 2.3 --seconds 4 --seed 65
talks callee caller --after 2.3 --seconds 4 --ssrc-change-at 2 --seed 66
calls caller answered-caller.xml bob@example.com callee -d 4300
