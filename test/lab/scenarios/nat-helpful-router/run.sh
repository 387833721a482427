# A router's SIP helper rewrites Via, Contact and c=, but not o= nor Content-Length (the body is a byte longer than told).
hosts router gateway
phone_behind_router
on router timeout 60 python3 "$scenario_folder/router.py" "$(address gateway)" >"$work/router.log" 2>&1 &
until_listening router
answers gateway answering-callee.xml
sipp phone "$scenario_folder/caller.xml" -s +12025550142@example.net 10.0.0.1:5060
