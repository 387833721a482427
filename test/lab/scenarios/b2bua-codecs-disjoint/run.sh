# Behind a back-to-back agent bob's phone refuses all codecs, and the agent hands that on (488 on both legs).
hosts caller proxy callee
b2bua callee
answers callee callee.xml
calls caller caller.xml bob@192.0.2.5 proxy
