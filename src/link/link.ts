/** What a link type is: how its frames lead to an IP packet. */
import type { Frame } from '../model.ts';

export interface Link {
  /** In kebab case, the name of its file. */
  readonly name: string;
  readonly title: string;
  /** LINKTYPE_ values, https://www.tcpdump.org/linktypes.html */
  readonly types: readonly number[];
  /**
   * Returns the EtherType of what the frame carries and moves `frame.start` to its first byte; `NO_ETHERTYPE` when
   * it carries something that has none, `FRAME_CUT` when the frame is shorter than its own header.
   */
  readonly decode: (frame: Frame) => number;
}

// https://www.iana.org/assignments/ieee-802-numbers
export const IPV4 = 0x0800;
export const IPV6 = 0x86dd;

export const NO_ETHERTYPE = 0;
export const FRAME_CUT = -1;
