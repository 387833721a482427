# The registrar refuses alice's phone outright (REGISTER, 403).
hosts caller proxy
proxy kamailio.cfg
calls caller phone.xml alice@example.com proxy
