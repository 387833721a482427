# Of bob's three phones one is busy, one is answered, and the proxy cancels the third, saying why (Reason).
hosts caller proxy callee callee-2 gateway
proxy kamailio.cfg
answers callee answering-callee.xml
answers callee-2 cancelled-callee-behind-proxy.xml
answers gateway busy.xml
calls caller answered-caller.xml bob@example.com proxy
