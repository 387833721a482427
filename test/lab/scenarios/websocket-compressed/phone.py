"""Sends three OPTIONS over WebSocket, compressed; the second one in three fragments with a ping before them."""
import asyncio
import sys

import websockets

(server,) = sys.argv[1:]
HOST = 'df7jal23ls0d.invalid'


def options(number):
    lines = [
        'OPTIONS sip:example.com SIP/2.0',
        f'Via: SIP/2.0/WS {HOST};branch=z9hG4bK-ask-{number}',
        'Max-Forwards: 70',
        f'From: "Alice" <sip:alice@example.com>;tag=ask-{number}',
        'To: <sip:example.com>',
        f'Call-ID: ask-{number}@{HOST}',
        'CSeq: 1 OPTIONS',
        'User-Agent: Lab Browser Phone 1.0',
        'Content-Length: 0',
    ]
    return '\r\n'.join([*lines, '', ''])


async def main():
    async with websockets.connect(f'ws://{server}:8080/', subprotocols=['sip'], ping_interval=None) as connection:
        assert connection.subprotocol == 'sip'
        assert [extension.name for extension in connection.extensions] == ['permessage-deflate']
        for number in (1, 2, 3):
            text = options(number)
            if number == 2:
                await (await connection.ping())
                await connection.send(iter([text[:100], text[100:200], text[200:]]))
            else:
                await connection.send(text)
            assert (await connection.recv()).startswith('SIP/2.0 200 ')
            await asyncio.sleep(0.3)


asyncio.run(main())
