# Calls over TLS 1.2 on sessions that are resumed, by ticket and by id, and on one that is renegotiated while the call is up.
hosts caller callee
secured_answers callee -tls1_2 -client_renegotiation
secured_calls caller callee \
  "-tls1_2 -sess_out $work/ticket" \
  "-tls1_2 -sess_in $work/ticket" \
  "-tls1_2 -no_ticket -sess_out $work/id" \
  "-tls1_2 -no_ticket -sess_in $work/id" \
  '-tls1_2 -legacy_server_connect +renegotiate'
