# Alice gives up while bob's phone rings (180, CANCEL, 487).
hosts caller callee
answers callee cancelled-callee.xml
calls caller caller.xml bob@example.com callee
