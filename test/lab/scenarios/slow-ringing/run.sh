# The gateway says 100 at once, but needs nine seconds until the far phone rings.
hosts caller gateway
answers gateway gateway.xml
calls caller answered-caller.xml +12025550142@example.net gateway
