# Bob's phone forwards to another one, alice follows (302, then 100, 180, 200).
hosts caller callee callee-2
answers callee callee.xml
answers callee-2 answering-callee.xml
calls caller caller.xml bob@example.com callee
