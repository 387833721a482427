# The same through a proxy that stays in the path (Record-Route).
hosts caller proxy callee
proxy kamailio.cfg
answers callee answering-callee.xml
calls caller answered-caller.xml bob@example.com proxy
