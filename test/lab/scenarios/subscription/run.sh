# Alice's phone asks for the state of her voice mail (SUBSCRIBE, NOTIFY).
hosts caller gateway
answers gateway voicemail.xml
calls caller phone.xml alice@example.com gateway
