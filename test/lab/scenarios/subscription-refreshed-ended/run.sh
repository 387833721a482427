# Alice's phone subscribes to the state of her voice mail, refreshes, hears of a new message, and unsubscribes.
hosts caller gateway
answers gateway voicemail.xml
calls caller phone.xml alice@example.com gateway
