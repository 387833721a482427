# Two calls over TLS, of which only the second one's secrets are at hand.
hosts caller callee
secured_answers callee -tls1_3
secured_calls caller callee '-tls1_3'
rm "$work/keylog"
secured_calls caller callee '-tls1_3'
