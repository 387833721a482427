# Nobody listens on bob's TCP port (SYN, RST, three times), while other hosts do talk.
hosts caller callee proxy gateway
for _ in 1 2 3; do calls caller answered-caller.xml bob@example.com callee -t t1 || sleep 2; done
pongs proxy 3
pings gateway proxy 3 2
