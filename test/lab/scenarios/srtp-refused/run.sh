# Alice's softphone insists on encrypted media and bob's has none (RTP/SAVP, 488; baresip).
hosts caller callee
softphone callee bob 6
SOFTPHONE=';regint=0;mediaenc=srtp-mand' softphone caller alice 3 -e '/dial sip:bob@192.0.2.7'
