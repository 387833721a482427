/** What is told of files before they are read. */
import { expect, it } from 'vitest';
import { firstTime } from '../../src/node/inputs.ts';

const fixtures = new URL('../../fixtures/', import.meta.url).pathname;

it.each(['zst', 'xz'])('the first time in a file is known through %s', async (ending) => {
  const plain = await firstTime(`${fixtures}captures/options-ping.pcap`);
  expect(plain).toBeGreaterThan(0);
  expect(await firstTime(`${fixtures}packed/options-ping.pcap.${ending}`)).toBe(plain);
});
