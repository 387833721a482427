# The refresh of a session is refused, and the call ends (re-INVITE with Session-Expires, 500, BYE).
hosts caller callee
answers callee callee.xml
calls caller caller.xml bob@example.com callee
