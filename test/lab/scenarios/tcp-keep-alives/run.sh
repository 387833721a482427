# Alice's phone registers over TCP, keeps the connection alive, and removes its registration (CRLF CRLF, CRLF).
hosts caller proxy
proxy kamailio.cfg
on caller python3 "$scenario_folder/phone.py" "$(address caller)" "$(address proxy)"
