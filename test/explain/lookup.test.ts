/** What a word of `sipsleuth explain` asks for, and what it does not. */
import { describe, expect, it } from 'vitest';
import { headerFields } from '../../src/catalogue/header-fields.ts';
import { methods } from '../../src/catalogue/methods.ts';
import { knownWords, lookUp, type Misunderstood, type Topic } from '../../src/explain/lookup.ts';
import { rules } from '../../src/rules/index.ts';

const ids = rules.map(({ id }) => id);

describe('a word', () => {
  it.each<[string, Topic]>([
    ['Retry-After', { kind: 'header', name: 'Retry-After' }],
    ['retry-after', { kind: 'header', name: 'Retry-After' }],
    ['header:RETRY-AFTER', { kind: 'header', name: 'Retry-After' }],
    ['header:x', { kind: 'header', name: 'Session-Expires' }],
    ['header:K', { kind: 'header', name: 'Supported' }],
    ['x-cid', { kind: 'header', name: 'X-CID' }],
    ['reason', { kind: 'header', name: 'Reason' }],
    ['reason:stir', { kind: 'reason', name: 'STIR' }],
    ['reason:Q.850', { kind: 'reason', name: 'Q.850' }],
    ['REASON:release_cause', { kind: 'reason', name: 'RELEASE_CAUSE' }],
    ['timer:b', { kind: 'timer', id: 'B' }],
    ['timer:T1', { kind: 'timer', id: 'T1' }],
    ['timer:session', { kind: 'timer', id: 'session' }],
    ['timer:2XX', { kind: 'timer', id: '2xx' }],
    ['update', { kind: 'method', name: 'UPDATE' }],
    ['499', { kind: 'status', code: 499 }],
    ['q850:16', { kind: 'cause', code: 16 }],
    ['warning:304', { kind: 'warning', code: 304 }],
  ])('%s', (word, topic) => {
    expect(lookUp([word], ids)).toEqual([topic]);
  });

  it.each<[string, Misunderstood]>([
    ['header:Foo', { key: 'header', word: 'Foo' }],
    ['header:', { key: 'header', word: '' }],
    ['header:q', { key: 'header', word: 'q' }],
    // A letter alone says nothing.
    ['x', { key: 'word', word: 'x' }],
    ['k:', { key: 'word', word: 'k:' }],
    ['timer:Z', { key: 'timer', word: 'Z' }],
    ['timer:', { key: 'timer', word: '' }],
    ['reason:Foo', { key: 'reason', word: 'Foo' }],
    ['reason:toString', { key: 'reason', word: 'toString' }],
    ['header:__proto__', { key: 'header', word: '__proto__' }],
    ['auth', { key: 'word', word: 'auth' }],
    ['999', { key: 'status', word: '999' }],
  ])('%s is none', (word, misunderstood) => {
    expect(lookUp([word], ids)).toEqual([misunderstood]);
  });

  it('means one thing only: no rule, method and header field have the same name', () => {
    const all = [...ids, ...methods.map(({ name }) => name), ...headerFields.map(({ name }) => name)];
    expect(new Set(all.map((name) => name.toLowerCase())).size).toBe(all.length);
  });

  it('that is suggested is understood', () => {
    for (const word of knownWords(ids)) expect(lookUp([word], ids)[0], word).toHaveProperty('kind');
  });
});
