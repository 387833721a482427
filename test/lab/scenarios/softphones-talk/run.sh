# Two softphones talk for three seconds and alice hangs up, with all their media (baresip, G.711).
hosts caller callee
softphone callee bob 7
softphone caller alice 3 -e '/dial sip:bob@192.0.2.7'
