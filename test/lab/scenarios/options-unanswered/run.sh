# A gateway asks a dead proxy four times, six seconds apart, whether it is alive, while other hosts do talk.
hosts gateway proxy caller callee
deaf proxy
pongs callee 7
pings caller callee 7 9 &
calls gateway ping.xml proxy proxy -m 4 -l 4 -r 1 -rp 6s -max_retrans 12 -max_non_invite_retrans 12
wait $!
