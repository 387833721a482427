# A call over TLS 1.3 whose keys change while it is up, and whose INVITE is longer than a record; the secrets are in the file.
hosts caller callee
secrets_inside
secured_answers callee -tls1_3
secured_calls caller callee '-tls1_3 +long +key-update'
