/** VLAN tags: IEEE 802.1Q, 802.1ad (QinQ), and the numbers used before 802.1ad was written. */
import type { Frame } from '../model.ts';
import { FRAME_CUT } from './link.ts';

// More than two are rare, and a frame of nothing but tags must not be walked to its end.
const MOST_TAGS = 8;

/** `frame.start` stands behind `etherType`; skips the tags that it announces and returns the EtherType behind them. */
export function skipTags(frame: Frame, etherType: number): number {
  let type = etherType;
  const { bytes } = frame;
  for (let tags = 0; isTag(type) && tags < MOST_TAGS; tags++) {
    const at = frame.start;
    if (frame.end - at < 4) return FRAME_CUT;
    type = (bytes[at + 2] << 8) | bytes[at + 3];
    frame.start = at + 4;
  }
  return type;
}

function isTag(type: number): boolean {
  return type === 0x8100 || type === 0x88a8 || type === 0x9100 || type === 0x9200;
}
