# The 183 is sent reliably and acknowledged (100rel, PRACK).
hosts caller gateway
answers gateway gateway.xml
calls caller caller.xml +12025550142@example.net gateway
