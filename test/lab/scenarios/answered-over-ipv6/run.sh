# The answered call over IPv6.
ip_version=6
hosts caller callee
answers callee answering-callee.xml
calls caller answered-caller.xml bob@example.com callee
