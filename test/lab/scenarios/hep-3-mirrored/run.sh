# A call that nobody captured: the proxy sent all its messages on to a collector (HEP3).
capture_filter='udp port 9060'
hosts caller proxy callee gateway
on gateway python3 -c "import socket; s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.bind(('192.0.2.9', 9060)); [s.recv(65535) for _ in iter(int, 1)]" &
until_true 'on gateway ss -Hlnu sport = :9060 | grep -q .'
proxy kamailio.cfg
answers callee answering-callee.xml
calls caller answered-caller.xml bob@example.com proxy
