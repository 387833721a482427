# Alice's phone registers for five seconds and does not refresh; ten seconds later she cannot be called (480).
hosts caller proxy gateway
proxy kamailio.cfg
calls caller phone.xml alice@example.com proxy
sleep 10
calls gateway caller.xml alice@example.com proxy
