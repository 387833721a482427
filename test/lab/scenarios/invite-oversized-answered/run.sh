# An INVITE of two fragments goes over UDP and arrives (1300 bytes are the limit); the call is answered.
hosts caller callee
answers callee answering-callee.xml
calls caller caller.xml bob@example.com callee
