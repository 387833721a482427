# Bob's phone needs 700 milliseconds to say 100, so the INVITE is sent twice; then all goes well.
hosts caller callee
answers callee callee.xml
calls caller answered-caller.xml bob@example.com callee
