# Bob's re-INVITE meets one of alice's that he has not answered yet (491); his next one, 1.5 seconds later, succeeds.
hosts caller callee
answers callee callee.xml
calls caller caller.xml bob@example.com callee
