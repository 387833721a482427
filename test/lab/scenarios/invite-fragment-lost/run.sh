# The second fragment of every INVITE is lost on the way (7 first fragments, no answer), while small OPTIONS get through.
hosts caller callee gateway
firewall caller 'type filter hook egress device eth0 priority 0' 'ip frag-off & 0x1fff != 0 drop'
pongs callee 5
pings gateway callee 5 10 &
calls caller caller.xml bob@example.com callee -max_invite_retrans 6
wait $!
