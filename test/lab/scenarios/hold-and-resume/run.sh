# Alice puts bob on hold and takes him back (re-INVITE sendonly, sendrecv).
hosts caller callee
answers callee callee.xml
calls caller caller.xml bob@example.com callee
