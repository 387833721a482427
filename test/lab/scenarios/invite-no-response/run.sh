# Bob's phone never says anything (7 INVITEs in 32 seconds), while other hosts do talk.
hosts caller callee proxy gateway
answers callee callee.xml
pongs proxy 5
pings gateway proxy 5 10 &
calls caller caller.xml bob@example.com callee -max_invite_retrans 6
wait $!
