"""Answers OPTIONS over WebSocket, compressing what it says (permessage-deflate, windows kept)."""
import asyncio
import re
import sys

import websockets

(own,) = sys.argv[1:]
over = asyncio.Event()


async def serve(connection, _path=None):
    async for request in connection:
        kept = re.findall(r'^(?:Via|From|To|Call-ID|CSeq):[^\r]*', request, re.M)
        lines = [f'{line};tag=server' if line.startswith('To:') else line for line in kept]
        lines = ['SIP/2.0 200 OK', *lines, 'Allow: INVITE, ACK, CANCEL, BYE, OPTIONS', 'Server: Lab Server 1.0', 'Content-Length: 0']
        await connection.send('\r\n'.join([*lines, '', '']))
    over.set()


async def main():
    async with websockets.serve(serve, own, 8080, subprotocols=['sip'], ping_interval=None):
        await over.wait()


asyncio.run(main())
