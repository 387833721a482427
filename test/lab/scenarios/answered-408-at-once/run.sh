# A gateway says 408 at once: it has waited for nobody.
hosts caller gateway
answers gateway gateway.xml
calls caller caller.xml +12025550142@example.net gateway
