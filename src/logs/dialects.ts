/** Every dialect, in the order in which openings are tried. `sipsleuth list dialects` prints it. */

import type { Dialect } from './dialect.ts';
import { asteriskChanSip } from './dialects/asterisk-chan-sip.ts';
import { asteriskPjsip } from './dialects/asterisk-pjsip.ts';
import { freeswitch } from './dialects/freeswitch.ts';
import { ngrep } from './dialects/ngrep.ts';
import { pjsip } from './dialects/pjsip.ts';
import { sipp } from './dialects/sipp.ts';
import { sngrep } from './dialects/sngrep.ts';
import { tcpdump } from './dialects/tcpdump.ts';
import { wireshark } from './dialects/wireshark.ts';
import { wiresharkFollow } from './dialects/wireshark-follow.ts';
import { wiresharkJson } from './dialects/wireshark-json.ts';
import { raw } from './scan.ts';
import { trace } from './trace.ts';

export const dialects: readonly Dialect[] = [
  asteriskPjsip,
  asteriskChanSip,
  freeswitch,
  pjsip,
  sngrep,
  ngrep,
  tcpdump,
  wireshark,
  wiresharkJson,
  wiresharkFollow,
  sipp,
  trace,
  raw,
];
