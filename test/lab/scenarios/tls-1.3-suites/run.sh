# Calls over TLS 1.3, each with another cipher suite, in a pcapng file that has the secrets in it.
hosts caller callee
secrets_inside
secured_answers callee -tls1_3 -ciphersuites TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:TLS_AES_128_CCM_SHA256:TLS_AES_128_CCM_8_SHA256
secured_calls caller callee \
  '-tls1_3 -ciphersuites TLS_AES_128_GCM_SHA256' \
  '-tls1_3 -ciphersuites TLS_AES_256_GCM_SHA384' \
  '-tls1_3 -ciphersuites TLS_CHACHA20_POLY1305_SHA256' \
  '-tls1_3 -ciphersuites TLS_AES_128_CCM_SHA256' \
  '-tls1_3 -ciphersuites TLS_AES_128_CCM_8_SHA256'
