# The call is made without SDP: the offer comes with the 200, the answer with the ACK.
hosts caller callee
answers callee callee.xml
calls caller caller.xml bob@example.com callee
