/** Session descriptions, line by line (RFC 8866): what is negotiated stays, who and where does not. */
import type { Names } from './names.ts';
import { host } from './uris.ts';
import { blank, identifier, keptTokens, open } from './words.ts';

/** Attributes that hold nothing but what is negotiated. */
const PLAIN: ReadonlySet<string> = new Set(
  `rtpmap fmtp ptime maxptime sendrecv sendonly recvonly inactive rtcp-mux rtcp-rsize rtcp-fb setup connection mid group
  ice-lite ice-options end-of-candidates framerate quality extmap extmap-allow-mixed sctp-port max-message-size imageattr
  curr des conf silencesupp direction T38FaxVersion T38MaxBitRate T38FaxFillBitRemoval T38FaxTranscodingMMR
  T38FaxTranscodingJBIG T38FaxRateManagement T38FaxMaxBuffer T38FaxMaxDatagram T38FaxMaxIFP T38FaxUdpEC T38FaxUdpECDepth
  T38VendorInfo sqn cdsc cpar cparmin pcfg acfg tcap rtcp-xr nortpproxy content label rid simulcast accept-types
  accept-wrapped-types ecn-capable-rtp crypto-tag bundle-only`
    .toLowerCase()
    .match(/\S+/g),
);

export function sdpLine(line: string, names: Names): string {
  const type = line[0];
  const value = line.slice(2);
  switch (type) {
    case 'v':
    case 'b':
    case 't':
    case 'r':
    case 'z':
      return line;
    case 'o':
      return `o=${origin(value, names)}`;
    case 'c':
      return `c=${connection(value, names)}`;
    case 'm':
      return /^\w+ \d{1,5}(?:\/\d{1,3})? [\w/]+ /.test(value) ? line : `m=${open(value, names)}`;
    case 's':
      return `s=${open(value, names)}`;
    case 'a':
      return `a=${attribute(value, names)}`;
    case 'k':
      return `k=${/^(?:clear|base64|uri):/.test(value) ? value.replace(/:[\s\S]*/, (key) => identifier(key, names)) : open(value, names)}`;
    default:
      return `${line.slice(0, 2)}${identifier(value, names)}`;
  }
}

/** The version counts the changes of the session and must go on doing so. */
function origin(value: string, names: Names): string {
  const [, user, id, gap, version, rest] = /^(\S+ +)(\S+)( +)(\d+)( [\s\S]*)$/.exec(value) ?? [];
  if (user === undefined) return open(value, names);
  const series = `${user}${id}`;
  return `${identifier(user, names)}${identifier(id, names)}${gap}${names.counter(series, version)}${connection(rest, names)}`;
}

function connection(value: string, names: Names): string {
  const [, type, address, rest] = /^(\s*IN +IP[46] +)([^\s/]+)([\s\S]*)$/i.exec(value) ?? [];
  return type === undefined ? open(value, names) : type + host(address, names) + rest;
}

function attribute(value: string, names: Names): string {
  const colon = value.indexOf(':');
  if (colon < 0) return open(value, names);
  const name = value.slice(0, colon);
  const rest = value.slice(colon + 1);
  const key = name.toLowerCase();
  if (PLAIN.has(key)) return `${name}:${keptTokens(rest, names)}`;
  return `${name}:${attributeValue(key, rest, names)}`;
}

function attributeValue(name: string, value: string, names: Names): string {
  switch (name) {
    case 'rtcp': {
      const [, port, type, address] = /^(\d+)( +IN +IP[46] +)([\s\S]*)$/i.exec(value) ?? [];
      return port === undefined
        ? /^\d+\s*$/.test(value)
          ? value
          : open(value, names)
        : port + type + host(address, names);
    }
    case 'candidate':
    case 'remote-candidates':
      return candidate(value, names);
    case 'crypto':
      return crypto(value, names);
    case 'fingerprint': {
      const space = value.indexOf(' ');
      return value.slice(0, space + 1) + hexadecimal(value.slice(space + 1), names);
    }
    case 'ssrc':
      return ssrc(value, names);
    case 'ssrc-group':
      return value;
    case 'key-mgmt':
    case 'zrtp-hash':
      return value.replace(/ [\s\S]*/, (key) => identifier(key, names));
    case 'msi':
    case 'path':
    case 'msid':
    case 'ice-ufrag':
    case 'ice-pwd':
      return identifier(value, names);
    case 'tool':
      return open(value, names);
    case 'cat':
    case 'keywds':
      return blank(value);
    default:
      return open(value, names);
  }
}

/** RFC 8839 §5.1: foundation, component, transport, priority, address, port; then names and values. */
function candidate(value: string, names: Names): string {
  const [, foundation, fixed, address, rest] = /^(\S+)( +\d+ +\w+ +\d+ +)(\S+)([\s\S]*)$/.exec(value) ?? [];
  if (foundation === undefined) return open(value, names);
  const related = rest.replace(/( raddr +)(\S+)/i, (_all, name: string, where: string) => name + host(where, names));
  return identifier(foundation, names) + fixed + host(address, names) + tail(related, names);
}

/** What is named so that it is no secret; the rest may be. */
function tail(text: string, names: Names): string {
  return text.replace(/( ufrag +)(\S+)/i, (_all, name: string, value: string) => name + identifier(value, names));
}

/** RFC 4568 §9.1: the key goes, how long it is and how long it lives stays. */
function crypto(value: string, names: Names): string {
  return value.replace(/(inline:)([^|;\s]*)/gi, (_all, name: string, key: string) => name + base64(key, names));
}

/** All of it one secret, whatever divides its letters. */
function base64(key: string, names: Names): string {
  return key.replace(/[A-Za-z0-9]+/g, (part) => names.identifier(part));
}

/** Pairs of hexadecimal digits with colons between. */
function hexadecimal(text: string, names: Names): string {
  const digits = text.replace(/[^0-9A-Fa-f]/g, '');
  if (digits.length < 8 || /[^0-9A-Fa-f:\s]/.test(text)) return identifier(text, names);
  const made = names.identifier(digits);
  let at = 0;
  return text.replace(/[0-9A-Fa-f]/g, () => made[at++]);
}

function ssrc(value: string, names: Names): string {
  const [, id, name, rest] = /^(\d+)( +[\w-]+:?)([\s\S]*)$/.exec(value) ?? [];
  return id === undefined ? open(value, names) : id + name + identifier(rest, names);
}

/** Lines with whatever ends them. */
export function sdp(text: string, names: Names): string {
  return text.replace(/[^\r\n]+/g, (line) => (/^[A-Za-z]=/.test(line) ? sdpLine(line, names) : blank(line)));
}
