"""Sends RTP (G.711, a tone of 440 Hz) as no phone does on demand: with loss, jitter, reordering, doubles, gaps, a
clock that runs wrong, sources that change, digits (RFC 4733), comfort noise (RFC 3389), and RTCP about what it receives.
The same options make the same packets."""
import argparse
import collections
import heapq
import math
import random
import select
import socket
import struct
import time

import rtcp

SAMPLES = 160
FRAME = 0.02
CLOCK = 8000
SILENCE = 0xD5
# What SRTP adds to a packet to prove its sender (RFC 3711).
TAG = 10
# Comfort noise is sent when silence begins, and again after so many frames of it.
NOISE = 150

Packet = collections.namedtuple('Packet', 'due marker kind sequence timestamp ssrc payload')


def a_law(sample):
    """ITU-T G.711, of 13 bits."""
    sign = 0x80 if sample >= 0 else 0
    value = min(abs(sample), 4095)
    segment = max(0, value.bit_length() - 5)
    low = (value >> 1) & 15 if segment < 2 else (value >> segment) & 15
    return (sign | segment << 4 | low) ^ 0x55


def mu_law(sample):
    """ITU-T G.711, of 13 bits, too: the lowest of its 14 is 0."""
    value = min(abs(2 * sample) + 33, 8191)
    segment = value.bit_length() - 6
    return 0xFF ^ ((0x80 if sample < 0 else 0) | segment << 4 | (value >> segment + 1) & 15)


def sound(options, kind, timestamp):
    """What a packet of sound carries."""
    if options.encrypted:
        return random.Random(timestamp).randbytes(options.size + TAG)
    if options.silence:
        return bytes([SILENCE]) * options.size
    tone = [1200 * math.sin(2 * math.pi * 440 * (timestamp + i) / CLOCK) for i in range(options.size)]
    return bytes(mu_law(int(one)) if kind == 0 else a_law(int(one)) for one in tone)


def packets(options):
    """In the order that they are due; times count from the beginning."""
    digits = list(options.digits)
    tick = FRAME * (1 - options.drift / 1e6)
    ssrc, sequence, timestamp = options.seed, 1000, 50000
    event, marker, quiet = None, True, 0
    for number in range(int(options.seconds / FRAME)):
        due = number * tick
        if ssrc == options.seed and options.ssrc_change_at is not None and due >= options.ssrc_change_at:
            ssrc, sequence, timestamp, marker = options.seed + 0x1000, 30000, 7000000, True
        if digits and event is None and number and number % 30 == 0:
            event = {'code': '0123456789*#ABCD'.index(digits.pop(0)), 'start': timestamp, 'duration': 0}
        if is_within(options.pause, due):
            if options.comfort_noise and quiet % NOISE == 0:
                yield Packet(due, False, 13, sequence, timestamp, ssrc, b'\x40')
                sequence = (sequence + 1) & 0xFFFF
            timestamp, marker, quiet = timestamp + options.step, True, quiet + 1
            continue
        quiet = 0
        if event is None:
            other = options.payload_later
            kind = other[0] if other and due >= other[1] else options.payload
            yield Packet(due, marker, kind, sequence, timestamp, ssrc, sound(options, kind, timestamp))
            marker = False
        else:
            event['duration'] += SAMPLES
            last = event['duration'] >= 5 * SAMPLES
            payload = struct.pack('>BBH', event['code'], (0x80 if last else 0) | 10, event['duration'])
            for again in range(3 if last else 1):
                yield Packet(due, event['duration'] == SAMPLES, 101, sequence, event['start'], ssrc, payload)
                sequence += 1 if last and again < 2 else 0
            if last:
                event = None
        sequence = (sequence + 1) & 0xFFFF
        timestamp += options.step


def sent(options):
    """What of them is sent, in a queue by the time that it is."""
    chance = random.Random(options.seed)
    queue, losing = [], 0
    for order, packet in enumerate(packets(options)):
        if losing == 0 and chance.random() * 200 < options.loss:
            losing = 2
        if losing > 0:
            losing -= 1
            continue
        if is_within(options.gap, packet.due):
            continue
        due = packet.due + chance.random() * options.jitter / 1000
        if chance.random() * 100 < options.swap:
            due += 1.5 * FRAME
        for _ in range(2 if chance.random() * 100 < options.double else 1):
            heapq.heappush(queue, (due, order, packet))
    if options.rtcp:
        for number in range(1, int(options.seconds / options.rtcp) + 1):
            heapq.heappush(queue, (number * options.rtcp, 1 << 20, None))
    return queue


def is_within(spans, due):
    return any(start <= due < end for start, end in spans)


def address(text):
    host, port = text.rsplit(':', 1)
    return host, int(port)


