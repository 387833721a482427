/** The flow as tshark prints it. */
import type { FlowMessage } from './flow.ts';
import { createFrames } from './packet.ts';
import { Page, parts, type Renderer } from './render.ts';
import { dotted } from './render-tools.ts';

const epoch = (time: number): string => `${Math.floor(time / 1e6)}.${parts(time).micros}000`;
const hostOf = (name: string): string => name.replace(/:\d+$/, '').replace(/^\[|\]$/g, '');
const portOf = (name: string): string => /:(\d+)$/.exec(name)?.[1] ?? '';
const splitHead = (text: string): [string, string] => {
  const end = text.indexOf('\r\n\r\n');
  return [text.slice(0, end), text.slice(end + 4)];
};
const TITLES: Readonly<Record<string, string>> = {
  v: 'Session Description Protocol Version',
  o: 'Owner/Creator, Session Id',
  s: 'Session Name',
  c: 'Connection Information',
  t: 'Time Description, active time',
  m: 'Media Description, name and address',
  a: 'Media Attribute',
};

function frameDetails(message: FlowMessage, number: number): string {
  const [source, destination] = [hostOf(message.source), hostOf(message.destination)];
  const size = message.text.length + 42;
  const [protocol, tail] =
    message.transport === 'udp'
      ? ['User Datagram Protocol', '']
      : ['Transmission Control Protocol', ', Seq: 1, Ack: 1, Len: 400'];
  return [
    `Frame ${number}: ${size} bytes on wire (${size * 8} bits), ${size} bytes captured (${size * 8} bits)`,
    '    Encapsulation type: Ethernet (1)',
    `    Epoch Time: ${epoch(message.time)} seconds`,
    '    [Time since reference or first frame: 0.000000000 seconds]',
    'Ethernet II, Src: 02:00:00:00:00:01 (02:00:00:00:00:01), Dst: 02:00:00:00:00:02 (02:00:00:00:00:02)',
    `Internet Protocol Version ${source.includes(':') ? 6 : 4}, Src: ${source}, Dst: ${destination}`,
    '    0100 .... = Version: 4',
    `${protocol}, Src Port: ${portOf(message.source)}, Dst Port: ${portOf(message.destination)}${tail}`,
    '    [Stream index: 0]',
    '',
  ].join('\n');
}

function bodyTree(type: string, body: string): string {
  const lines = body.split('\r\n').slice(0, -1);
  if (type.startsWith('application/sdp')) {
    const fields = lines.map(
      (line) => `            ${TITLES[line[0]]} (${line[0]}): ${line.slice(2)}\n                Detail: 1\n`,
    );
    return `    Message Body\n        Session Description Protocol\n${fields.join('')}            [Generated Call-ID: x]\n`;
  }
  if (type.startsWith('message/sipfrag')) return `    Message Body\n        Sipfrag\n            ${lines[0]}\n`;
  return '    Message Body\n        eXtensible Markup Language\n            <presence\n                xmlns="urn">\n';
}

/** `-V`: folds spelled out, SDP named field by field, XML in pieces. */
export const tsharkTree: Renderer = (flow) => {
  const page = new Page();
  const printed: string[] = [];
  flow.forEach((message, index) => {
    const [head, body] = splitHead(message.text);
    const [start, ...headers] = head
      .replace(/\r\n([ \t])/g, (_, blank) => `\\r\\n${blank === '\t' ? '\\t' : ' '}`)
      .split('\r\n');
    page.add(frameDetails(message, index + 1));
    page.add(`Session Initiation Protocol (${start.split(' ')[start.startsWith('SIP') ? 1 : 0]})\n`);
    page.mark();
    page.add(
      `    ${start.startsWith('SIP') ? 'Status' : 'Request'}-Line: ${start}\n        [Resent Packet: False]\n    Message Header\n`,
    );
    for (const header of headers) {
      page.add(`        ${header}\n`);
      if (header.startsWith('Via')) page.add('            Transport: UDP\n            Sent-by port: 5060\n');
      if (header.startsWith('Call-ID')) page.add('        [Generated Call-ID: x]\n');
    }
    const type = /\r\nContent-Type: (.*)/.exec(head)?.[1] ?? '';
    if (body !== '') page.add(bodyTree(type, body));
    page.add('\n');
    printed.push(type.includes('xml') ? head : message.text);
  });
  return { ...page.done(1), printed };
};

function rows(bytes: Buffer, indent = ''): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 16) {
    const row = bytes.subarray(at, at + 16);
    const digits = [...row].map((byte) => byte.toString(16).padStart(2, '0')).join(' ');
    text += `${indent}${at.toString(16).padStart(4, '0')}  ${digits.padEnd(47)}   ${dotted(row.toString('latin1')).replaceAll('\n', '.')}\n`;
  }
  return text;
}

/** `-V -x`: the tree's head, then the bytes; what was put together from two segments is printed again as a whole. */
export const tsharkHex: Renderer = (flow) => {
  const page = new Page();
  const framesOf = createFrames();
  for (const message of flow) {
    framesOf(message).forEach((frame, index, { length }) => {
      page.add(frameDetails(message, 1));
      page.add('\n');
      if (index > 0) page.add(`Frame (${frame.bytes.length} bytes):\n`);
      if (index === 0) page.mark();
      page.add(rows(frame.bytes));
      if (length > 1 && index > 0) {
        page.add(`Reassembled TCP (${message.text.length} bytes):\n${rows(Buffer.from(message.text, 'latin1'))}`);
      }
      page.add('\n');
    });
  }
  return page.done(1);
};

const json = (value: string): string =>
  Buffer.from(JSON.stringify(Buffer.from(value, 'latin1').toString('utf8')), 'utf8').toString('latin1');

