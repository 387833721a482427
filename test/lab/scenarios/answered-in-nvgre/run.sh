# The answered call, in Ethernet frames that GRE carries with a key.
hosts caller callee
overlay gre caller callee options:key=45
answers callee answering-callee.xml
calls caller answered-caller.xml bob@example.com callee
