# Alice's phone registers (401, 200).
hosts caller proxy
proxy kamailio.cfg
calls caller phone.xml alice@example.com proxy -auth_uri example.com
