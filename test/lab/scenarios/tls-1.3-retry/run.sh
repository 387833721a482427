# Calls over TLS 1.3: the server wants another key share first (HelloRetryRequest), also of a client that sends early data.
hosts caller callee
secured_answers callee -tls1_3 -groups P-384 -early_data -max_early_data 16384 -no_anti_replay
secured_calls caller callee \
  "-tls1_3 -groups X25519:P-384 -sess_out $work/session" \
  "-tls1_3 -groups X25519:P-384 -sess_in $work/session"
