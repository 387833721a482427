"""RTCP of a phone (RFC 3550): what it sent, and what came of the other side's RTP."""
import struct
import time

NTP_EPOCH = 2208988800


class Reports:
    """Of one stream sent and one received. Times are those of time.monotonic()."""

    def __init__(self, clock, name):
        self.clock, self.name = clock, name.encode()
        self.ssrc, self.packets, self.octets = 0, 0, 0
        self.last = (0, 0)
        self.source = None
        self.report_of_sender = (0, 0)

    def said(self, ssrc, timestamp, size, now):
        self.ssrc, self.last = ssrc, (timestamp, now)
        self.packets += 1
        self.octets += size

    def heard(self, data, now):
        """RTP of the other side: RFC 3550 A.1, A.8."""
        if len(data) < 12 or data[0] >> 6 != 2:
            return
        _, _, sequence, timestamp, ssrc = struct.unpack('>BBHII', data[:12])
        transit = now * self.clock - timestamp
        if ssrc != self.source:
            self.source, self.base, self.highest, self.received = ssrc, sequence, sequence, 0
            self.before, self.jitter, self.transit = (0, 0), 0, transit
        step = (sequence - self.highest) & 0xFFFF
        if step < 0x8000:
            self.highest += step
        self.received += 1
        self.jitter += (abs(transit - self.transit) - self.jitter) / 16
        self.transit = transit

    def heard_report(self, data, now):
        if len(data) >= 28 and data[1] == 200:
            self.report_of_sender = (struct.unpack('>I', data[10:14])[0], now)

    def report(self, now):
        """A compound packet: SR, or RR of who sent nothing yet, and SDES."""
        blocks = self.block(now)
        count = len(blocks) // 24
        if self.packets:
            timestamp, at = self.last
            real = time.time() + NTP_EPOCH
            there = timestamp + int((now - at) * self.clock)
            sender = struct.pack('>IIIII', int(real), int(real % 1 * (1 << 32)), there, self.packets, self.octets)
            first = self.packet(200, count, struct.pack('>I', self.ssrc) + sender + blocks)
        else:
            first = self.packet(201, count, struct.pack('>I', self.ssrc) + blocks)
        name = struct.pack('>IBB', self.ssrc, 1, len(self.name)) + self.name + b'\0'
        return first + self.packet(202, 1, name + b'\0' * (-len(name) % 4))

    def block(self, now):
        """RFC 3550 A.3; nothing when nothing came."""
        if self.source is None:
            return b''
        expected = self.highest - self.base + 1
        lost = max(0, expected - self.received)
        expected_before, received_before = self.before
        interval = expected - expected_before
        missing = interval - (self.received - received_before)
        self.before = (expected, self.received)
        fraction = missing * 256 // interval if interval > 0 and missing > 0 else 0
        last, at = self.report_of_sender
        since = int((now - at) * 65536) if last else 0
        return struct.pack('>IIIIII', self.source, fraction << 24 | lost, self.highest, int(self.jitter), last, since)

    @staticmethod
    def packet(kind, count, content):
        return struct.pack('>BBH', 0x80 | count, kind, len(content) // 4) + content
