# Both of bob's phones ring, one answers, the proxy cancels the other.
hosts caller proxy callee callee-2
proxy kamailio.cfg
answers callee answering-callee.xml
answers callee-2 cancelled-callee-behind-proxy.xml
calls caller answered-caller.xml bob@example.com proxy
