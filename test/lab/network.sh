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

# Within an overlay, the network that it makes is the one that the phones know.
address() {
  if [ "${overlaid-}" ]; then echo "198.51.100.$(host_number "$1")"; elif [ "$1" = phone ]; then echo 10.0.0.5; elif [ "$ip_version" = 6 ]; then echo "2001:db8::$(host_number "$1")"; else echo "192.0.2.$(host_number "$1")"; fi
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

# overlay TYPE HOST HOST [OPTION...]: a network of its own between two hosts, 198.51.100.0/24, in a tunnel that the capture
# sees: VXLAN by the kernel, all others (geneve, gre, erspan) by Open vSwitch, in user space, with options of its own.
overlay() {
  local type=$1 one=$2 other=$3; shift 3
  local host remote
  for host in "$one" "$other"; do
    remote=$([ "$host" = "$one" ] && address "$other" || address "$one")
    if [ "$type" = vxlan ]; then
      ip -n "$network-$host" link add over type vxlan id 42 remote "$remote" dstport 4789 dev eth0
    else
      switch_with_tunnel "$host" "$type" "$remote" "$@"
    fi
  done
  overlaid=1
  for host in "$one" "$other"; do
    ip -n "$network-$host" address add "$(address "$host")/24" dev over
    ip -n "$network-$host" link set over up mtu 1400
  done
  know_each_other "$one" "$other"
  know_each_other "$other" "$one"
}

# Who is where in an overlay takes a second to find out: nobody shall wait for it, and so repeat what it sent.
know_each_other() {
  ip -n "$network-$1" neighbour replace "$(address "$2")" dev over use
  until_true "ip -n '$network-$1' neighbour show dev over | grep -q REACHABLE"
}

# The switch has the host's device, and the host's address goes to the switch.
switch_with_tunnel() {
  local host=$1 type=$2 remote=$3 folder=$work/switch-$1; shift 3
  require ovs-vswitchd ovsdb-server
  mkdir "$folder"
  local -x OVS_RUNDIR=$folder OVS_DBDIR=$folder OVS_LOGDIR=$folder
  ovsdb-tool create "$folder/conf.db" /usr/share/openvswitch/vswitch.ovsschema
  on "$host" ovsdb-server "$folder/conf.db" --remote="punix:$folder/db.sock" --pidfile --detach --log-file 2>"$folder/errors"
  on "$host" ovs-vswitchd "unix:$folder/db.sock" --pidfile --detach --log-file 2>>"$folder/errors"
  ip -n "$network-$host" address flush dev eth0
  on "$host" timeout 20 ovs-vsctl --db="unix:$folder/db.sock" \
    -- add-br outside -- set bridge outside datapath_type=netdev fail-mode=standalone -- add-port outside eth0 \
    -- add-br over -- set bridge over datapath_type=netdev fail-mode=standalone \
    -- add-port over tunnel -- set interface tunnel "type=$type" "options:remote_ip=$remote" "$@"
  ip -n "$network-$host" address add "$(address "$host")/24" dev outside
  ip -n "$network-$host" link set outside up
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
