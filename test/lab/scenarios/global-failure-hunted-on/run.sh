# Bob declines for all devices (603), and the proxy rings his other phone all the same.
hosts caller proxy callee callee-2
proxy kamailio.cfg
answers callee callee.xml
answers callee-2 answering-callee.xml
calls caller answered-caller.xml bob@example.com proxy
