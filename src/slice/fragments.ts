/** Which frames hold fragments of one packet: by addresses and identification, as long as they follow one another. */
import { latin1 } from '../bytes.ts';
import { isPutTogether } from '../net/fragments.ts';
import type { IpPacket } from '../net/ip.ts';

interface Group {
  last: number;
  readonly frames: number[];
}

/** Longer than the reassembly waits, so that its verdict is known when a group is given up. */
const PATIENCE = 5_000_000;
const MOST_GROUPS = 65_536;
const MOST_FRAMES = 1024;

export interface FragmentGroups {
  add(ip: IpPacket): void;
  /** Looks at what is still open. */
  end(): void;
}

/** Calls back with the frames of each packet once no more of them are to come. */
export function createFragmentGroups(onGroup: (frames: readonly number[]) => void): FragmentGroups {
  const groups = new Map<string, Group>();

  function expire(time: number): void {
    for (const [key, group] of groups) {
      if (Math.abs(time - group.last) < PATIENCE && groups.size <= MOST_GROUPS) return;
      groups.delete(key);
      onGroup(group.frames);
    }
  }

  return {
    add(ip) {
      if (!ip.fragment || !isPutTogether(ip.protocol)) return;
      expire(ip.time);
      const key = `${latin1(ip.bytes, ip.sourceAt, ip.destinationAt + ip.addressLength)}${ip.protocol} ${ip.id}`;
      const group = groups.get(key) ?? { last: ip.time, frames: [] };
      group.last = ip.time;
      if (group.frames.length < MOST_FRAMES) group.frames.push(ip.number);
      // Behind the others, since the oldest come first.
      groups.delete(key);
      groups.set(key, group);
    },
    end() {
      for (const { frames } of groups.values()) onGroup(frames);
      groups.clear();
    },
  };
}
