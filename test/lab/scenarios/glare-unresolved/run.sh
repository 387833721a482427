# Both want to put the other on hold at the same time, three times, always a second later (re-INVITE, 491 on both sides).
hosts caller callee
answers callee callee.xml
calls caller caller.xml bob@example.com callee
