/** The tables of who explains whom: known rules only, and no circle. */
import { describe, expect, it } from 'vitest';
import { rules } from '../../src/rules/index.ts';
import { absorbs, beginsOnLeg, explains, passesOnLeg, settledBy } from '../../src/rules/root-cause.ts';

const ids = new Set(rules.map(({ id }) => id));

describe('root causes', () => {
  it('name rules that exist', () => {
    const named = [...Object.entries(absorbs).flat(2), ...passesOnLeg, ...beginsOnLeg, ...Object.keys(settledBy)];
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
  });

  it('have no circle: what explains a finding is not explained by it', () => {
    const circles: string[] = [];
    const walk = (id: string, path: readonly string[]) => {
      if (path.includes(id)) circles.push([...path.slice(path.indexOf(id)), id].join(' > '));
      else for (const symptom of absorbs[id] ?? []) walk(symptom, [...path, id]);
    };
    for (const id of Object.keys(absorbs)) walk(id, []);
    expect(circles).toEqual([]);
  });

  it('list each symptom once', () => {
    for (const [cause, symptoms] of Object.entries(absorbs))
      expect(new Set(symptoms).size, cause).toBe(symptoms.length);
  });

  it('explain poor quality by the part of it that they are, of the same stream', () => {
    const stream = { source: '192.0.2.9:30000', destination: '192.0.2.1:40000' };
    const poor = (term: string, of = stream) => ({ rule: { id: 'mos-low' }, args: { ...of, term } });
    const finding = (id: string) => ({ rule: { id }, args: stream });
    const causes = ['rtp-loss-high', 'rtp-jitter-high', 'rtp-clock-ptime-mismatch', 'rtcp-problem'];
    const explained = (term: string) => causes.filter((id) => explains(finding(id), poor(term)));
    expect(explained('loss')).toEqual(['rtp-loss-high']);
    expect(explained('jitter')).toEqual(['rtp-jitter-high', 'rtp-clock-ptime-mismatch']);
    expect(explained('codec')).toEqual([]);
    expect(explained('delay')).toEqual([]);
    const back = { source: stream.destination, destination: stream.source };
    expect(explains(finding('rtp-loss-high'), poor('loss', back))).toBe(false);
  });
});
