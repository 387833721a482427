"""What the SIP helper of a cheap router does: addresses are rewritten in some places, and Content-Length is not."""
import re
import socket
import sys

PRIVATE, PUBLIC = '10.0.0.5', '192.0.2.4'
inside = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
inside.bind(('10.0.0.1', 5060))
outside = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
outside.bind((PUBLIC, 5060))
server = (sys.argv[1], 5060)

REWRITTEN = re.compile(r'^(Via:|Contact:|c=)', re.M)


def rewritten(message, old, new):
    lines = message.decode().split('\r\n')
    first = lines[0].replace(old, new)
    rest = [line.replace(old, new) if REWRITTEN.match(line) else line for line in lines[1:]]
    return '\r\n'.join([first, *rest]).encode()


inside.settimeout(0.01)
outside.settimeout(0.01)
while True:
    for source, target, to, old, new in ((inside, outside, server, PRIVATE, PUBLIC), (outside, inside, (PRIVATE, 5060), PUBLIC, PRIVATE)):
        try:
            message = source.recv(65535)
        except TimeoutError:
            continue
        target.sendto(rewritten(message, old, new), to)
