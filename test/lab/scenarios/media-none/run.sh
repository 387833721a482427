# Alice talks to carol; in her call to bob at the same phone firewalls on both sides let no media out, and she hangs up after six seconds.
hosts caller callee
media_port=40010
says callee 's/bob/carol/'
answers callee answering-callee.xml
talks caller callee --after 2.3 --seconds 2.7 --seed 47
talks callee caller --after 2.3 --seconds 2.7 --seed 48
calls caller answered-caller.xml carol@example.com callee
wait "${answering[0]}"
media_port=40020
firewall caller 'type filter hook egress device eth0 priority 0' 'udp sport 40020 drop'
firewall callee 'type filter hook egress device eth0 priority 0' 'udp sport 40020 drop'
says callee ''
answers callee answering-callee.xml
talks caller callee --after 2.3 --seconds 6 --seed 49
talks callee caller --after 2.3 --seconds 6 --seed 50
calls caller answered-caller.xml bob@example.com callee -d 6300
