/** What a pseudonym keeps of the name, and what it never does. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressClass } from '../../src/catalogue/addresses.ts';
import { addressBytes } from '../../src/net/address-bytes.ts';
import { logLine } from '../../src/redact/log.ts';
import { message } from '../../src/redact/message.ts';
import { createCollector, type Names } from '../../src/redact/names.ts';
import { createPseudonyms } from '../../src/redact/pseudonyms.ts';
import { redact } from '../../src/redact/redact.ts';
import { fixturesIn } from '../fixtures.ts';
import { analyse } from '../slice/slice.ts';
import { keyedBy } from './prove.ts';

function pseudonymsOf(words: readonly string[], addresses: readonly Uint8Array[] = [], key = 'key') {
  const collector = createCollector();
  for (const word of words) collector.names.identifier(word);
  for (const address of addresses) collector.names.address(address);
  return createPseudonyms(keyedBy(key), collector);
}

const word = fc.stringMatching(/^[A-Za-z0-9]{1,20}$/);

describe('a word', () => {
  it('keeps its length, and letters, digits and capitals stay where they are', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 20 }), (words) => {
        const names = pseudonymsOf(words);
        const shape = (text: string) => text.replace(/[a-z]/g, 'a').replace(/[A-Z]/g, 'A').replace(/\d/g, '0');
        for (const one of words) expect(shape(names.identifier(one))).toBe(shape(one));
      }),
    );
  });

  it('has one pseudonym, which no other has', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { minLength: 2, maxLength: 40, selector: (one) => one.toLowerCase() }),
        (words) => {
          const names = pseudonymsOf(words);
          const made = words.map((one) => names.identifier(one).toLowerCase());
          expect(new Set(made).size).toBe(words.length);
        },
      ),
    );
  });

  it('of hexadecimal digits stays one', () => {
    expect(pseudonymsOf(['00112233445566778899aabbccddeeff']).identifier('00112233445566778899aabbccddeeff')).toMatch(
      /^[0-9a-f]{32}$/,
    );
  });

  it('that is a number ends like the pseudonym of a number that ends like it', () => {
    // National and international form, and with a prefix that is dialled.
    const forms = ['12025550142', '2025550142', '00112025550142'];
    const [international, national, dialled] = forms.map((one) => pseudonymsOf(forms).identifier(one));
    expect(international.slice(2)).toBe(national.slice(1));
    expect(dialled.slice(0, 2)).toBe('00');
    expect(dialled.endsWith(international.slice(1))).toBe(true);
  });
});

describe('an address', () => {
  const octets = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255)).map((all) => Uint8Array.from(all));

  it('keeps the number of its digits and its kind', () => {
    fc.assert(
      fc.property(fc.array(octets, { minLength: 1, maxLength: 12 }), (all) => {
        const names = pseudonymsOf([], all);
        for (const one of all) {
          const made = names.address(one);
          expect([...made].map((octet) => String(octet).length)).toEqual([...one].map((octet) => String(octet).length));
          expect(addressClass(made.join('.'))).toBe(addressClass(one.join('.')));
        }
      }),
    );
  });

  it('has one pseudonym, and networks stay together', () => {
    const all = Array.from({ length: 200 }, (_, index) => Uint8Array.of(198, 51, 100, index));
    const names = pseudonymsOf([], all);
    const made = all.map((one) => names.address(one).join('.'));
    expect(new Set(made).size).toBe(all.length);
    expect(new Set(made.map((one) => one.replace(/\.\d+$/, ''))).size).toBe(1);
  });

  it.each(['127.0.0.1', '0.0.0.0', '255.255.255.255', '::1', '::', 'ff02::1', '224.0.0.251'])('%s stays', (text) => {
    const bytes = addressBytes(text) ?? new Uint8Array();
    expect(pseudonymsOf([], [bytes]).address(bytes)).toEqual(bytes);
  });

  it.each(['fe80::1234:5678', 'fd12:3456::9', '2001:db8:0:12::a', '::ffff:192.0.2.7'])(
    '%s keeps its text as long as it was, and its kind',
    (text) => {
      const bytes = addressBytes(text) ?? new Uint8Array();
      const line = `o=- 1 1 IN IP6 ${text}`;
      const made = message(`INVITE sip:a@b SIP/2.0\r\n\r\nv=0\r\n${line}`, pseudonymsOf([], [bytes]));
      const shown = made.slice(made.lastIndexOf(' ') + 1);
      expect(shown).toHaveLength(text.length);
      expect(addressClass(shown)).toBe(addressClass(text));
      expect(shown).not.toBe(text);
    },
  );
});

describe('whatever the bytes are', () => {
  /** Both passes; no byte may be won or lost in either. */
  const lengths = (one: string, rewrite: (text: string, names: Names) => string) => {
    const collector = createCollector();
    expect(rewrite(one, collector.names)).toHaveLength(one.length);
    return rewrite(one, createPseudonyms(keyedBy('key'), collector)).length;
  };
  const piece = fc.constantFrom(
    'INVITE sip:a@b SIP/2.0\r\n',
    'Via: SIP/2.0/UDP ',
    '"',
    '\\',
    '<',
    '>',
    ';',
    '=',
    '%',
    '%4',
    ',',
    '@',
    '::',
    '1.2.3.4',
    'From: ',
    'Identity: eyJ.',
    '\r\n',
    '\r\n\r\n',
    '\0',
    'v=0\r\no=',
    'm=',
    'Content-Type: multipart/mixed;boundary=x\r\n',
    '--x',
    '{"a":"',
    '\\"',
    'Authorization: Digest a="',
    '[',
    ']',
    '\xff',
    '\x1b[',
  );
  const text = fc.oneof(
    fc.array(piece, { maxLength: 30 }).map((all) => all.join('')),
    fc.uint8Array({ maxLength: 300 }).map((bytes) => String.fromCharCode(...bytes)),
  );

  it('a message keeps its length', () => {
    fc.assert(
      fc.property(text, (one) => lengths(one, message) === one.length),
      { numRuns: 2000 },
    );
  });

  it('a line keeps its length', () => {
    fc.assert(
      fc.property(text, fc.boolean(), (one, keepText) => {
        return lengths(one, (line, names) => logLine(line, names, { keepText })) === one.length;
      }),
      { numRuns: 2000 },
    );
  });

  const captures = [...fixturesIn('captures', '.pcap').values()].filter(({ length }) => length < 20_000);

  it('a damaged capture is redacted frame by frame', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...captures),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 60 }),
        (capture, damage) => {
          const bytes = capture.slice();
          for (const [at, byte] of damage) bytes[24 + (at % (bytes.length - 24))] = byte;
          const { pieces } = redact(bytes, {
            kind: 'pcap',
            keyed: keyedBy('key'),
            keepMedia: false,
            keepText: false,
            also: [],
            keep: [],
          });
          const [was, is] = [bytes, new Uint8Array(Buffer.concat(pieces))].map((one) => analyse(one).inputs[0].frames);
          expect(is).toBe(was);
        },
      ),
      { numRuns: 100 },
    );
  });
});
