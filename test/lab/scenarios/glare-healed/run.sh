# Both want to put the other on hold at the same time; bob tries again after 0.9 seconds, alice after 2.6 (491, then 200).
hosts caller callee
answers callee callee.xml
calls caller caller.xml bob@example.com callee
