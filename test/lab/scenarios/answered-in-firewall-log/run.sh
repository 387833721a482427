# The answered call, as the firewall of bob's host logs it (NFLOG).
capture_in=callee
capture_on=nflog:5
hosts caller callee
firewall callee 'type filter hook input priority 0' 'udp dport 5060 log prefix "sip-in " group 5'
firewall callee 'type filter hook output priority 0' 'udp sport 5060 log prefix "sip-out " group 5'
answers callee answering-callee.xml
calls caller answered-caller.xml bob@example.com callee
