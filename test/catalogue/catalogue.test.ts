import { describe, expect, it } from 'vitest';
import { causes, findCause } from '../../src/catalogue/causes.ts';
import { findMethod, methods } from '../../src/catalogue/methods.ts';
import { findStatus, statusClass, statuses, treatedAs, unregistered } from '../../src/catalogue/statuses.ts';
import { findWarning, warnings } from '../../src/catalogue/warnings.ts';
import { causes as causeWords } from '../../src/locales/en/causes.ts';
import { methods as methodWords } from '../../src/locales/en/methods.ts';
import { statusClasses, statuses as statusWords } from '../../src/locales/en/statuses.ts';
import { warnings as warningWords } from '../../src/locales/en/warnings.ts';

/** All texts of one file, as [where, field, text]. */
function textsOf(name: string, entries: object): [string, string, string][] {
  return Object.entries(entries).flatMap(([key, words]) =>
    Object.entries(words as Record<string, string>).map(([field, text]): [string, string, string] => [
      `${name} ${key} ${field}`,
      field,
      text,
    ]),
  );
}

const statusTexts = textsOf('status', statusWords);
const classTexts = textsOf('status class', statusClasses);
const allTexts = [
  ...statusTexts,
  ...classTexts,
  ...textsOf('cause', causeWords),
  ...textsOf('warning', warningWords),
  ...textsOf('method', methodWords),
];
const clauses = allTexts.filter(([, field]) => field === 'means' || field === 'useWhen');
const sentences = allTexts.filter(([, field]) => field !== 'means' && field !== 'useWhen');

/** Places whose text fails a check, so that a failure names them all at once. */
function failing(texts: [string, string, string][], holds: (text: string) => boolean): string[] {
  return texts.filter(([, , text]) => !holds(text)).map(([where]) => where);
}

const ascending = (codes: readonly number[]): boolean => codes.every((code, i) => i === 0 || code > codes[i - 1]!);

describe('response codes', () => {
  it('are the 75 of the registry, ascending and unique', () => {
    expect(statuses).toHaveLength(75);
    expect(ascending(statuses.map((status) => status.code))).toBe(true);
  });

  it('are confused only with other codes of the table', () => {
    for (const { code, confusedWith } of statuses) {
      expect(confusedWith, `${code}`).not.toContain(code);
      expect(new Set(confusedWith).size, `${code}`).toBe(confusedWith.length);
      for (const other of confusedWith) expect(findStatus(other), `${code} confused with ${other}`).toBeDefined();
    }
  });

  it('end forking in the 6xx class and nowhere else', () => {
    for (const { code, endsForking } of statuses) expect(endsForking, `${code}`).toBe(statusClass(code) === 6);
  });

  it('have nothing to retry after 1xx and 2xx', () => {
    for (const { code, retry } of statuses) if (code < 300) expect(retry, `${code}`).toBe('none');
  });

  it('leave a dialog alone only where they succeed or are provisional', () => {
    for (const { code, dialogEffect } of statuses) {
      if (code >= 300) expect(dialogEffect, `${code}`).not.toBe('none');
      else if (code !== 199) expect(dialogEffect, `${code}`).toBe('none');
    }
  });

  it('name an RFC and a section', () => {
    for (const { code, spec } of statuses) expect(spec, `${code}`).toMatch(/^RFC \d{4} §\d+(\.\d+)*$/);
  });

  it('map only to and from causes of the table, as the causes say', () => {
    for (const { code, causeOut, causesIn } of statuses) {
      if (causeOut !== undefined) expect(findCause(causeOut), `${code} to ${causeOut}`).toBeDefined();
      for (const cause of causesIn) {
        // 301 and 603 are the alternatives of RFC 3398 §7.2.4.1 to 410 and 403.
        const usual = code === 301 ? 410 : code === 603 ? 403 : code;
        expect(findCause(cause)?.rfc3398, `${cause} to ${code}`).toBe(usual);
      }
    }
    for (const { code, rfc3398 } of causes) {
      if (rfc3398 === undefined || rfc3398 === 500) continue;
      expect(findStatus(rfc3398)?.causesIn, `cause ${code}`).toContain(code);
    }
  });

  it('that a client does not know count as x00 of their class, and as 183 if provisional', () => {
    expect([100, 170, 299, 399, 477, 599, 687].map(treatedAs)).toEqual([100, 183, 200, 300, 400, 500, 600]);
    expect([99, 700].map(treatedAs)).toEqual([99, 700]);
  });

  it('have a class from 100 to 699 only', () => {
    expect([99, 100, 199, 200, 486, 699, 700].map(statusClass)).toEqual([undefined, 1, 1, 2, 4, 6, undefined]);
  });

  it('are not at the same time listed as unregistered', () => {
    for (const code of unregistered.keys()) expect(findStatus(code), `${code}`).toBeUndefined();
  });
});

