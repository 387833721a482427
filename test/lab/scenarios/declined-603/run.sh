# Bob's phone rings and bob declines (180, 603).
hosts caller callee
answers callee callee.xml
calls caller refused-caller.xml bob@example.com callee
