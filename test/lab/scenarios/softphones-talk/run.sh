# Two softphones talk for two seconds and alice hangs up, with all their media (baresip, G.711).
hosts caller callee
softphone callee bob 6
softphone caller alice 2 -e '/dial sip:bob@192.0.2.7'