describe('facts besides response codes', () => {
  it('are ascending and unique', () => {
    expect(ascending(causes.map((cause) => cause.code))).toBe(true);
    expect(ascending(warnings.map((warning) => warning.code))).toBe(true);
    expect(new Set(methods.map((method) => method.name)).size).toBe(14);
  });

  it('are found by code or exact name', () => {
    expect(findCause(17)?.name).toBe('User busy');
    expect(findCause(15)).toBeUndefined();
    expect(findWarning(305)?.name).toBe('Incompatible media format');
    expect(findWarning(309)).toBeUndefined();
    expect(findMethod('PRACK')?.spec).toBe('RFC 3262 §6');
    expect(findMethod('invite')).toBeUndefined();
  });

  it('give the user as the origin of causes 17 to 21 only', () => {
    expect(causes.filter((cause) => cause.userSide).map((cause) => cause.code)).toEqual([17, 18, 19, 20, 21]);
  });

  it('know ACK as the only method without a response', () => {
    expect(methods.filter((method) => !method.hasResponse).map((method) => method.name)).toEqual(['ACK']);
  });
});

describe('English words', () => {
  it('exist for every entry and no other', () => {
    expect(Object.keys(statusWords).map(Number)).toEqual(statuses.map((status) => status.code));
    expect(Object.keys(causeWords).map(Number)).toEqual(causes.map((cause) => cause.code));
    expect(Object.keys(warningWords).map(Number)).toEqual(warnings.map((warning) => warning.code));
    expect(Object.keys(methodWords)).toEqual(methods.map((method) => method.name));
  });

  it('are clean: not empty, trimmed, no double space, no doubled word', () => {
    expect(failing(allTexts, (text) => text !== '' && text === text.trim())).toEqual([]);
    expect(failing(allTexts, (text) => !text.includes('  '))).toEqual([]);
    expect(failing(allTexts, (text) => !/\b(\w+) \1\b/i.test(text))).toEqual([]);
  });

  it('are one to three whole sentences where they are sentences', () => {
    expect(failing(sentences, (text) => /^[A-Z0-9{]/.test(text) && text.endsWith('.'))).toEqual([]);
    expect(failing(sentences, (text) => text.split(/(?<=[.!?]) (?=[A-Z0-9])/).length <= 3)).toEqual([]);
  });

  it('are clauses without a period where a sentence takes them in', () => {
    expect(failing(clauses, (text) => !text.endsWith('.'))).toEqual([]);
    expect(failing(clauses, (text) => /^([a-z0-9]|[A-Z]{2})/.test(text))).toEqual([]);
  });

  it('are as short as reports need them', () => {
    expect(failing(clauses, (text) => text.length <= 160)).toEqual([]);
    expect(
      failing(
        allTexts.filter(([, field]) => field === 'description'),
        (text) => text.length <= 400,
      ),
    ).toEqual([]);
  });

  it('hold no placeholder but {code}, and that only for unregistered codes', () => {
    const fixed = allTexts.filter((text) => !classTexts.includes(text));
    expect(failing(fixed, (text) => !/[{}]/.test(text))).toEqual([]);
    expect(failing(classTexts, (text) => !/[{}]/.test(text.replaceAll('{code}', '')))).toEqual([]);
  });

  it('are never used twice', () => {
    for (const group of [
      [...statusTexts, ...classTexts],
      textsOf('cause', causeWords),
      textsOf('warning', warningWords),
    ]) {
      const seen = new Map<string, string>();
      for (const [where, , text] of group) {
        expect(seen.get(text), where).toBeUndefined();
        seen.set(text, where);
      }
    }
  });

  it('say of an unregistered code that it is not registered and how it is treated', () => {
    for (const [key, { description, means, useWhen }] of Object.entries(statusClasses)) {
      for (const text of [description, means, useWhen]) expect(text, `class ${key}`).toContain('not registered');
      if (key === '0') continue;
      const treated = `treated as ${treatedAs(Number(key) * 100 + 99)}`;
      for (const text of [description, means, useWhen]) expect(text, `class ${key}`).toContain(treated);
    }
  });
});
