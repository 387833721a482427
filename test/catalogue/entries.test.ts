/** Header fields, protocols of Reason, timers and phrases: facts that agree with the RFCs and with one another. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findHeaderField, headerFields } from '../../src/catalogue/header-fields.ts';
import { findMethod } from '../../src/catalogue/methods.ts';
import { phraseVariants } from '../../src/catalogue/phrases.ts';
import { findReasonProtocol, reasonProtocols } from '../../src/catalogue/reason-protocols.ts';
import { findStatus, statuses } from '../../src/catalogue/statuses.ts';
import { baseTimers, findTimer, imsTimers, lengthOf, timers } from '../../src/catalogue/timers.ts';
import { headerUse } from '../../src/explain/header.ts';
import { headerFields as headerWords } from '../../src/locales/en/header-fields.ts';
import { reasonProtocols as reasonWords } from '../../src/locales/en/reason-protocols.ts';
import { timers as timerWords } from '../../src/locales/en/timers.ts';
import { unregistered as unregisteredWords } from '../../src/locales/en/unregistered.ts';
import { rules } from '../../src/rules/index.ts';
import { defaultThresholds, profiles } from '../../src/rules/thresholds.ts';

const names = (holds: (field: (typeof headerFields)[number]) => boolean) =>
  headerFields.filter(holds).map(({ name }) => name);

describe('header fields', () => {
  it('are in the order of the alphabet, each once', () => {
    const lower = headerFields.map(({ name }) => name.toLowerCase());
    expect(lower).toEqual([...new Set(lower)].sort());
  });

  it('name an RFC and a section, or the document or product that they come from', () => {
    for (const { name, spec, unregistered } of headerFields) {
      if (unregistered) expect(spec, name).not.toMatch(/^RFC/);
      else expect(spec, name).toMatch(/^RFC \d{4} §\d+(\.\d+)*$/);
    }
  });

  it('are mandatory in every message only where RFC 3261 says so (table 2)', () => {
    expect(names(({ mandatory }) => mandatory === true)).toEqual(['Call-ID', 'CSeq', 'From', 'To', 'Via']);
  });

  it('may be repeated but not joined as challenges, credentials and signatures are', () => {
    expect(names(({ severalLines }) => severalLines === true)).toEqual([
      'Authorization',
      'Identity',
      'Proxy-Authenticate',
      'Proxy-Authorization',
      'WWW-Authenticate',
    ]);
    for (const name of names(({ severalLines }) => severalLines === true))
      expect(headerUse(name)?.repeats).toBe('lines');
    expect(['Via', 'Contact', 'From', 'Date'].map((name) => headerUse(name)?.repeats)).toEqual([
      'list',
      'list',
      'once',
      'once',
    ]);
  });

  it('stand in methods, responses and places that there are', () => {
    for (const { name, where, methods = [], codes = [], replacedBy } of headerFields) {
      for (const method of methods) expect(findMethod(method), `${name}: ${method}`).toBeDefined();
      for (const code of codes) {
        if (!/^\dxx$|^\d{3}–\d{3}$/.test(code)) expect(findStatus(Number(code)), `${name}: ${code}`).toBeDefined();
      }
      if (codes.length > 0) expect(where, name).not.toBe('requests');
      if (replacedBy !== undefined) expect(findHeaderField(replacedBy), name).toBeDefined();
    }
  });

  it('hold all that a response must, should or may bring, in responses', () => {
    for (const { code, headers, retryHeader } of statuses) {
      for (const { name } of headers) expect(findHeaderField(name)?.where, `${code}: ${name}`).not.toBe('requests');
      if (retryHeader !== undefined) expect(findHeaderField(retryHeader), `${code}: ${retryHeader}`).toBeDefined();
    }
    expect(headerUse('Min-SE')?.responses).toEqual([{ code: 422, strength: 'must' }]);
  });

  it('are found in any capitals, with their compact form', () => {
    expect(findHeaderField('retry-AFTER')?.name).toBe('Retry-After');
    expect(findHeaderField('Foo')).toBeUndefined();
    expect(headerUse('session-expires')?.compact).toBe('x');
    expect(headerUse('foo')).toBeUndefined();
  });
});

describe('protocols of Reason', () => {
  it('are found by any spelling of their name', () => {
    expect(
      ['q850', 'Q.850', 'stir', 'release_cause', 'ReleaseCause', 's1ap-rnl'].map(
        (name) => findReasonProtocol(name)?.name,
      ),
    ).toEqual(['Q.850', 'Q.850', 'STIR', 'RELEASE_CAUSE', 'RELEASE_CAUSE', 'S1AP-RNL']);
    expect(findReasonProtocol('foo')).toBeUndefined();
  });

  it('have their numbers somewhere', () => {
    for (const { name, numbers, values, document } of reasonProtocols) {
      expect(values !== undefined, name).toBe(numbers === 'values');
      expect(document !== undefined, name).toBe(numbers === 'document');
    }
  });

  it('of STIR are named as the responses of the same number, 403 as RFC 8224 §6.2.2 does', () => {
    const values = findReasonProtocol('STIR')?.values ?? [];
    expect(values[0]).toEqual([403, 'Stale Date']);
    for (const [code, name] of values.slice(1)) expect(findStatus(code)?.phrase).toBe(name);
  });
});

describe('timers', () => {
  const seconds = (id: string, base: typeof baseTimers) =>
    (lengthOf(findTimer(id) ?? expect.fail(id), base) ?? 0) / 1000;

  it('are as long as RFC 3261 table 4, RFC 6026 and RFC 6665 say', () => {
    expect(['T1', 'T2', 'T4'].map((id) => seconds(id, baseTimers))).toEqual([0.5, 4, 5]);
    for (const id of ['B', 'D', 'F', 'H', 'J', 'L', 'M', 'N', '2xx', '100rel'])
      expect(seconds(id, baseTimers), id).toBe(32);
    for (const id of ['A', 'E', 'G']) expect(seconds(id, baseTimers), id).toBe(0.5);
    for (const id of ['I', 'K']) expect(seconds(id, baseTimers), id).toBe(5);
    expect(seconds('C', baseTimers)).toBe(180);
  });

  it('are longer on mobile phones (3GPP TS 24.229 table 7.7.1)', () => {
    expect(['T1', 'T2', 'T4', 'B', 'F', 'I', 'K', 'C'].map((id) => seconds(id, imsTimers))).toEqual([
      2, 16, 17, 128, 128, 17, 17, 180,
    ]);
  });

  it('are those that the rules wait for', () => {
    const { t1, transactionTimeout, timerC, tryingDelay } = defaultThresholds;
    expect([t1, transactionTimeout, timerC, tryingDelay]).toEqual([500, 32_000, 180_000, 200]);
    expect(profiles.ims).toMatchObject({ t1: 2_000, transactionTimeout: 128_000 });
    expect(findTimer('trying')?.length).toEqual({ kind: 'fixed', ms: tryingDelay });
  });

  it('run only over UDP where they repeat, or wait for what is repeated', () => {
    expect(timers.filter(({ udpOnly }) => udpOnly).map(({ id }) => id)).toEqual([...'ADEGIJK']);
  });

  it('name rules that there are, and every rule that waits for one of them', () => {
    const known = new Set(rules.map(({ id }) => id));
    const named = new Map(timers.map(({ id, rules: list }) => [id as string, list]));
    for (const [id, list] of named)
      expect(
        list.filter((rule) => !known.has(rule)),
        id,
      ).toEqual([]);
    const root = join(import.meta.dirname, '../../src/rules');
    const reading = (threshold: RegExp) =>
      readdirSync(root, { recursive: true, encoding: 'utf8' })
        .filter(
          (file) => /^[^/\\]+[/\\][^/\\]+\.ts$/.test(file) && threshold.test(readFileSync(join(root, file), 'utf8')),
        )
        .map((file) => file.replace(/^.*[/\\]|\.ts$/g, ''));
    expect(reading(/\btimerC\b/).filter((rule) => !named.get('C')?.includes(rule))).toEqual([]);
    const ends = timers.filter(({ length }) => length.kind === 'times' && length.n === 64).flatMap((one) => one.rules);
    const waiting = reading(/\btransactionTimeout\b/);
    expect(waiting.length).toBeGreaterThan(10);
    expect(waiting.filter((rule) => !(ends as string[]).includes(rule))).toEqual([]);
  });
});

describe('phrases', () => {
  it('are other than the registered one, each once', () => {
    const all = statuses.flatMap(({ code }) => phraseVariants(code).map(() => code));
    expect(all.length).toBeGreaterThan(5);
    for (const code of all) {
      const phrases = phraseVariants(code).map(({ phrase }) => phrase);
      expect(new Set(phrases).size, `${code}`).toBe(phrases.length);
      expect(phrases, `${code}`).not.toContain(findStatus(code)?.phrase);
    }
    expect(phraseVariants(999)).toEqual([]);
  });
});

describe('English words', () => {
  const texts = [headerWords, reasonWords, timerWords, unregisteredWords].flatMap((words) =>
    Object.entries(words as Readonly<Record<string, object>>).flatMap(([key, entry]) =>
      Object.entries(entry as Record<string, string>)
        .filter(([field]) => !['title', 'from', 'means', 'useWhen'].includes(field))
        .map(([field, text]) => [`${key} ${field}`, text] as const),
    ),
  );

  it('are one to three whole sentences', () => {
    const sentences = (text: string) => text.split(/(?<=[.!?]) (?=[A-Z0-9"])/).length;
    expect(texts.filter(([, text]) => !/^["A-Z0-9]/.test(text) || !text.endsWith('.')).map(([where]) => where)).toEqual(
      [],
    );
    expect(texts.filter(([, text]) => sentences(text) > 3).map(([where]) => where)).toEqual([]);
  });

  it('are as short as a page needs them, and never used twice', () => {
    expect(texts.filter(([, text]) => text.length > 400).map(([where]) => where)).toEqual([]);
    const twice = texts.filter(([, text], i) => texts.findIndex(([, other]) => other === text) !== i);
    expect(twice.map(([where]) => where)).toEqual([]);
  });
});
