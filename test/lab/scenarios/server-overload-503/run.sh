# A gateway refuses twelve calls in six seconds for lack of circuits (503).
hosts caller gateway
answers gateway gateway.xml -m 12
calls caller refused-caller.xml +12025550142@example.net gateway -m 12 -r 2
