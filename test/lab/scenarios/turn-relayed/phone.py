"""Asks bob three times through a TURN relay (RFC 8656): in a Send indication, then twice through a channel."""
import ipaddress
import os
import socket
import struct
import sys
import time

own, relay, peer = sys.argv[1:]
COOKIE = 0x2112A442
CHANNEL = 0x4001
line = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
line.bind((own, 5060))
line.settimeout(5)


def attribute(number, value):
    return struct.pack('!HH', number, len(value)) + value + b'\0' * (-len(value) % 4)


def address(host, port):
    return struct.pack('!BBHI', 0, 1, port ^ (COOKIE >> 16), int(ipaddress.IPv4Address(host)) ^ COOKIE)


def stun(number, *attributes):
    body = b''.join(attributes)
    line.sendto(struct.pack('!HHI', number, len(body), COOKIE) + os.urandom(12) + body, (relay, 3478))


def ask(number, *attributes):
    stun(number, *attributes)
    answer = line.recv(4096)
    assert struct.unpack('!H', answer[:2])[0] == number | 0x0100, answer
    return answer


def options(number):
    lines = [
        f'OPTIONS sip:bob@{peer} SIP/2.0',
        f'Via: SIP/2.0/UDP {own}:5060;branch=z9hG4bK-relayed-{number};rport',
        'Max-Forwards: 70',
        f'From: "Alice" <sip:alice@example.com>;tag=relayed-{number}',
        f'To: <sip:bob@{peer}>',
        f'Call-ID: relayed-{number}@{own}',
        'CSeq: 1 OPTIONS',
        'User-Agent: Lab Phone 1.0',
        'Content-Length: 0',
    ]
    return '\r\n'.join([*lines, '', '']).encode()


PEER = attribute(0x0012, address(peer, 5060))
ask(0x0003, attribute(0x0019, bytes([17, 0, 0, 0])))
ask(0x0008, PEER)
stun(0x0016, PEER, attribute(0x0013, options(1)))
answer = line.recv(4096)
assert answer[:2] == b'\0\x17' and b'SIP/2.0 200' in answer, answer
ask(0x0009, attribute(0x000C, struct.pack('!HH', CHANNEL, 0)), PEER)
for number in (2, 3):
    time.sleep(0.3)
    line.sendto(struct.pack('!HH', CHANNEL, len(options(number))) + options(number), (relay, 3478))
    answer = line.recv(4096)
    assert answer[:2] == b'\x40\x01' and b'SIP/2.0 200' in answer, answer