/** `-T json`: a member a line, keys as often as there are fields. */
export const tsharkJson: Renderer = (flow) => {
  const page = new Page();
  page.add('[\n');
  flow.forEach((message, index) => {
    const [start] = message.text.split('\r\n', 1);
    const udp = message.transport === 'udp';
    const ip = message.source.startsWith('[') ? 'ipv6' : 'ip';
    const member = (depth: number, key: string, value: string): string =>
      `${'  '.repeat(depth)}"${key}": ${json(value)},\n`;
    page.add('  {\n    "_index": "packets-2026-01-05",\n    "_source": {\n      "layers": {\n        "frame": {\n');
    page.add(member(5, 'frame.time_epoch', epoch(message.time)));
    page.add(`        },\n        "${ip}": {\n`);
    page.add(member(5, `${ip}.src`, hostOf(message.source)) + member(5, `${ip}.dst`, hostOf(message.destination)));
    page.add(`        },\n        "${message.transport}": {\n`);
    page.add(member(5, `${message.transport}.srcport`, portOf(message.source)));
    page.add(member(5, `${message.transport}.dstport`, portOf(message.destination)));
    page.add(`          "${udp ? 'udp' : 'tcp'}.stream": "0"\n        },\n        "sip": {\n`);
    page.mark();
    page.add(member(5, start.startsWith('SIP') ? 'sip.Status-Line' : 'sip.Request-Line', start));
    page.add('          "sip.Status-Line_tree": {\n            "sip.resend": "0"\n          },\n');
    page.add(member(5, 'sip.msg_hdr', message.text.slice(start.length + 2)));
    page.add(
      '          "sip.msg_hdr_tree": {\n            "sip.Via": "SIP/2.0/UDP 192.0.2.1",\n            "sip.Via": "x"\n          }\n',
    );
    page.add(`        }\n      }\n    }\n  }${index < flow.length - 1 ? ',' : ''}\n`);
  });
  page.add(']\n');
  return page.done(1);
};

/** `-T ek`: one object a packet, behind one that names its index. */
export const tsharkEk: Renderer = (flow) => {
  const page = new Page();
  for (const message of flow) {
    const [start] = message.text.split('\r\n', 1);
    const ip = message.source.startsWith('[') ? 'ipv6' : 'ip';
    const utf8 = (text: string): string => Buffer.from(text, 'latin1').toString('utf8');
    const of = (layer: string, fields: Readonly<Record<string, string>>): object => ({
      [layer]: Object.fromEntries(
        Object.entries(fields).map(([key, value]) => [`${layer}_${layer}_${key}`, utf8(value)]),
      ),
    });
    const layers = {
      ...of('frame', {
        time: '2026',
        time_epoch: `${parts(message.time).date}T${parts(message.time).time}.${parts(message.time).micros}000Z`,
      }),
      ...of(ip, { src: hostOf(message.source), dst: hostOf(message.destination) }),
      ...of(message.transport, { srcport: portOf(message.source), dstport: portOf(message.destination) }),
      ...of('sip', {
        [start.startsWith('SIP') ? 'Status-Line' : 'Request-Line']: start,
        msg_hdr: message.text.slice(start.length + 2),
      }),
    };
    page.add('{"index":{"_index":"packets-2026-01-05","_type":"doc"}}\n');
    page.mark();
    const line = JSON.stringify({ timestamp: String(Math.floor(message.time / 1000)), layers });
    page.add(`${Buffer.from(line, 'utf8').toString('latin1')}\n`);
  }
  return page.done(1);
};

/** One stream for each pair of ends, in the order in which they begin. */
function follow(
  flow: readonly FlowMessage[],
  form: string,
  print: (page: Page, text: string, tab: string) => void,
): ReturnType<Renderer> {
  const page = new Page();
  const marks = new Map<FlowMessage, number>();
  const streams = new Map<string, FlowMessage[]>();
  for (const message of flow) {
    const key = [message.transport, ...[message.source, message.destination].sort()].join(' ');
    streams.set(key, [...(streams.get(key) ?? []), message]);
  }
  for (const [key, messages] of streams) {
    const { source, destination, transport } = messages[0];
    page.add(
      `\n${'='.repeat(67)}\nFollow: ${transport},${form}\nFilter: ${key.slice(0, 3)}.stream eq 0\nNode 0: ${source}\nNode 1: ${destination}\n`,
    );
    for (const message of messages) {
      print(page, message.text, message.source === source ? '' : '\t');
      marks.set(message, page.lines[page.lines.length - 1]);
    }
    page.add(`${'='.repeat(67)}\n`);
  }
  const order = [...streams.values()].flat();
  return { ...page.done(Infinity), lines: order.map((message) => marks.get(message) ?? 0) };
}

/** A length, then the bytes, those that do not print as dots. */
export const followAscii: Renderer = (flow) =>
  follow(flow, 'ascii', (page, text, tab) => {
    page.add(`${tab}${text.length}\n`);
    page.mark();
    page.add(`${text.replace(/[^\x20-\x7e\r\n]/g, '.')}\n`);
  });

export const followRaw: Renderer = (flow) =>
  follow(flow, 'raw', (page, text, tab) => {
    page.mark();
    page.add(`${tab}${Buffer.from(text, 'latin1').toString('hex')}\n`);
  });

/** Streams one after the other. */
export function inStreams(flow: readonly FlowMessage[]): FlowMessage[] {
  const key = (message: FlowMessage): string =>
    [message.transport, ...[message.source, message.destination].sort()].join(' ');
  const keys = [...new Set(flow.map(key))];
  return keys.flatMap((one) => flow.filter((message) => key(message) === one));
}
