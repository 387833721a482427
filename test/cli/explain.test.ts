/** Words on the terminal: `explain` and `list`. */
import { describe, expect, it } from 'vitest';
import { createProgram } from './built.ts';

const { run } = createProgram();

describe('explain and list', () => {
  it.each<[readonly string[], RegExp]>([
    [['183'], /^183 Session Progress/],
    [['183', '600'], /^183 .*600/],
    [['100,183,600'], /100.*183.*600/],
    [['q850:17'], /17/],
    [['warning:304'], /304/],
    [['ack-missing-for-2xx'], /ack-missing-for-2xx/],
    [['INVITE'], /^INVITE/],
    [['retry-after'], /^Header field Retry-After/],
    [['header:x'], /^Header field Session-Expires/],
    [['reason:stir'], /^Reason protocol STIR/],
    [['timer:b'], /^Timer B/],
    [['477'], /^477 Unfortunately/],
    [['499'], /^499$/m],
  ])('explain %j', (things, title) => {
    const { code, stdout, stderr } = run(['explain', ...things]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(title);
    expect(stdout.split('\n').length).toBeGreaterThan(8);
    expect(stdout.split('\n').filter((line) => [...line].length > 80)).toEqual([]);
    expect(stdout).not.toMatch(/undefined|NaN|\[object/);
  });

  it.each([
    ['statuses', /^183\s+Session Progress/m],
    ['rules', /^ack-missing-for-2xx\s+error/m],
    ['dialects', /^asterisk-pjsip\s/m],
    ['formats', /^json\s/m],
    ['links', /^1\s+Ethernet$/m],
    ['headers', /^Session-Expires\s+x\s+RFC 4028 §4$/m],
    ['reasons', /^STIR\s+RFC 9410$/m],
    ['timers', /^B\s+32 s\s+128 s\s+RFC 3261 §17\.1\.1\.2$/m],
  ])('list %s', (what, line) => {
    const { code, stdout, stderr } = run(['list', what]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(line);
  });
});
