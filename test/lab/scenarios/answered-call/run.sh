# Alice calls bob, bob answers, alice hangs up (100, 180, 200).
hosts caller callee
answers callee answering-callee.xml
calls caller answered-caller.xml bob@example.com callee
