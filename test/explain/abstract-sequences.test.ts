/**
 * `explain 100,183,600` without a trace: fixtures/sequences/explain/<codes>.txt hold the English pages, and what each must
 * say at least stands here, decided from RFC 3261 and what its codes mean together. `UPDATE_GOLDENS=1` rewrites the pages:
 * read what it wrote.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from 'node:process';
import { describe, expect, it } from 'vitest';
import { en } from '../../src/locales/en/index.ts';
import { showPage } from '../../src/reporters/terminal/page.ts';

const folder = join(import.meta.dirname, '../../fixtures/sequences/explain');

/** Sequences that have a meaning of their own, then some that are composed; patterns of what must be said. */
const named: Readonly<Record<string, readonly RegExp[]>> = {
  '100,180,200': [/textbook/, /ringing tone/, /To-tags/],
  '100,200': [/Nothing rang/, /answers too early/],
  '100,183,200': [/carried SDP/, /without SDP, it most likely heard nothing/],
  '100,183,180,200': [/audio path was prepared first/, /mobile/, /own device/],
  '100,180,183,200': [/announcement, voicemail or another branch/, /To-tags/],
  '100,183,600': [/busy on all devices/, /no other target may be tried/, /less than 1 s/, /486/, /\(17 fits 600\)/],
  '100,180,600': [/1 to 20 s is a person/, /no other target/],
  '100,180,603': [/1 to 20 s is a person/, /less than 0\.5 s an app/],
  '100,603': [/less than 0\.3 s/, /block list|do-not-disturb|analytics/],
  '100,302': [/Contact/, /new INVITE/, /follow/],
  '100': [/went quiet/, /one hop further|onward/],
  '100,183,503': [/ran out of circuits/, /not the user/, /another server/, /Retry-After/],
  '100,180,487': [/CANCEL/, /120 s/, /180 s/, /elsewhere/],
  '401,100,180,200': [/normal challenge, not the result/],
  '407,100,180,200': [/normal challenge, not the result/],
  '407,401,100,180,200': [/407 is a normal challenge/, /401 is a normal challenge/],
  '100,181,180,200': [/diverted/, /History-Info|To-tag/],
  '100,182,180,200': [/queue/],
  '100,180,199,180,200': [/branch of a fork ended/, /To-tags/],
  '100,180,486': [/busy at this device/, /1 to 20 s is a person/],
  '100,486': [/less than 0\.3 s/, /call limit|do-not-disturb/],
  '100,180,480': [/round numbers are no-answer timers/, /ringing tone/],
  '100,480': [/registered|registration/],
  '100,404': [/number|format/],
  '100,484': [/digits|number/],
  '100,403': [/policy|rule/],
  '100,408': [/30 to 32 s a next hop that does not answer/],
  '100,180,408': [/round numbers are no-answer timers/],
  '100,488': [/codec/, /Warning/],
  '100,183,404': [/announcement/, /without it the caller heard silence/],
  '100,183,480': [/announcement/, /without it the caller heard silence/],
  '183,580': [/precondition/],
  '100,420,100,180,200': [/changed INVITE/],
  '100,422,100,180,200': [/changed INVITE/],
  '100,180,200,200': [/second device|another request/],
  '491,200': [/collided|at once/],
  '481': [/dialog|transaction/],
};

const composed: Readonly<Record<string, readonly RegExp[]>> = {
  '100,183,486': [/announcement/, /\(17 fits 486\)/],
  '100,183,487': [/CANCEL/],
  '100,487': [/CANCEL/, /heard nothing/],
  '100,500': [/less than 0\.3 s/],
  '100,503': [/another server/],
  '100,504': [/30 to 32 s/],
  '100,180,500': [/ringing/],
  '100,180,503': [/ringing/],
  '100,181,486': [/diverted/, /last target|dialled/],
  '100,181,302': [/diverted/],
  '100,182,480': [/queue/],
  '100,182,603': [/queue/],
  '100,180,180,486': [/ringing/],
  '100,180,199,486': [/branch of a fork ended/],
  '100,183,183,600': [/no other target/],
  '302,100,486': [/sent the call elsewhere, and the caller followed/],
  '302,302,100,180,200': [/sent the call elsewhere/],
  '503,100,180,200': [/another one followed/],
  '503,503': [/another one followed/],
  '488,100,180,200': [/another one followed/],
  '407,403': [/challenge/, /password|credentials|policy/],
  '407,407': [/challenge/],
  '401,404': [/challenge/],
  '100,415': [/body/],
  '100,421': [/extension/],
  '100,604': [/number|user/],
  '100,606': [/media|format/],
  '100,607': [/reputation|unwanted/],
  '100,608': [/blocked|analytics|intermediary/],
  '100,482': [/Via|loop/],
  '100,483': [/Max-Forwards/],
  '100,410': [/number|address/],
  '100,300': [/Contact/],
  '100,380': [/body/],
  '100,470': [/470/],
  '180': [/ringing/, /still open/],
  '100,183': [/still open/],
  '200': [/succeeded/],
  '600': [/no other target/],
  '100,180,180,183,199,200': [/fork/],
};

const all = { ...named, ...composed };

describe.each(Object.keys(all))('explain %s', (list) => {
  const codes = list.split(',').map(Number);
  const page = en.pages.sequence(codes);
  const text = [...showPage(page, 100, false)].join('\n');

  it('says what its codes mean together', () => {
    const said = page.sections.flatMap(({ texts }) => texts).join('\n');
    expect(all[list].filter((pattern) => !pattern.test(said))).toEqual([]);
  });

  it('reads as its golden page reads', () => {
    const path = join(folder, `${codes.join('-')}.txt`);
    if (env.UPDATE_GOLDENS === '1') {
      mkdirSync(folder, { recursive: true });
      writeFileSync(path, `${text}\n`);
    }
    expect(existsSync(path), `${path} is missing: UPDATE_GOLDENS=1 writes it`).toBe(true);
    expect(`${text}\n`).toBe(readFileSync(path, 'utf8'));
  });
});

it('fixtures/sequences/explain holds nothing else', () => {
  const known = Object.keys(all).map((list) => `${list.replaceAll(',', '-')}.txt`);
  expect(readdirSync(folder).sort()).toEqual(known.sort());
});
