# Bob is in another call (100, 486).
hosts caller callee
answers callee callee.xml
calls caller refused-caller.xml bob@example.com callee
