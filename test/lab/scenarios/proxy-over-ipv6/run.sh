# The answered call through a proxy over IPv6.
ip_version=6
hosts caller proxy callee
proxy kamailio.cfg
answers callee answering-callee.xml
calls caller answered-caller.xml bob@example.com proxy
