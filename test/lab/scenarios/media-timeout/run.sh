# Bob's media stops after three seconds; ten seconds later alice's phone hangs up by itself and says so (Reason).
media_port=40010
hosts caller callee
answers callee answering-callee.xml
says caller '/BYE \[next_url\]/,/User-Agent/ s/User-Agent/Reason: SIP;cause=200;text="RTP timeout"\n      User-Agent/'
talks caller callee --after 2.3 --seconds 12.8 --seed 51
talks callee caller --after 2.3 --seconds 3 --stay 18 --seed 52
calls caller answered-caller.xml bob@example.com callee -d 13250
