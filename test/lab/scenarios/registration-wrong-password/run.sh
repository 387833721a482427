# Alice's phone registers with the wrong password (401, 401).
hosts caller proxy
proxy kamailio.cfg
calls caller phone.xml alice@example.com proxy -auth_uri example.com
