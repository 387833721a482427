"""Sends RTP (G.711 A-law, a tone of 440 Hz) as no phone does on demand: with loss, jitter, reordering, doubles, a clock
that runs wrong, and digits (RFC 4733). The same options make the same packets."""
import argparse
import heapq
import math
import random
import socket
import struct
import time

SAMPLES = 160
FRAME = 0.02
CLOCK = 8000


def a_law(sample):
    """ITU-T G.711, of 13 bits."""
    sign = 0x80 if sample >= 0 else 0
    value = min(abs(sample), 4095)
    segment = max(0, value.bit_length() - 5)
    low = (value >> 1) & 15 if segment < 2 else (value >> segment) & 15
    return (sign | segment << 4 | low) ^ 0x55


def address(text):
    host, port = text.rsplit(':', 1)
    return host, int(port)


def packets(options):
    """Time from the beginning, marker, type, sequence number, timestamp and payload of each packet."""
    digits = list(options.digits)
    step = FRAME * (1 - options.drift / 1e6)
    sequence, timestamp, event, marker = 1000, 50000, None, True
    for number in range(int(options.seconds / FRAME)):
        due = number * step
        if digits and event is None and number and number % 30 == 0:
            event = {'code': '0123456789*#ABCD'.index(digits.pop(0)), 'start': timestamp, 'duration': 0}
        if event is None:
            tone = [1200 * math.sin(2 * math.pi * 440 * (timestamp + i) / CLOCK) for i in range(SAMPLES)]
            yield due, marker, 8, sequence, timestamp, bytes(a_law(int(one)) for one in tone)
            marker = False
        else:
            event['duration'] += SAMPLES
            last = event['duration'] >= 5 * SAMPLES
            payload = struct.pack('>BBH', event['code'], (0x80 if last else 0) | 10, event['duration'])
            for again in range(3 if last else 1):
                yield due, event['duration'] == SAMPLES, 101, sequence, event['start'], payload
                sequence += 1 if last and again < 2 else 0
            if last:
                event = None
        sequence = (sequence + 1) & 0xFFFF
        timestamp += SAMPLES


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--source', type=address, required=True)
    parser.add_argument('--to', type=address, required=True)
    parser.add_argument('--after', type=float, default=0, help='seconds to wait')
    parser.add_argument('--seconds', type=float, default=3)
    parser.add_argument('--stay', type=float, default=6, help='seconds that the port is open, so that nobody is told it is not')
    parser.add_argument('--loss', type=float, default=0, help='percent of the packets, in runs of two')
    parser.add_argument('--jitter', type=float, default=0, help='ms that a packet waits at the most')
    parser.add_argument('--swap', type=float, default=0, help='percent of the packets that change places')
    parser.add_argument('--double', type=float, default=0, help='percent of the packets sent twice')
    parser.add_argument('--drift', type=float, default=0, help='parts per million that the clock is fast')
    parser.add_argument('--digits', default='')
    parser.add_argument('--seed', type=int, default=1)
    options = parser.parse_args()
    chance = random.Random(options.seed)
    queue, losing = [], 0
    for order, (due, marker, kind, sequence, timestamp, payload) in enumerate(packets(options)):
        if losing == 0 and chance.random() * 200 < options.loss:
            losing = 2
        if losing > 0:
            losing -= 1
            continue
        due += chance.random() * options.jitter / 1000
        if chance.random() * 100 < options.swap:
            due += 1.5 * FRAME
        packet = struct.pack('>BBHII', 0x80, (0x80 if marker else 0) | kind, sequence, timestamp, options.seed) + payload
        for _ in range(2 if chance.random() * 100 < options.double else 1):
            heapq.heappush(queue, (due, order, packet))
    sender = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    sender.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    sender.bind(options.source)
    opened = time.monotonic()
    start = opened + options.after
    while queue:
        due, _, packet = heapq.heappop(queue)
        time.sleep(max(0, start + due - time.monotonic()))
        sender.sendto(packet, options.to)
    time.sleep(max(0, opened + options.stay - time.monotonic()))


main()
