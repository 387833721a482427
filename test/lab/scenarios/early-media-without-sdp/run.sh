# The gateway promises early media but sends no SDP, then fails (183, 503).
hosts caller gateway
answers gateway gateway.xml
calls caller refused-caller.xml +12025550142@example.net gateway
