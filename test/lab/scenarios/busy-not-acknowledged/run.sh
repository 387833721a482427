# Alice's phone does not acknowledge bob's refusal, which is repeated for 32 seconds (486, eleven times).
hosts caller callee proxy gateway
answers callee callee.xml
calls caller caller.xml bob@example.com callee
pongs proxy 2
pings gateway proxy 2 2      # so that the capture goes on and shows that nothing follows
