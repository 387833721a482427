# The far network plays an announcement, then says that the callee is busy everywhere (100, 183, 600).
hosts caller proxy gateway
proxy kamailio.cfg
answers gateway gateway.xml
calls caller refused-caller.xml +12025550142@example.net proxy
