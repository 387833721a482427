# Two gateways play their ringing tones to alice at once (183 with SDP); one is answered, the proxy cancels the other.
media_port=40010
hosts caller proxy callee callee-2
proxy ../forked-two-phones/kamailio.cfg
answers callee ../early-media-then-answer/gateway.xml
answers callee-2 callee-2.xml
talks callee caller --after 0.75 --seconds 5.3 --seed 93
talks callee-2 caller --after 0.75 --seconds 2.8 --seed 94
talks caller callee --after 3.8 --seconds 2.2 --seed 95
calls caller answered-caller.xml bob@example.com proxy -d 2500
