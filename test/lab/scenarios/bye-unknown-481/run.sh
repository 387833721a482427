# Alice hangs up with a To tag that nobody gave her (BYE, 481).
hosts caller callee
answers callee callee.xml
calls caller caller.xml bob@example.com callee
