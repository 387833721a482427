# The provider does not let alice call with this number (403).
hosts caller gateway
answers gateway gateway.xml
calls caller caller.xml +12025550142@example.net gateway
