# The proxy asks for a password and gets it (407, then 100, 180, 200).
hosts caller proxy callee
proxy kamailio.cfg
answers callee answering-callee.xml
calls caller caller.xml bob@example.com proxy -auth_uri bob@example.com
