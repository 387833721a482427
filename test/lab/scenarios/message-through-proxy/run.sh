# Alice sends bob a text, and her phone asks his what it can do, through a proxy (MESSAGE, OPTIONS).
hosts caller proxy callee
proxy kamailio.cfg
answers callee callee.xml
calls caller caller.xml bob@example.com proxy
