import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createFrame } from '../../src/files/capture.ts';
import { FRAME_CUT, NO_ETHERTYPE, WLAN_ENCRYPTED, WLAN_FRAGMENT } from '../../src/link/link.ts';
import { linkOf, links } from '../../src/link/links.ts';
import { hex } from '../files/build.ts';

const folder = new URL('../../fixtures/link/', import.meta.url);
const source = new URL('../../src/link/', import.meta.url);

/** `# title`, `type N`, the frame in hex, `= EtherType at offset`, `= none`, `= cut`, `= encrypted` or `= fragment`. */
function casesOf(name: string) {
  return readFileSync(new URL(`${name}.txt`, folder), 'utf8')
    .split(/\n\n+/)
    .map((text) => {
      const lines = text.trim().split('\n');
      return {
        title: lines[0].slice(2),
        type: Number(lines[1].slice(5)),
        frame: hex(lines.slice(2, -1).join('')),
        expected: lines[lines.length - 1].slice(2),
      };
    });
}

function outcome(type: number, bytes: Uint8Array): string {
  // Away from 0, so that offsets count from the frame's start.
  const all = new Uint8Array(bytes.length + 5);
  all.set(bytes, 5);
  const frame = { ...createFrame(), bytes: all, start: 5, end: all.length, wireLength: bytes.length, linkType: type };
  const etherType = linkOf(type)?.decode(frame);
  if (etherType === undefined) return 'unknown';
  if (etherType === FRAME_CUT) return 'cut';
  if (etherType === NO_ETHERTYPE) return 'none';
  if (etherType === WLAN_ENCRYPTED) return 'encrypted';
  if (etherType === WLAN_FRAGMENT) return 'fragment';
  return `${etherType.toString(16).padStart(4, '0')} at ${frame.start - 5}`;
}

for (const link of links) {
  describe(link.title, () => {
    for (const { title, type, frame, expected } of casesOf(link.name)) {
      test(title, () => {
        expect(link.types).toContain(type);
        expect(outcome(type, frame)).toBe(expected);
      });
    }
  });
}

describe('the list', () => {
  const names = links.map((link) => link.name).sort();
  const parts = ['cooked-address', 'hdlc', 'ip-version', 'link', 'links', 'llc', 'ppp-frame', 'vlan', 'wlan-frame'];

  test('has every file, and every file has its fixture', () => {
    const files = readdirSync(source).map((file) => file.replace('.ts', ''));
    expect(files.filter((file) => !parts.includes(file)).sort()).toEqual(names);
    expect(
      readdirSync(folder)
        .map((file) => file.replace('.txt', ''))
        .sort(),
    ).toEqual(names);
  });

  test('gives each number once', () => {
    const types = links.flatMap((link) => link.types);
    expect(new Set(types).size).toBe(types.length);
    const etherTypes = links.flatMap((link) => link.etherTypes ?? []);
    expect(new Set(etherTypes).size).toBe(etherTypes.length);
    expect(linkOf(9999)).toBeUndefined();
  });
});
