# Bob sends to a port that alice's SDP does not name, where nobody answers; alice hangs up after five and a half seconds.
media_port=40010
hosts caller callee
deaf caller 'udp dport 40014'
answers callee answering-callee.xml
talks caller callee --after 2.3 --seconds 5.4 --seed 35
talks callee caller --after 2.3 --seconds 5.4 --to "$(address caller):40014" --seed 36
calls caller answered-caller.xml bob@example.com callee -d 5700
