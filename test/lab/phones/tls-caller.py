"""Alice calls bob over TLS, which OpenSSL's s_client speaks for her: one call on each connection.

tls-caller.py OWN SERVER PORT KEYLOG CONNECTION...

A connection is a string of options of s_client; those that begin with + are for this phone: +key-update and +renegotiate
send what they say while the call is up, +early sends an OPTIONS before the handshake is over, +long makes a long INVITE.
"""
import re
import secrets
import shlex
import subprocess
import sys
import time

own, server, port, keylog, *connections = sys.argv[1:]
run = secrets.token_hex(6)

SDP = '\r\n'.join(['v=0', f'o=alice 1 1 IN IP4 {own}', 's=-', f'c=IN IP4 {own}', 't=0 0', 'm=audio 40000 RTP/AVP 8',
                   'a=rtpmap:8 PCMA/8000', 'a=sendrecv', ''])


def request(method, cseq, number, target='sip:bob@example.com', to_tag='', body=''):
    lines = [
        f'{method} {target} SIP/2.0',
        f'Via: SIP/2.0/TLS {own}:5061;branch=z9hG4bK-{run}-{number}-{cseq}-{method.lower()};rport',
        'Max-Forwards: 70',
        f'From: "Alice" <sip:alice@example.com>;tag={run}-{number}',
        f'To: <sip:bob@example.com>{to_tag}',
        f'Call-ID: {run}-{number}{"-ping" if method == "OPTIONS" else ""}@{own}',
        f'CSeq: {cseq} {method}',
        f'Contact: <sip:alice@{own}:5061;transport=tls>',
        'User-Agent: Lab Phone 1.0',
        *(['Content-Type: application/sdp'] if body else []),
        f'Content-Length: {len(body)}',
    ]
    return '\r\n'.join([*lines, '', body])


class Connection:
    def __init__(self, options):
        command = ['openssl', 's_client', '-connect', f'{server}:{port}', '-bind', own, '-servername', 'example.com', '-keylogfile', keylog]
        self.process = subprocess.Popen(command + options, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.heard = ''

    def send(self, text):
        self.process.stdin.write(text.encode())
        self.process.stdin.flush()

    def until(self, pattern):
        while True:
            found = re.search(pattern, self.heard, re.S)
            if found:
                self.heard = self.heard[found.end():]
                return found
            more = self.process.stdout.read1(65536)
            assert more, f'{pattern} did not come: {self.heard}'
            self.heard += more.decode('latin1')

    def close(self):
        self.process.stdin.close()
        self.process.stdout.read()
        self.process.wait(timeout=5)


for number, line in enumerate(connections, 1):
    words = shlex.split(line)
    wishes = {word for word in words if word.startswith('+')}
    options = [word for word in words if word not in wishes]
    if '+early' in wishes:
        with open('early.sip', 'wb') as file:
            file.write(request('OPTIONS', 1, number).encode())
        options += ['-early_data', 'early.sip']
    connection = Connection(options)
    if '+early' in wishes:
        connection.until(r'SIP/2\.0 200 .*?\r\n\r\n')
    else:
        connection.until(r'\n---\n.*?\n---\n')
        time.sleep(0.2)
    body = SDP + ''.join(f'a=x-lab:{index:0100}\r\n' for index in range(180)) if '+long' in wishes else SDP
    connection.send(request('INVITE', 1, number, body=body))
    answer = connection.until(r'SIP/2\.0 200 [^\n]*\n.*?\nTo: [^\n]*(;tag=[^\r;]+).*?\nContact: <([^>]*)>.*?\r\n\r\n')
    tag, target = answer.groups()
    connection.send(request('ACK', 1, number, target, tag))
    time.sleep(3)
    for wish, letter in (('+key-update', 'K\n'), ('+renegotiate', 'R\n')):
        if wish in wishes:
            connection.send(letter)
            time.sleep(0.3)
    connection.send(request('BYE', 2, number, target, tag))
    connection.until(r'SIP/2\.0 200 .*?CSeq: 2 BYE.*?\r\n\r\n')
    time.sleep(0.2)
    connection.close()
    time.sleep(0.3)
