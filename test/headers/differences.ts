/**
 * Where the scanners and JsSIP's grammar are known to disagree, and why that is right. PEG takes the first alternative
 * that fits and never comes back to it, which accounts for most of what the grammar refuses.
 */
import { parseAddress } from '../../src/syntax/address.ts';
import { cutList } from '../../src/syntax/list.ts';
import { parseUri } from '../../src/syntax/uri.ts';

interface Difference {
  /** Which of the two accepts the value. */
  readonly accepts: 'scanners' | 'grammar';
  readonly why: string;
  readonly example: readonly [name: string, value: string];
  applies(value: string, code: string | undefined, name: string): boolean;
}

const word = (words: string) => new RegExp(`(?:${words})`, 'i');
const repeatsUriParam = (text: string) => {
  const names = parseUri(text)?.params.list.map(({ name }) => name) ?? [];
  return new Set(names).size < names.length;
};

export const differences: readonly Difference[] = [
  // ── The scanners are stricter, because the RFC's text is stricter than its ABNF ──
  {
    accepts: 'grammar',
    why: 'RFC 3261 §7.3.1: a parameter name must not appear twice in a value; no ABNF can say so.',
    example: ['Reason', 'SIP;cause=486;cause=487'],
    applies: (_, code) => code === 'param-repeated',
  },
  {
    accepts: 'grammar',
    why: 'RFC 3261 §19.1.1: nor in a URI.',
    example: ['To', '<sip:a@example.com;lr;lr>'],
    applies: (value, code, name) =>
      code === 'uri-invalid' &&
      (name === 'Request-URI' ? [value] : cutList(value).map((one) => parseAddress(one)?.uriText ?? '')).some(
        repeatsUriParam,
      ),
  },
  {
    accepts: 'grammar',
    why: 'Numbers have limits: CSeq 2^31-1 (§8.1.1.5), seconds 2^32-1 (§20.19), hops 255 (§20.22); and hops of 0 are worth a note.',
    example: ['CSeq', '2147483648 INVITE'],
    applies: (_, code) => /out-of-range|max-forwards-zero/.test(code ?? ''),
  },
  {
    accepts: 'grammar',
    why: 'RFC 3261 §8.1.1.3: the From of a request needs a tag; and a branch needs more than the magic cookie (§8.1.1.7).',
    example: ['From', 'sip:a@example.com'],
    applies: (_, code) => code === 'tag-missing' || code === 'branch-empty',
  },
  {
    accepts: 'grammar',
    why: 'RFC 3261 §20.10: a URI with a comma, a semicolon or a question mark must stand in angle brackets.',
    example: ['To', 'sip:a?b@example.com'],
    applies: (value, code) => code === 'angle-brackets-missing' || /^[^<]*;[^<]*@/.test(value),
  },
  {
    accepts: 'grammar',
    why: 'RFC 7616 §3.3 and RFC 3891 §3: realm and nonce, to-tag and from-tag must be there.',
    example: ['WWW-Authenticate', 'Digest realm="a"'],
    applies: (_, code, name) => code === 'header-invalid' && /Authenticate|Replaces/.test(name),
  },
  {
    accepts: 'grammar',
    why: 'A q, expires, cause or ttl that is no number is still a generic-param to the ABNF.',
    example: ['Contact', 'sip:a@example.com;q=high'],
    applies: (value) => /[;,]\s*(q|expires|cause|ttl)\s*([=;,]|$)/i.test(value),
  },
  // ── The grammar is relaxed on purpose ──
  {
    accepts: 'grammar',
    why: 'Its host names may hold underscores and end their labels with a hyphen (comment in its source).',
    example: ['To', 'sip:a@sip_proxy.example.com'],
    applies: (value) => /_|-(?=[.;:?>,/\s]|$)/.test(value),
  },
  {
    accepts: 'grammar',
    why: 'Its port is any run of up to five digits, none included.',
    example: ['To', 'sip:a@example.com:99999'],
    applies: (value) => /:\s*(\d{5}|[;?>,\s]|$)|rport\s*=\s*([;,]|$)/i.test(value),
  },
  {
    accepts: 'grammar',
    why: 'A method, transport or user in a URI is a token there, a percent sign without digits included.',
    example: ['To', '<sip:a@example.com;method=IN%VITE>'],
    applies: (value) => /(method|transport|user)=[^;?>]*%/i.test(value),
  },
  // ── The grammar is stricter ──
  {
    accepts: 'scanners',
    why: 'It has no rule for the address `::` (RFC 5954 §4.1).',
    example: ['To', 'sip:a@[::]'],
    applies: (value) => /\[::\]|received\s*=\s*::\s*([;,]|$)/i.test(value),
  },
  {
    accepts: 'scanners',
    why: 'A host name may end with a dot (RFC 3261 §25.1); its PEG takes the dot for another label and gives up.',
    example: ['To', 'sip:a@example.com.'],
    applies: (value) => /[A-Za-z0-9]\.(?=[;:?>,/\s]|$)/.test(value),
  },
  {
    accepts: 'scanners',
    why: 'A port may have leading zeros beyond five digits (`1*DIGIT`).',
    example: ['To', 'sip:a@example.com:005060'],
    applies: (value) => /:\s*0\d{5}/.test(value),
  },
  {
    accepts: 'scanners',
    why: 'Via: a name that begins like an IPv4 address (`192.0.2.1.example.com`) is cut behind the address.',
    example: ['Via', 'SIP/2.0/UDP 192.0.2.1.example.com;branch=z9hG4bKa'],
    applies: (value, _, name) => name === 'Via' && /\d+\.\d+\.\d+\.\d+[A-Za-z0-9.-]/.test(value),
  },
  {
    accepts: 'scanners',
    why: 'A word it knows is taken out of a longer one and the rest refused: `TLS-SCTP` (RFC 4168), `SIPX`, `ACKS`, `MD5-sess`, `activex`.',
    example: ['Via', 'SIP/2.0/TLS-SCTP example.com;branch=z9hG4bKa'],
    applies: (value, _, name) =>
      ({
        Via: word('(SIP[^\\s/]|\\b(UDP|TCP|TLS|SCTP)[^\\s]|rport[^\\s;=])'),
        Reason: word('SIP[^\\s;,]'),
        CSeq: word('(INVITE|ACK|OPTIONS|BYE|CANCEL|REGISTER|SUBSCRIBE|NOTIFY|REFER).'),
        'Subscription-State': word('(active|pending|terminated|reason\\s*=\\s*[a-z]+)[^\\s;]'),
        'Session-Expires': word('refresher\\s*=\\s*ua[cs][^\\s;]'),
        Replaces: word('early-only[^\\s;]'),
        'Content-Type': word('^(text|image|audio|video|application|message|multipart|x-)[^\\s/]'),
        'Proxy-Authenticate': word('(algorithm\\s*=\\s*MD5|stale\\s*=\\s*(true|false))[^\\s,]'),
        'WWW-Authenticate': word('(algorithm\\s*=\\s*MD5|stale\\s*=\\s*(true|false))[^\\s,]'),
      })[name]?.test(value) ?? false,
  },
  {
    accepts: 'scanners',
    why: 'So are parameters it knows, with values that are fine as an other-param: `lrx`, `method=A&B`, `ttl=5a`, `cause=16x`.',
    example: ['To', '<sip:a@example.com;lrx>'],
    applies: (value) =>
      /;(lr[^;?>,\s=]|lr=[^;?>]*[[\]/:&$()]|(transport|user|method|ttl|maddr)=)/i.test(value) ||
      /;\s*(ttl|rport|maddr|received|cause|q|expires)\s*=/i.test(value),
  },
  {
    accepts: 'scanners',
    why: 'Credentials and challenges of other schemes may be a single word (RFC 7235 §2.1), not only parameters.',
    example: ['Proxy-Authenticate', 'Negotiate YWJj'],
    applies: (value, _, name) => name.endsWith('-Authenticate') && !/^Digest\s/i.test(value),
  },
  {
    accepts: 'scanners',
    why: 'Of URIs other than sip, sips and tel the scanners look at the characters only, not at hosts inside.',
    example: ['Request-URI', 'http://-/'],
    applies: (value, _, name) => name === 'Request-URI' && !/^sips?:/i.test(value),
  },
];
