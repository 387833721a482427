# Two proxies take each other for the one that knows bob, until the hops are used up (483).
hosts caller proxy gateway
proxy kamailio.cfg
proxy kamailio.cfg gateway
calls caller caller.xml bob@example.com proxy
