# What runs in the hosts: the words that a scenario's run.sh is written in.
#
#   hosts caller callee             builds the network and starts capturing
#   answers callee callee.xml       SIPp waits there for one call; in the background
#   proxy kamailio.cfg              Kamailio runs in the host "proxy"; a second word names another host
#   b2bua callee                    a back-to-back agent runs in the host "proxy" and sends calls on to "callee"
#   calls caller caller.xml bob@example.com callee
#                                   SIPp in "caller" calls bob by sending to "callee", and this waits until it is over
#   pongs proxy 3                   SIPp in "proxy" will answer 3 OPTIONS; in the background (Kamailio does so by itself)
#   pings gateway proxy 3 5         "gateway" sends 3 OPTIONS to "proxy", one every 5 seconds
#   softphone callee bob 20         baresip is bob's phone in "callee" for 20 seconds, answers at once, and talks; in the background
#   softphone caller alice 4 -e "/dial sip:bob@192.0.2.7"
#                                   the same, and it calls; at the end it hangs up. SOFTPHONE adds to its account
#   capture_filter='udp port 9060'  said before `hosts`: nothing else gets into the capture
#   talks caller callee --after 2.3 --loss 5 --jitter 30 --digits 42#
#                                   a sender of ours in "caller" sends RTP to "callee" (phones/rtp.py says what it can); in the
#                                   background, from and to the port that media_port=40010, said before, puts into all SDP;
#                                   its time begins with the first SIP message that its host sends or gets
#   says callee 's/RTP\/AVP 8/RTP\/AVP 8 13/'
#                                   SIPp in "callee" says its part with this change (sed), from then on; an empty one takes it back
#   deaf callee                     nothing that reaches "callee" for port 5060 gets any further, and nobody says so;
#                                   with an expression of nftables: only what that matches
#   secured_answers callee -cipher ALL
#                                   bob's phone waits in "callee" for calls over TLS; options of "openssl s_server"
#   secured_calls caller callee "-tls1_2" "-tls1_3 +early"
#                                   one call on each TLS connection, of which these are the options (phones/tls-caller.py)
#   secrets_inside                  the capture becomes a pcapng file with the secrets of TLS in it; else they go beside it
#   phone_behind_router             a phone with a private address, behind the host "router" (network.sh)
#
#   overlay geneve caller callee    a network in a tunnel between the two, which the phones use from then on (network.sh)
#
# A scenario that watches elsewhere says capture_in=HOST and capture_on=DEVICE before it asks for hosts; what it does with
# the capture once all is over, it says in a function "afterwards".
#
# A file is looked for in the scenario's own folder, then in phones/. Further words are handed to the program.

afterwards() { :; }
answering=()      # process ids of the phones that wait for a call
declare -gA said=()      # by host

hosts() {
  network_up "$@"
  on "${capture_in-bridge}" timeout 90 tcpdump -i "${capture_on-lan}" -n -U -s 0 -Z root -w "$work/capture.pcap" ${capture_filter-} 2>"$work/tcpdump.log" &
  capturing=$!
  until_true 'grep -q "listening on" "$work/tcpdump.log"'
  sleep 1.2
}

answers() {
  local host=$1 scenario; scenario=$(find_file "$2"); shift 2
  sipp "$host" "$scenario" "$@" &
  answering+=($!)
  until_listening "$host"
}

proxy() {
  local host=${2-proxy}
  mkdir "$work/kamailio-$host"
  on "$host" timeout 90 kamailio -DD -E -m 32 -M 8 -A "HOST_IPV$ip_version" -A "HOST_${host^^}" -Y "$work/kamailio-$host" -P "$work/$host.pid" \
    -f "$(find_file "$1")" >"$work/kamailio-$host.log" 2>&1 &
  until_listening "$host"
}

b2bua() {
  on proxy timeout -k 1 90 "${B2BUA:-b2bua}" --foreground=on --auth_enable=off --acct_enable=off --sip_address="$(address proxy)" --sip_port=5060 \
    --static_route="$(address "$1"):5060" --logfile="$work/b2bua.log" --pidfile="$work/b2bua.pid" --b2bua_socket="$work/b2bua.socket" >"$work/b2bua.screen" 2>&1 &
  until_listening proxy
}

calls() {
  local host=$1 scenario user=$3 next_hop=$4; scenario=$(find_file "$2"); shift 4
  sipp "$host" "$scenario" -s "$user" "$@" "$(at "$next_hop")"
}

