"""A phone that registers over TCP and then only keeps the connection alive (RFC 5626: CRLF CRLF, answered by CRLF)."""
import socket
import sys
import time

own, server = sys.argv[1:]
connection = socket.create_connection((server, 5060), timeout=5, source_address=(own, 5070))


def register(cseq, expires):
    lines = [
        'REGISTER sip:example.com SIP/2.0',
        f'Via: SIP/2.0/TCP {own}:5070;branch=z9hG4bK-alive-{cseq};rport',
        'Max-Forwards: 70',
        'From: "Alice" <sip:alice@example.com>;tag=alive',
        'To: <sip:alice@example.com>',
        f'Call-ID: keep-alive@{own}',
        f'CSeq: {cseq} REGISTER',
        f'Contact: <sip:alice@{own}:5070;transport=TCP>',
        f'Expires: {expires}',
        'User-Agent: Lab Phone 1.0',
        'Content-Length: 0',
    ]
    connection.sendall('\r\n'.join([*lines, '', '']).encode())
    assert connection.recv(4096).startswith(b'SIP/2.0 200 ')


register(1, 600)
for _ in range(4):
    time.sleep(1.5)
    connection.sendall(b'\r\n\r\n')
    assert connection.recv(4096) == b'\r\n'
register(2, 0)
connection.close()
