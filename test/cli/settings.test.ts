/** What decides over findings: `--rule`, `--profile` and the configuration, and what is said of nonsense in them. */
import { describe, expect, it } from 'vitest';
import { ruleOptions } from '../../src/cli/config.ts';
import { rules } from '../../src/rules/index.ts';
import { defaultThresholds } from '../../src/rules/thresholds.ts';

describe('--rule', () => {
  it('sets severities and thresholds; the last counts', () => {
    const { rules: severities, thresholds } = ruleOptions(
      ['invite-no-response=off', 'timerC=300000', 'invite-no-response=info', 'timerC=60000'],
      undefined,
      undefined,
    );
    expect(severities).toEqual({ 'invite-no-response': 'info' });
    expect(thresholds.timerC).toBe(60_000);
  });

  it('all=off leaves only those that are named after it', () => {
    const { rules: severities } = ruleOptions(['all=off', 'ack-missing-for-2xx=error'], undefined, undefined);
    expect(Object.keys(severities)).toHaveLength(rules.length);
    expect(Object.entries(severities).filter(([, severity]) => severity !== 'off')).toEqual([
      ['ack-missing-for-2xx', 'error'],
    ]);
  });

  it.each(['timerC=', 'timerC=soon', 'timerC=-1', 'timerC=Infinity', 'timer=1', 'all=loud', 'invite-no-response'])(
    '%s is refused',
    (pair) => {
      expect(() => ruleOptions([pair], undefined, undefined)).toThrow(/--rule|rule|severity|known/);
    },
  );
});

describe('--profile', () => {
  it('changes timers; what is set by hand goes before it', () => {
    expect(ruleOptions([], undefined, undefined).thresholds).toEqual({});
    expect(ruleOptions([], 'ims', undefined).thresholds).toMatchObject({ t1: 2_000, transactionTimeout: 128_000 });
    expect(ruleOptions(['t1=100'], 'ims', undefined).thresholds).toMatchObject({
      t1: 100,
      transactionTimeout: 128_000,
    });
    const config = {
      rules: {},
      thresholds: {},
      failOn: undefined,
      profile: 'ims',
      correlation: [],
      suppressions: [],
    } as const;
    expect(ruleOptions([], undefined, config).thresholds.t1).toBe(2_000);
    expect(ruleOptions([], 'rfc3261', config).thresholds.t1 ?? defaultThresholds.t1).toBe(500);
    expect(() => ruleOptions([], 'imz', undefined)).toThrow(/"imz".*ims/);
  });
});
