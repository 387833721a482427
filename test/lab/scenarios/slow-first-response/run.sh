# Bob's phone needs 3.8 seconds to say 100 (3 retransmissions), then all goes well.
hosts caller callee
answers callee callee.xml
calls caller answered-caller.xml bob@example.com callee
