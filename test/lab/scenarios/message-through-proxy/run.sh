# Alice sends bob a text, and her phone asks his what it can do, through a proxy (MESSAGE, OPTIONS).
hosts caller proxy callee
proxy kamailio.cfg
answers callee callee.xml
calls caller texter.xml bob@example.com proxy
wait "${answering[0]}"
answers callee pong.xml
calls caller asker.xml bob@example.com proxy
