# A phone asks three times over WebSocket with permessage-deflate, in fragments, among pings.
hosts caller proxy
on proxy /usr/bin/python3 "$scenario_folder/server.py" "$(address proxy)" &
answering+=($!)
until_true 'on proxy ss -Hlnt sport = :8080 | grep -q .'
on caller /usr/bin/python3 "$scenario_folder/phone.py" "$(address proxy)"
