# Bob's softphone registers, alice's calls him through the proxy, and bob's is switched off (baresip, G.711).
hosts caller proxy callee
proxy kamailio.cfg
SOFTPHONE=';auth_pass=lab-secret;outbound="sip:192.0.2.5";regint=60' softphone callee bob@example.com 6
sleep 1
SOFTPHONE=';outbound="sip:192.0.2.5";regint=0' softphone caller alice@example.com 3 -e '/dial sip:bob@example.com'
