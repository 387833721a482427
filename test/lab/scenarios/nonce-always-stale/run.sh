# The registrar's nonces live for one second, the phone needs two: every answer is stale (401, stale=true, four times).
hosts caller proxy
proxy kamailio.cfg
calls caller phone.xml alice@example.com proxy -auth_uri example.com
