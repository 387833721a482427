# The answer has no telephone-event, and the digit that alice's phone sends in an INFO is refused (415).
hosts caller callee
answers callee callee.xml
calls caller caller.xml bob@example.com callee
