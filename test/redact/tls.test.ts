/** What TLS hides leaves with its secrets: neither the one nor the other is in a redacted copy. */
import { expect, it } from 'vitest';
import { redact } from '../../src/redact/redact.ts';
import { fixturesIn } from '../fixtures.ts';
import { see } from '../net/tls/capture.ts';
import { optionsFor } from './prove.ts';

it.each([...fixturesIn('captures', '.pcapng')])('%s', (_name, bytes) => {
  const options = optionsFor(bytes);
  if (options === undefined) throw new Error('no capture');
  const out = new Uint8Array(Buffer.concat(redact(bytes, options).pieces));
  const log =
    Buffer.from(bytes)
      .toString('latin1')
      .match(/^(?:CLIENT|SERVER)_[A-Z_0]+ [0-9a-f]{64} [0-9a-f]+$/gm) ?? [];
  expect(log.length).toBeGreaterThan(0);
  expect(see(bytes, '').messages.length).toBeGreaterThan(0);
  // Even who kept the secrets reads nothing.
  expect(see(out, log.join('\n')).messages).toEqual([]);
  const text = Buffer.from(out).toString('latin1');
  for (const line of log) for (const word of line.split(' ').slice(1)) expect(text).not.toContain(word);
});
