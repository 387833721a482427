# A firewall lets no media out of bob's network: alice hears nothing for seven seconds and hangs up (baresip, G.711).
hosts caller callee
firewall callee 'type filter hook egress device eth0 priority 0' 'udp sport 40000-40009 drop'
softphone callee bob 11
softphone caller alice 7 -e '/dial sip:bob@192.0.2.7'
