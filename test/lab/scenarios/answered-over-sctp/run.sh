# The answered call over SCTP, of which the INVITE needs two packets (apt-get install libusrsctp2).
hosts caller callee
on callee python3 "$scenario_folder/phone.py" callee "$(address caller)" "$(address callee)" >"$work/callee.screen" 2>&1 &
answering+=($!)
on caller python3 "$scenario_folder/phone.py" caller "$(address caller)" "$(address callee)" >"$work/caller.screen" 2>&1
