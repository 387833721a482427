/** A capture of IP packets, a millisecond apart. */
import { bytes, integers, START } from '../files/build.ts';
import { ethernet } from './build.ts';

const { u16, u32 } = integers(true);

export function pcapOf(packets: readonly Uint8Array[]): Uint8Array {
  const records = packets.map((packet, index) => {
    const frame = ethernet(packet);
    const time = START + index * 1000;
    return bytes(u32(Math.floor(time / 1e6)), u32(time % 1e6), u32(frame.length), u32(frame.length), frame);
  });
  return bytes(u32(0xa1b2c3d4), u16(2), u16(4), u32(0), u32(0), u32(65_535), u32(1), ...records);
}
