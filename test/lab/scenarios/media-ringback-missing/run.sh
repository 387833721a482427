# The far network opens early media and plays nothing for four seconds; with the answer its media begins.
media_port=40010
hosts caller gateway
says gateway 's/milliseconds="3000"/milliseconds="4000"/'
answers gateway ../early-media-then-answer/gateway.xml
talks gateway caller --after 4.8 --seconds 2.7 --seed 87
talks caller gateway --after 4.8 --seconds 2.7 --seed 88
calls caller answered-caller.xml +12025550142@example.net gateway
