# The registrar grants five seconds, alice's phone refreshes after eight.
hosts caller proxy
proxy kamailio.cfg
calls caller phone.xml alice@example.com proxy
