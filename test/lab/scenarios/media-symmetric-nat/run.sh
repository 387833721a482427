# Alice's phone, behind a router, names its private address in the SDP, and bob answers to where her voice comes from.
media_port=40010
hosts router callee
phone_behind_router
answers callee answering-callee.xml
talks phone callee --after 2.3 --seconds 4 --seed 41
talks callee phone --symmetric --after 2.3 --seconds 4 --seed 42
says phone 's/milliseconds="4000"/milliseconds="4300"/'
calls phone ../nat-private-media/caller.xml bob@example.com callee
