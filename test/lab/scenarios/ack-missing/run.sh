# Bob answers, alice's ACK never comes, bob's phone hangs up after 32 seconds.
hosts caller callee
answers callee callee.xml
calls caller caller.xml bob@example.com callee
