# Alice's host refuses the media that comes to the port of her SDP (ICMP port unreachable); she hangs up after five and a half seconds.
media_port=40010
hosts caller callee
firewall caller 'type filter hook input priority 0' 'udp dport 40010 reject with icmp port-unreachable'
answers callee answering-callee.xml
talks caller callee --after 2.3 --seconds 5.4 --seed 37
talks callee caller --after 2.3 --seconds 5.4 --seed 38
calls caller answered-caller.xml bob@example.com callee -d 5700
