"""Bob answers calls over TLS, which OpenSSL's s_server speaks for him, until he is stopped.

tls-callee.py OWN PORT CERTIFICATE OPTION...      options are those of s_server
"""
import re
import subprocess
import sys
import time

own, port, certificate, *options = sys.argv[1:]
command = ['openssl', 's_server', '-accept', f'{own}:{port}', '-cert', certificate, '-key', certificate, *options]
process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)

SDP = '\r\n'.join(['v=0', f'o=bob 1 1 IN IP4 {own}', 's=-', f'c=IN IP4 {own}', 't=0 0', 'm=audio 40002 RTP/AVP 8',
                   'a=rtpmap:8 PCMA/8000', 'a=sendrecv', ''])


def answer(request, line, body=''):
    fields = [field for field in request.split('\r\n') if re.match(r'(Via|From|Call-ID|CSeq):', field)]
    to = re.search(r'\nTo: ([^\r]*)', request).group(1)
    if ';tag=' not in to and not line.startswith('100'):
        to += ';tag=bob'
    lines = [f'SIP/2.0 {line}', *fields, f'To: {to}', f'Contact: <sip:bob@{own}:{port};transport=tls>', 'Server: Lab Phone 1.0',
             *(['Content-Type: application/sdp'] if body else []), f'Content-Length: {len(body)}']
    process.stdin.write('\r\n'.join([*lines, '', body]).encode())
    process.stdin.flush()
    time.sleep(0.1)


heard = ''
while True:
    more = process.stdout.read1(65536)
    if not more:
        break
    heard += more.decode('latin1')
    while True:
        found = re.search(r'([A-Z]+) sip:[^\n]*SIP/2\.0\r\n.*?\nContent-Length: (\d+)\r\n\r\n', heard, re.S)
        if not found or len(heard) < found.end() + int(found.group(2)):
            break
        heard = heard[found.end() + int(found.group(2)):]
        method, request = found.group(1), found.group(0)
        if method == 'INVITE':
            answer(request, '100 Trying')
            answer(request, '180 Ringing')
            time.sleep(0.3)
            answer(request, '200 OK', SDP)
        elif method != 'ACK':
            answer(request, '200 OK')
