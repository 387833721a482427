# The answered call, in a network that GENEVE carries.
hosts caller callee
overlay geneve caller callee options:key=44
answers callee answering-callee.xml
calls caller answered-caller.xml bob@example.com callee