pings() { calls "$1" ping.xml "$2" "$2" -m "$3" -r 1 -rp "${4}s"; }

softphone() {
  local host=$1 user=$2 seconds=$3 folder=$work/baresip-$1; shift 3
  mkdir "$folder"
  case $user in *@*) ;; *) user=$user@$(address "$host") ;; esac
  echo "<sip:$user>;answermode=auto;audio_codecs=PCMA${SOFTPHONE-;regint=0}" >"$folder/accounts"
  : >"$folder/contacts"
  printf '%s\n' 'module_path /usr/lib/baresip/modules' 'module g711.so' 'module ausine.so' 'module aubridge.so' 'module srtp.so' \
    'module_app account.so' 'module_app menu.so' "sip_listen $(address "$host"):5060" 'rtp_ports 40000-40009' \
    'audio_source ausine,440' 'ausrc_srate 48000' 'ausrc_channels 2' 'audio_player aubridge,nowhere' 'audio_alert aubridge,nowhere' >"$folder/config"
  on "$host" timeout 60 baresip -f "$folder" -t "$seconds" "$@" >"$folder.screen" 2>&1 </dev/null &
  answering+=($!)
  until_listening "$host"
}

secured_answers() {
  local host=$1; shift
  openssl req -x509 -newkey rsa:2048 -nodes -days 30 -subj /CN=example.com -addext subjectAltName=DNS:example.com \
    -keyout "$work/tls.key" -out "$work/tls.crt" 2>"$work/tls.log"
  cat "$work/tls.key" "$work/tls.crt" >"$work/tls.pem"
  on "$host" timeout 75 python3 "$lab/phones/tls-callee.py" "$(address "$host")" 5061 "$work/tls.pem" "$@" >"$work/tls-callee.log" 2>&1 &
  until_listening "$host" 5061
}

secured_calls() {
  local host=$1 server=$2; shift 2
  on "$host" timeout 75 python3 "$lab/phones/tls-caller.py" "$(address "$host")" "$(address "$server")" 5061 "$work/keylog" "$@" >"$work/tls-caller.log" 2>&1
}

secrets_inside() { secrets_are_inside=yes; }

# First of all on a processor: other work on the machine must not look like jitter.
talks() {
  local from=$1 to=$2; shift 2
  on "$from" timeout 60 chrt -f 10 python3 -B "$lab/phones/rtp.py" --source "$(address "$from"):$media_port" --to "$(address "$to"):$media_port" "$@" &
  answering+=($!)
  until_listening "$from" "$media_port"
}

says() { said[$1]=$2; }

deaf() { firewall "$1" 'type filter hook input priority 0' "${2-udp dport 5060} drop"; }

pongs() { answers "$1" pong.xml -m "$2"; }

sipp() {
  local host=$1 scenario=$2 log; shift 2
  log=$work/$host-$(basename "$scenario" .xml)
  # SIPp keeps its own media port to itself: who else is to send from the announced one needs another.
  if [ -n "${media_port-}${said[$host]-}" ]; then
    sed -e "s/\[media_port\]/${media_port-[media_port]}/" -e "${said[$host]-}" "$scenario" >"$log.xml"
    scenario=$log.xml
  fi
  on "$host" timeout 75 sipp -sf "$scenario" -i "$(address "$host")" -p 5060 -mi "$(address "$host")" -mp 40000 \
    -m 1 -nostdin -d 3000 -default_behaviors all,-bye -trace_err -error_file "$log.errors" -trace_msg -message_file "$log.messages" \
    "$@" >"$log.screen" 2>&1 </dev/null
}

at() { if [ "$ip_version" = 6 ]; then echo "[$(address "$1")]:5060"; else echo "$(address "$1"):5060"; fi; }

find_file() {
  if [ -e "$scenario_folder/$1" ]; then echo "$scenario_folder/$1"; else echo "$lab/phones/$1"; fi
}

until_listening() { until_true "on $1 ss -Hlntu sport = :${2-5060} | grep -q ."; }

until_true() {
  for _ in $(seq 50); do
    if eval "$1"; then return; fi
    sleep 0.1
  done
  echo "waited too long for: $1" >&2
  return 1
}

# Waits for the phones that were called, then a little more, so that nothing is cut off.
everybody_is_done() {
  local phone
  for phone in "${answering[@]}"; do wait "$phone"; done
  sleep 1.5
  kill "$capturing"
  wait "$capturing" || true
}
