# The answered call over TCP.
hosts caller callee
answers callee answering-callee.xml -t t1
calls caller answered-caller.xml bob@example.com callee -t t1
