# Bob's phone is dead, and the proxy gives up after its five seconds (100, 408).
hosts caller proxy callee
deaf callee
proxy kamailio.cfg
calls caller caller.xml bob@example.com proxy
