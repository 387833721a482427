# A phone reaches bob only through a TURN relay: an indication first, then a channel.
hosts caller router callee
on router turnserver --no-cli --no-auth --listening-ip "$(address router)" --relay-ip "$(address router)" --listening-port 3478 --no-tls --no-dtls \
  --min-port 49152 --max-port 49160 --realm example.com --log-file "$work/turn.log" --simple-log --pidfile "$work/turn.pid" --no-tcp-relay \
  --allow-loopback-peers >"$work/turn.screen" 2>&1 &
until_true 'on router ss -Hlnu sport = :3478 | grep -q .'
pongs callee 3
on caller python3 "$scenario_folder/phone.py" "$(address caller)" "$(address router)" "$(address callee)"
