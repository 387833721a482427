# Alice calls carol, whom the registrar does not know (404 at once).
hosts caller proxy
proxy kamailio.cfg
calls caller refused-caller.xml carol@example.com proxy
