# Alice's browser phone registers and calls bob over WebSocket; the proxy goes on over UDP.
hosts caller proxy callee
proxy kamailio.cfg
answers callee answering-callee.xml
on caller python3 "$scenario_folder/phone.py" "$(address caller)" "$(address proxy)"
