# The gateway opens early media and then says that it rings (183 with SDP, 180 without, 200).
hosts caller gateway
answers gateway gateway.xml
calls caller answered-caller.xml +12025550142@example.net gateway
