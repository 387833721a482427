# Bob's phone loses its power while it rings: alice hangs up, her CANCEL is sent eleven times, and nobody answers.
hosts caller callee proxy gateway
answers callee callee.xml
pongs proxy 5
pings gateway proxy 5 11 &
pings=$!
calls caller caller.xml bob@example.com callee -max_retrans 12 -max_non_invite_retrans 12 &
call=$!
sleep 2
deaf callee
wait $call
wait $pings
