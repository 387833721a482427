# Alice's phone, behind a router, names its private address in the SDP, and bob sends to it: what he says gets lost on the way.
media_port=40010
hosts router callee gateway
phone_behind_router
on gateway sysctl -q -w net.ipv4.ip_forward=0
on callee ip route add default via "$(address gateway)"
answers callee answering-callee.xml
talks phone callee --after 2.3 --seconds 5.4 --seed 39
talks callee phone --after 2.3 --seconds 5.4 --seed 40
says phone 's/milliseconds="4000"/milliseconds="5700"/'
calls phone ../nat-private-media/caller.xml bob@example.com callee
