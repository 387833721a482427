# The proxy asks for a password and alice's phone has none (407, then nothing).
hosts caller proxy gateway
proxy kamailio.cfg
calls caller refused-caller.xml bob@example.com proxy
pings gateway proxy 3 4      # so that the capture goes on and shows that nothing follows
