# Nobody listens on bob's port, and his host says so (7 INVITEs, 7 ICMP port unreachable).
hosts caller callee proxy gateway
pongs proxy 5
pings gateway proxy 5 10 &
calls caller caller.xml bob@example.com callee -max_invite_retrans 6
wait $!
