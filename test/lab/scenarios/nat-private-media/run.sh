# Alice's phone is behind a router and names its private address for the media (SDP c=10.0.0.5), though nowhere else.
hosts router proxy callee
phone_behind_router
proxy kamailio.cfg
answers callee answering-callee.xml
calls phone caller.xml bob@example.com proxy
