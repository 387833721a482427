# Calls over TLS 1.3: a session, the session resumed with its ticket, and again with a request sent as early data.
hosts caller callee
secured_answers callee -tls1_3 -early_data -max_early_data 16384 -no_anti_replay
secured_calls caller callee "-tls1_3 -sess_out $work/session" "-tls1_3 -sess_in $work/session" "-tls1_3 -sess_in $work/session +early"
