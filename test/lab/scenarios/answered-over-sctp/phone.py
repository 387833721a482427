"""Two phones that talk SIP over SCTP (RFC 4168), by a library for hosts whose kernel knows no SCTP."""
import ctypes
import os
import socket
import struct
import sys
import time

SOCK_STREAM, IPPROTO_SCTP = 1, 132
SCTP_SENDV_SNDINFO, SCTP_UNORDERED = 1, 0x0400

library = ctypes.CDLL('libusrsctp.so.2')
library.usrsctp_socket.restype = ctypes.c_void_p
library.usrsctp_accept.restype = ctypes.c_void_p
library.usrsctp_sendv.restype = ctypes.c_ssize_t
library.usrsctp_recvv.restype = ctypes.c_ssize_t

role, alice, bob = sys.argv[1:]


def address_of(host):
    return struct.pack('=HH4s8x', socket.AF_INET, socket.htons(5060), socket.inet_aton(host))


def check(result):
    if result is None or result < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return result


def opened(host):
    connection = library.usrsctp_socket(socket.AF_INET, SOCK_STREAM, IPPROTO_SCTP, None, None, 0, None)
    own = address_of(host)
    check(library.usrsctp_bind(ctypes.c_void_p(connection), own, len(own)))
    return ctypes.c_void_p(connection)


def send(connection, text, unordered=False):
    data = text.replace('\n', '\r\n').encode()
    info = struct.pack('=HHIII', 0, SCTP_UNORDERED if unordered else 0, 0, 0, 0)
    check(library.usrsctp_sendv(connection, data, ctypes.c_size_t(len(data)), None, 0, info, len(info), SCTP_SENDV_SNDINFO, 0))


def receive(connection, start):
    space = ctypes.create_string_buffer(65536)
    source, source_size = ctypes.create_string_buffer(28), ctypes.c_uint32(28)
    info, info_size, info_type = ctypes.create_string_buffer(64), ctypes.c_uint32(64), ctypes.c_uint(0)
    flags = ctypes.c_int(0)
    size = check(library.usrsctp_recvv(connection, space, ctypes.c_size_t(65536), source, ctypes.byref(source_size), info,
                                       ctypes.byref(info_size), ctypes.byref(info_type), ctypes.byref(flags)))
    text = space.raw[:size].decode()
    assert text.startswith(start), text
    return text


def sdp(host, formats):
    return f'v=0\no=- 4711 1 IN IP4 {host}\ns=-\nc=IN IP4 {host}\nt=0 0\nm=audio 40000 RTP/AVP {formats}\na=sendrecv\n'


def message(start, cseq, branch, to_tag='', body='', more=''):
    lines = [
        start,
        f'Via: SIP/2.0/SCTP {alice}:5060;branch=z9hG4bK-sctp-{branch}',
        'From: "Alice" <sip:alice@example.com>;tag=a',
        f'To: <sip:bob@example.com>{to_tag}',
        f'Call-ID: answered-over-sctp@{alice}',
        f'CSeq: {cseq}',
        f'{more}Content-Length: {len(body.replace(chr(10), chr(13) + chr(10)))}',
    ]
    return '\n'.join(lines) + '\n\n' + body


def request(method, branch, cseq, body='', more='', to_tag=';tag=b', uri=f'sip:bob@{bob}:5060;transport=sctp'):
    return message(f'{method} {uri} SIP/2.0', f'{cseq} {method}', branch, to_tag, body,
                   f'Max-Forwards: 70\nUser-Agent: Lab Phone 1.0\n{more}')


CONTENT = 'Content-Type: application/sdp\n'
CODECS = ''.join(f'a=rtpmap:{number} L16/{8000 + number}\n' for number in range(96, 128)) + 'a=x-filler:' + 'x' * 700 + '\n'

library.usrsctp_init(0, None, None)

if role == 'caller':
    time.sleep(1)
    connection = opened(alice)
    peer = address_of(bob)
    check(library.usrsctp_connect(connection, peer, len(peer)))
    contact = f'Contact: <sip:alice@{alice}:5060;transport=sctp>\n'
    offer = sdp(alice, '8 ' + ' '.join(str(number) for number in range(96, 128))) + CODECS
    send(connection, request('INVITE', 'invite', 1, offer, contact + CONTENT, '', 'sip:bob@example.com'))
    for status in ('100', '180', '200'):
        receive(connection, f'SIP/2.0 {status} ')
    send(connection, request('ACK', 'ack', 1))
    time.sleep(3)
    send(connection, request('BYE', 'bye', 2), unordered=True)
    receive(connection, 'SIP/2.0 200 ')
else:
    listening = opened(bob)
    check(library.usrsctp_listen(listening, 1))
    connection = ctypes.c_void_p(library.usrsctp_accept(listening, None, None))
    contact = f'Contact: <sip:bob@{bob}:5060;transport=sctp>\n'
    receive(connection, 'INVITE ')
    send(connection, message('SIP/2.0 100 Trying', '1 INVITE', 'invite'))
    time.sleep(0.15)
    send(connection, message('SIP/2.0 180 Ringing', '1 INVITE', 'invite', ';tag=b', '', contact))
    time.sleep(2)
    send(connection, message('SIP/2.0 200 OK', '1 INVITE', 'invite', ';tag=b', sdp(bob, '8'), contact + CONTENT))
    receive(connection, 'ACK ')
    receive(connection, 'BYE ')
    send(connection, message('SIP/2.0 200 OK', '2 BYE', 'bye', ';tag=b'))
time.sleep(1)
library.usrsctp_close(connection)
time.sleep(1)
os._exit(0)
