# The telephone network knows no such number (404 with Q.850 cause 1).
hosts caller gateway
answers gateway gateway.xml
calls caller refused-caller.xml +12025550142@example.net gateway
