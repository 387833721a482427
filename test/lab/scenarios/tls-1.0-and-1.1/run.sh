# Calls over TLS 1.0 and 1.1, as old phones still make them.
hosts caller callee
secured_answers callee -cipher ALL:@SECLEVEL=0
secured_calls caller callee '-tls1 -cipher ECDHE-RSA-AES128-SHA:@SECLEVEL=0' '-tls1_1 -cipher AES256-SHA:@SECLEVEL=0 -no_etm'
