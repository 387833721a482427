# Calls over TLS 1.2, each with another cipher suite: GCM, ChaCha20, CCM, CBC with and without encrypt-then-MAC.
hosts caller callee
secured_answers callee -tls1_2 -cipher ALL:@SECLEVEL=0
secured_calls caller callee \
  '-tls1_2 -cipher ECDHE-RSA-AES128-GCM-SHA256' \
  '-tls1_2 -cipher ECDHE-RSA-AES256-GCM-SHA384' \
  '-tls1_2 -cipher ECDHE-RSA-CHACHA20-POLY1305' \
  '-tls1_2 -cipher DHE-RSA-AES128-CCM8' \
  '-tls1_2 -cipher AES256-CCM' \
  '-tls1_2 -cipher ECDHE-RSA-AES128-SHA' \
  '-tls1_2 -cipher AES256-SHA256 -no_etm' \
  '-tls1_2 -cipher ECDHE-RSA-AES256-SHA384'
