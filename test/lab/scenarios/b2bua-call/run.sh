# A back-to-back agent stands between alice and bob: two legs, two Call-IDs (Sippy B2BUA).
hosts caller proxy callee
b2bua callee
answers callee callee.xml
calls caller caller.xml bob@192.0.2.5 proxy
