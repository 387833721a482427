# The gateway says 100 and then nothing for 35 seconds; alice cancels.
hosts caller gateway
answers gateway gateway.xml
calls caller caller.xml +12025550142@example.net gateway
