# INVITEs of more than 1300 bytes do not get through the far tunnel, smaller OPTIONS do (7 INVITEs, no answer).
hosts caller callee gateway
deaf callee 'meta length > 1300'
pongs callee 5
pings gateway callee 5 10 &
calls caller caller.xml bob@example.com callee -max_invite_retrans 6
wait $!
