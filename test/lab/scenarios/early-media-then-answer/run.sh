# The far network plays its own ringing tone, then the call is answered (183 with SDP, 200).
hosts caller proxy gateway
proxy kamailio.cfg
answers gateway gateway.xml
calls caller answered-caller.xml +12025550142@example.net proxy
