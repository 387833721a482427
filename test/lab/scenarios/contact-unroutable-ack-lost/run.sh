# Bob's phone names a private address, so the proxy cannot deliver alice's ACKs; the phone hangs up after 32 seconds.
hosts caller proxy callee
proxy kamailio.cfg
answers callee callee.xml
calls caller caller.xml bob@example.com proxy
