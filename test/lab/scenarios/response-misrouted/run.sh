# The router gives alice's phone another port, the server answers to the port in the Via in spite of rport, and nothing arrives.
hosts router gateway
phone_behind_router 62060
deaf router
answers gateway gateway.xml -rsa "$(address router):5060"
calls phone phone.xml +12025550142@example.net gateway -max_retrans 12 -max_non_invite_retrans 12
