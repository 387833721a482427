# Bob's phone forwards to another one, alice does not follow (302, then nothing).
hosts caller callee gateway proxy
answers callee callee.xml
calls caller refused-caller.xml bob@example.com callee
pongs proxy 3
pings gateway proxy 3 4      # so that the capture goes on and shows that nothing follows
