# The reliable 183 is never acknowledged with PRACK, and the gateway gives up after 31 seconds (183 six times, 500).
hosts caller gateway
answers gateway gateway.xml
calls caller caller.xml +12025550142@example.net gateway
