# In the call alice's phone wants G.729, bob's refuses, and the call goes on as before (re-INVITE, 488).
hosts caller callee
answers callee callee.xml
calls caller caller.xml bob@example.com callee
