# Two proxies take each other for the one that knows bob; the first notices its own Via (482).
hosts caller proxy gateway
proxy kamailio.cfg
proxy kamailio.cfg gateway
calls caller caller.xml bob@example.com proxy
