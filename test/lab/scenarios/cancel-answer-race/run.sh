# Alice cancels while the answer is on its way (CANCEL and 200 cross; ACK, BYE).
hosts caller callee
answers callee callee.xml
calls caller caller.xml bob@example.com callee
