# A router's SIP helper rewrites everything as it should (the Linux kernel's): only the Call-ID still tells of it.
hosts router gateway
phone_behind_router
on router nft 'add table ip alg; add ct helper ip alg sip { type "sip" protocol udp; }; add chain ip alg rules { type filter hook prerouting priority 0; }; add rule ip alg rules udp dport 5060 ct helper set "sip"'
answers gateway answering-callee.xml
calls phone caller.xml +12025550142@example.net gateway
