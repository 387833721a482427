# Alice's phone offers encrypted media, bob's answers with plain media (RTP/SAVP, RTP/AVP); alice hears nothing and hangs up.
hosts caller callee
answers callee answering-callee.xml
calls caller caller.xml bob@example.com callee
