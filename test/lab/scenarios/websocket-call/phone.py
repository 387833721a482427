"""A phone in a browser: it registers over WebSocket (RFC 7118), calls bob, talks for three seconds and hangs up."""
import os
import re
import socket
import sys
import time

own, server = sys.argv[1:]
connection = socket.create_connection((server, 8080), timeout=5, source_address=(own, 40022))
HOST = 'df7jal23ls0d.invalid'


def frame(opcode, payload):
    key = os.urandom(4)
    size = len(payload)
    length = bytes([0x80 | size]) if size < 126 else bytes([0x80 | 126]) + size.to_bytes(2, 'big')
    return bytes([0x80 | opcode]) + length + key + bytes(byte ^ key[at & 3] for at, byte in enumerate(payload))


def read(count):
    data = b''
    while len(data) < count:
        part = connection.recv(count - len(data))
        assert part, 'the server closed'
        data += part
    return data


def receive():
    """The next message; pings are answered, pongs passed over."""
    while True:
        first, second = read(2)
        size = second & 0x7f
        if size == 126:
            size = int.from_bytes(read(2), 'big')
        payload = read(size)
        if first & 15 == 9:
            connection.sendall(frame(10, payload))
        elif first & 15 in (1, 2):
            return payload.decode()


def send(method, uri, cseq, call, to_tag='', more=(), body=''):
    lines = [
        f'{method} {uri} SIP/2.0',
        f'Via: SIP/2.0/WS {HOST};branch=z9hG4bK-{call}-{cseq}-{method}',
        'Max-Forwards: 70',
        f'From: "Alice" <sip:alice@example.com>;tag={call}',
        f'To: <sip:{"alice" if method == "REGISTER" else "bob"}@example.com>{to_tag}',
        f'Call-ID: {call}@{HOST}',
        f'CSeq: {cseq} {method}',
        *more,
        'User-Agent: Lab Browser Phone 1.0',
        f'Content-Length: {len(body)}',
    ]
    connection.sendall(frame(1, '\r\n'.join([*lines, '', body]).encode()))


def final():
    while True:
        answer = receive()
        if not answer.startswith('SIP/2.0 1'):
            assert answer.startswith('SIP/2.0 200 '), answer
            return answer


connection.sendall(
    f'GET / HTTP/1.1\r\nHost: {server}:8080\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n'
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n'
    'Sec-WebSocket-Protocol: sip\r\nOrigin: https://www.example.com\r\n\r\n'.encode()
)
head = b''
while not head.endswith(b'\r\n\r\n'):
    head += read(1)
assert head.startswith(b'HTTP/1.1 101 '), head

CONTACT = f'Contact: <sip:alice@{HOST};transport=ws>'
send('REGISTER', 'sip:example.com', 1, 'register', more=[CONTACT, 'Expires: 600'])
final()
connection.sendall(frame(9, b'alive?'))
SDP = (
    f'v=0\r\no=alice 4711 1 IN IP4 {own}\r\ns=-\r\nc=IN IP4 {own}\r\nt=0 0\r\n'
    'm=audio 40000 RTP/AVP 8 101\r\na=rtpmap:8 PCMA/8000\r\na=rtpmap:101 telephone-event/8000\r\na=fmtp:101 0-15\r\n'
    'a=ptime:20\r\na=sendrecv\r\n'
)
ALLOW = 'Allow: INVITE, ACK, CANCEL, BYE, OPTIONS, NOTIFY'
send('INVITE', 'sip:bob@example.com', 1, 'call', more=[CONTACT, ALLOW, 'Content-Type: application/sdp'], body=SDP)
answer = final()
to_tag = re.search(r'^To:.*(;tag=[^;\r]*)', answer, re.M | re.I)[1]
target = re.search(r'^Contact: *<([^>]*)>', answer, re.M | re.I)[1]
routes = [
    f'Route: {value.strip()}'
    for line in reversed(re.findall(r'^Record-Route: *([^\r]*)', answer, re.M | re.I))
    for value in reversed(line.split(','))
]
send('ACK', target, 1, 'call', to_tag, routes)
time.sleep(3)
send('BYE', target, 2, 'call', to_tag, routes)
final()
connection.sendall(frame(8, (1000).to_bytes(2, 'big')))
connection.close()
