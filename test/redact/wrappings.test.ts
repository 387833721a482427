/** Redaction in every link type and tunnel: its own proof, the addresses and notes of outer headers, and checksums. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytes, pcap } from '../files/build.ts';
import { addressBytes } from '../net/build.ts';
import { HERE, HERE6, MACS, NOTE, THERE, THERE6, wrappings } from '../net/wrappings.ts';
import { analyse } from '../slice/slice.ts';
import { optionsFor, prove } from './prove.ts';

const outer = [HERE, THERE, HERE6, THERE6].map((address) => bytes(addressBytes(address)));
const secrets = [...outer, ...MACS.map((mac) => bytes(mac)), bytes(NOTE), bytes('alice')].map((one) =>
  Buffer.from(one),
);

describe('redact leaves nothing of the outside of', () => {
  it.each(wrappings.map((one) => [one.name, one] as const))('%s', (_name, { frames, linkType }) => {
    const capture = pcap(
      frames.map((data) => ({ data })),
      { linkType },
    );
    const options = optionsFor(capture);
    if (options === undefined) throw new Error('no capture');
    const { bytes: written, failures } = prove(capture, options);
    expect(failures).toEqual([]);
    expect(analyse(written).inputs[0].sipMessages).toBe(1);
    expect(written.length).toBe(capture.length);
    const left = secrets.filter((secret) => Buffer.from(written).includes(secret));
    expect(left.map((one) => one.toString('hex'))).toEqual([]);
  });
});

describe('redact of what the capture cut', () => {
  it('throws nowhere, and leaves nothing of it', () => {
    const cut = fc.record({ wrapping: fc.constantFrom(...wrappings), length: fc.nat(400) });
    fc.assert(
      fc.property(cut, ({ wrapping: { frames, linkType }, length }) => {
        const last = frames[frames.length - 1];
        const whole = frames.slice(0, -1).map((data) => ({ data }));
        const capture = pcap([...whole, { data: last.slice(0, length), wire: last.length }], { linkType });
        const options = optionsFor(capture);
        if (options === undefined) throw new Error('no capture');
        const { bytes: written } = prove(capture, options);
        expect(secrets.filter((secret) => Buffer.from(written).includes(secret))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
