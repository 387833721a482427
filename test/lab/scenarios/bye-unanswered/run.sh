# Bob's phone loses its power during the call: alice's BYE is sent eleven times, and nobody answers.
hosts caller callee proxy gateway
answers callee callee.xml
pongs proxy 5
pings gateway proxy 5 11 &
calls caller caller.xml bob@example.com callee -max_retrans 12 -max_non_invite_retrans 12
wait $!
