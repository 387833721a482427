# Alice's phone is behind a router and names its private address as Contact, so the proxy cannot deliver bob's BYE (477).
hosts router proxy callee
phone_behind_router
proxy kamailio.cfg
answers callee callee.xml
calls phone caller.xml bob@example.com proxy
