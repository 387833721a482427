import { describe, expect, it } from 'vitest';
import { CappedSet, SlidingWindow } from '../../src/rules/windows.ts';
import { RecentMap } from '../../src/state/recent.ts';

describe('what watches remember', () => {
  it('stays bounded, and keeps what is asked for', () => {
    const map = new RecentMap<number>(1_000);
    map.set('kept', -1);
    for (let i = 0; i < 100_000; i++) {
      map.set(`n${i}`, i);
      map.get('kept');
    }
    const entries = [...map.entries()];
    expect(entries.length).toBeLessThanOrEqual(1_000);
    expect(new Set(entries.map(([key]) => key)).size).toBe(entries.length);
    expect(map.find('kept')).toBe(-1);
    expect(map.find('n99999')).toBe(99_999);
    expect(map.find('n0')).toBeUndefined();
  });

  it('gives the newest value once', () => {
    const map = new RecentMap<number>(4);
    map.set('a', 1);
    map.set('b', 2);
    map.set('a', 3);
    expect([...map.entries()].sort()).toEqual([
      ['a', 3],
      ['b', 2],
    ]);
  });

  it('slides: events older than the window are forgotten', () => {
    const window = new SlidingWindow(60_000);
    for (let second = 0; second < 600; second++) window.add(second * 1_000_000, `user${second % 100}`);
    expect(window.size).toBe(61);
    expect(window.distinct).toBe(61);
    expect(window.span).toBe(60_000);
    // Late, but within the window; and too late.
    window.add(590_000_000, 'late');
    expect(window.distinct).toBe(62);
    window.add(100_000_000, 'too late');
    expect(window.distinct).toBe(62);
  });

  it('stops counting names', () => {
    const names = new CappedSet(10);
    for (let i = 0; i < 100; i++) names.add(String(i));
    expect(names.size).toBe(10);
  });
});