def span(text):
    start, end = text.split('-')
    return float(start), float(end)


def later(text):
    number, seconds = text.split('@')
    return int(number), float(seconds)


def options_of_command_line():
    parser = argparse.ArgumentParser()
    parser.add_argument('--source', type=address, required=True)
    parser.add_argument('--to', type=address, required=True)
    parser.add_argument('--symmetric', action='store_true', help='sends to where packets come from, and nothing before')
    parser.add_argument('--after', type=float, default=0, help='seconds to wait after the first SIP message of this host')
    parser.add_argument('--seconds', type=float, default=3)
    parser.add_argument('--stay', type=float, default=6, help='seconds at least that the port is open, so that nobody is told it is not')
    parser.add_argument('--loss', type=float, default=0, help='percent of the packets, in runs of two')
    parser.add_argument('--jitter', type=float, default=0, help='ms that a packet waits at the most')
    parser.add_argument('--swap', type=float, default=0, help='percent of the packets that change places')
    parser.add_argument('--double', type=float, default=0, help='percent of the packets sent twice')
    parser.add_argument('--drift', type=float, default=0, help='parts per million that the clock is fast')
    parser.add_argument('--gap', type=span, action='append', default=[], help='2-5: lost from second 2 to 5; the numbers go on')
    parser.add_argument('--pause', type=span, action='append', default=[], help='2-5: not sent; only the timestamps go on')
    parser.add_argument('--comfort-noise', action='store_true', help='in pauses')
    parser.add_argument('--silence', action='store_true', help='instead of the tone')
    parser.add_argument('--encrypted', action='store_true', help='looks like SRTP: nobody can read it')
    parser.add_argument('--payload', type=int, default=8, help='payload type; all but 0 are filled with A-law')
    parser.add_argument('--payload-later', type=later, help='97@3: another one from second 3 on')
    parser.add_argument('--size', type=int, default=SAMPLES, help='bytes of payload')
    parser.add_argument('--step', type=int, default=SAMPLES, help='of the timestamps, from packet to packet')
    parser.add_argument('--ssrc-change-at', type=float, help='second from which on another source is named')
    parser.add_argument('--port-later', type=later, help='40013@3: sends from another port from second 3 on')
    parser.add_argument('--rtcp', type=float, default=0, help='seconds between reports')
    parser.add_argument('--digits', default='')
    parser.add_argument('--seed', type=int, default=1)
    return parser.parse_args()


def opened(host, port):
    one = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    one.bind((host, port))
    return one


def call_begins(wire):
    """Waits for the first SIP message that the host sends or gets, and says when that was."""
    while True:
        packet = wire.recv(2048)
        if packet[9] == socket.IPPROTO_UDP and 5060 in struct.unpack('>HH', packet[20:24]):
            return time.monotonic()


class Phone:
    def __init__(self, options):
        self.options = options
        host, port = options.source
        self.media = opened(host, port)
        self.other = opened(host, options.port_later[0]) if options.port_later else None
        self.control = opened(host, port + 1) if options.rtcp else None
        self.target = None if options.symmetric else options.to
        self.reports = rtcp.Reports(CLOCK, f'{options.seed}@{host}')

    def listen(self, until):
        sockets = [one for one in (self.media, self.other, self.control) if one]
        while (left := until - time.monotonic()) > 0:
            for ready in select.select(sockets, [], [], left)[0]:
                data, source = ready.recvfrom(2048)
                if ready is self.control:
                    self.reports.heard_report(data, time.monotonic())
                    continue
                self.reports.heard(data, time.monotonic())
                if self.options.symmetric:
                    self.target = source

    def send(self, packet):
        if self.target is None:
            return
        if packet is None:
            host, port = self.target
            self.control.sendto(self.reports.report(time.monotonic()), (host, port + 1))
            return
        due, marker, kind, sequence, timestamp, ssrc, payload = packet
        moved = self.other and due >= self.options.port_later[1]
        data = struct.pack('>BBHII', 0x80, (0x80 if marker else 0) | kind, sequence, timestamp, ssrc) + payload
        (self.other if moved else self.media).sendto(data, self.target)
        self.reports.said(ssrc, timestamp, len(payload), time.monotonic())


def main():
    options = options_of_command_line()
    queue = sent(options)
    wire = socket.socket(socket.AF_PACKET, socket.SOCK_DGRAM, socket.htons(3))      # ETH_P_ALL
    phone = Phone(options)
    begun = call_begins(wire)
    wire.close()
    while queue:
        due, _, packet = heapq.heappop(queue)
        phone.listen(begun + options.after + due)
        phone.send(packet)
    phone.listen(max(begun + options.stay, time.monotonic() + 2))


main()
