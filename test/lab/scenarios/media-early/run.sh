# The far network plays its own ringing tone (183 with SDP), and goes on from the same socket when it is answered.
media_port=40010
hosts caller gateway
answers gateway ../early-media-then-answer/gateway.xml
talks gateway caller --after 0.75 --seconds 5.8 --seed 85
talks caller gateway --after 3.8 --seconds 2.7 --seed 86
calls caller answered-caller.xml +12025550142@example.net gateway
