# Bob puts alice on hold and takes her back, through a proxy that stays in the path (re-INVITE from the callee).
hosts caller proxy callee
proxy kamailio.cfg
answers callee callee.xml
calls caller caller.xml bob@example.com proxy
