# A tenth of bob's voice gets lost behind the capture point, and alice's phone says so in its RTCP.
media_port=40010
hosts caller callee
firewall caller 'type filter hook input priority 0' 'udp dport 40010 numgen random mod 100 < 10 drop'
answers callee answering-callee.xml
talks caller callee --after 2.3 --seconds 10.1 --rtcp 2 --seed 69
talks callee caller --after 2.3 --seconds 10.1 --rtcp 2 --seed 70
calls caller answered-caller.xml bob@example.com callee -d 10400
