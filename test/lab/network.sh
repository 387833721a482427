# The lab's network: a bridge, and hosts plugged into it, each a network namespace of its own.
#
#   caller 192.0.2.1   router 192.0.2.4   proxy 192.0.2.5   callee 192.0.2.7   callee-2 192.0.2.8   gateway 192.0.2.9
#
# Behind the router, and on no bridge, there may be a phone with a private address: 10.0.0.5.
#
# All addresses are from documentation ranges (RFC 5737, RFC 3849) and never leave the machine. Every capture has a
# network of its own, named after the process that makes it, so that several can be made at the same time.

network=sipsleuth-lab-$$
ip_version=${ip_version:-4}     # a scenario that wants IPv6 says ip_version=6 before it asks for hosts

host_number() {
  case $1 in
    caller) echo 1 ;; router) echo 4 ;; proxy) echo 5 ;; callee) echo 7 ;; callee-2) echo 8 ;; gateway) echo 9 ;;
    *) echo "no host is called '$1'" >&2; return 1 ;;
  esac
}

address() {
  if [ "$1" = phone ]; then echo 10.0.0.5; elif [ "$ip_version" = 6 ]; then echo "2001:db8::$(host_number "$1")"; else echo "192.0.2.$(host_number "$1")"; fi
}

# on HOST COMMAND...: runs the command in that host.
on() { local host=$1; shift; ip netns exec "$network-$host" "$@"; }

network_up() {
  ip netns add "$network-bridge"
  quiet_ipv6 bridge
  ip -n "$network-bridge" link add lan type bridge forward_delay 0 mcast_snooping 0
  ip -n "$network-bridge" link set lan up
  local host
  for host in "$@"; do plug_in "$host"; done
}

plug_in() {
  local host=$1 namespace=$network-$1
  ip netns add "$namespace"
  quiet_ipv6 "$host"
  ip -n "$network-bridge" link add "$host" type veth peer name eth0 netns "$namespace"
  ip -n "$network-bridge" link set "$host" master lan up
  ip -n "$namespace" link set eth0 address "02:00:c0:00:02:0$(host_number "$host")"
  on "$host" ethtool --offload eth0 tx off >/dev/null      # so that checksums on the wire are right
  ip -n "$namespace" link set lo up
  ip -n "$namespace" link set eth0 up
  if [ "$ip_version" = 6 ]; then
    ip -n "$namespace" address add "$(address "$host")/64" dev eth0 nodad
  else
    ip -n "$namespace" address add "$(address "$host")/24" dev eth0
  fi
}

# A phone behind the router, which hides it behind its own address; its port stays, or becomes the one that is named.
phone_behind_router() {
  local port=${1-}
  ip netns add "$network-phone"
  quiet_ipv6 phone
  ip -n "$network-router" link add inside type veth peer name eth0 netns "$network-phone"
  on router ethtool --offload inside tx off >/dev/null
  on phone ethtool --offload eth0 tx off >/dev/null
  ip -n "$network-phone" link set lo up
  ip -n "$network-phone" link set eth0 up
  ip -n "$network-phone" address add 10.0.0.5/24 dev eth0
  ip -n "$network-router" link set inside up
  ip -n "$network-router" address add 10.0.0.1/24 dev inside
  ip -n "$network-phone" route add default via 10.0.0.1
  on router sysctl -q -w net.ipv4.ip_forward=1
  firewall router "type nat hook postrouting priority 100" "oifname eth0 ip protocol udp snat to $(address router)${port:+:$port}"
}

# firewall HOST HOOK RULE: one rule of nftables, in a table of its own. A hook on the way out of a device takes packets
# away before the capture sees them; a hook on the way in takes away what the capture has seen.
firewall() {
  local table=lab$RANDOM family=ip
  case $2 in *device*) family=netdev ;; esac
  on "$1" nft "add table $family $table; add chain $family $table rules { $2; }; add rule $family $table rules $3"
}

# No link-local addresses, and so no router solicitations in a capture that is about something else.
quiet_ipv6() {
  on "$1" sysctl -q -w net.ipv6.conf.default.addr_gen_mode=1
  [ "$ip_version" = 6 ] || on "$1" sysctl -q -w net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
}

# Ends what still runs in this network, process by process, and takes the network away.
network_down() {
  local namespace pid
  for namespace in $(ip netns list | awk -v ours="$network-" 'index($1, ours) == 1 { print $1 }'); do
    for pid in $(ip netns pids "$namespace"); do kill "$pid" 2>/dev/null || true; done
    for _ in 1 2 3 4 5 6 7 8 9 10; do
      [ -z "$(ip netns pids "$namespace")" ] && break
      sleep 0.2
    done
    for pid in $(ip netns pids "$namespace"); do kill -KILL "$pid" 2>/dev/null || true; done
    ip netns delete "$namespace"
  done
}
