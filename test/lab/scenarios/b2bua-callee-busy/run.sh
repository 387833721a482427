# Behind a back-to-back agent bob is in another call (486 on both legs).
hosts caller proxy callee
b2bua callee
answers callee callee.xml
calls caller refused-caller.xml bob@192.0.2.5 proxy
