# Bob's phone wants longer sessions, and alice's agrees (422, 100, 180, 200).
hosts caller callee
answers callee callee.xml
calls caller caller.xml bob@example.com callee
