# The answered call, in a network that VXLAN carries.
hosts caller callee
overlay vxlan caller callee
answers callee answering-callee.xml
calls caller answered-caller.xml bob@example.com callee
