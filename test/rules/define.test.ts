/** The words of another language are held to the args of the rule by the compiler. */
import { expect, expectTypeOf, it } from 'vitest';
import type { ArgsOf, Rule, RuleWords } from '../../src/rules/define.ts';
import type { postDialDelayHigh } from '../../src/rules/delay/post-dial-delay-high.ts';
import { callDropped32s } from '../../src/rules/dialog/call-dropped-32s.ts';

it('a rule gives the type of its args', () => {
  type Dropped = { server: string; what: 'call' | 're-INVITE'; after: number; copies: number };
  expectTypeOf<ArgsOf<typeof callDropped32s>>().toEqualTypeOf<Dropped>();
  expectTypeOf<ArgsOf<typeof postDialDelayHigh>['parts'][number]['ms']>().toEqualTypeOf<number>();
  expectTypeOf<ArgsOf<Rule>>().toBeNever();
});

it('words are written for these args', () => {
  const words: RuleWords<typeof callDropped32s> = {
    title: 'Appel coupé après 32 secondes',
    message: ({ server, after }) => `${server} a raccroché ${after / 1000} s après sa réponse.`,
    why: () => '',
    // @ts-expect-error the rule has no such arg
    fix: ({ client }) => [client],
  };
  const example = { server: '192.0.2.7:5060', what: 'call', after: 32_000, copies: 11 } as const;
  expect(words.message(example)).toBe('192.0.2.7:5060 a raccroché 32 s après sa réponse.');
  expect(callDropped32s.example).toEqual(example);
});
