# Bob's phone rings for ten seconds and nobody picks it up (180, 480).
hosts caller callee
answers callee callee.xml
calls caller refused-caller.xml bob@example.com callee
