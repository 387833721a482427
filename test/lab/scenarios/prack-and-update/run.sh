# The 183 is acknowledged and the media changed before the answer, through a proxy (PRACK, UPDATE, 200).
hosts caller proxy gateway
proxy kamailio.cfg
answers gateway gateway.xml
calls caller caller.xml +12025550142@example.net proxy
