# Alice's phone registers for 20 seconds, refreshes after 10, and is switched off (401, 200; 200; Expires 0, 200).
hosts caller proxy
proxy kamailio.cfg
calls caller phone.xml alice@example.com proxy -auth_uri example.com
