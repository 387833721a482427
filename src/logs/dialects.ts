/** Every dialect, in the order in which openings are tried. `sipsleuth list dialects` prints it. */

import type { Dialect } from './dialect.ts';
import { asteriskChanSip } from './dialects/asterisk-chan-sip.ts';
import { asteriskPjsip } from './dialects/asterisk-pjsip.ts';
import { baresip } from './dialects/baresip.ts';
import { freeswitch } from './dialects/freeswitch.ts';
import { jainSip } from './dialects/jain-sip.ts';
import { jssip } from './dialects/jssip.ts';
import { kamailioSipdump } from './dialects/kamailio-sipdump.ts';
import { linphone } from './dialects/linphone.ts';
import { ngrep } from './dialects/ngrep.ts';
import { opensipsTracer } from './dialects/opensips-tracer.ts';
import { pjsip } from './dialects/pjsip.ts';
import { resiprocate } from './dialects/resiprocate.ts';
import { sipJs } from './dialects/sip-js.ts';
import { sipp } from './dialects/sipp.ts';
import { sngrep } from './dialects/sngrep.ts';
import { snom } from './dialects/snom.ts';
import { tcpdump } from './dialects/tcpdump.ts';
import { twinkle } from './dialects/twinkle.ts';
import { wireshark } from './dialects/wireshark.ts';
import { wiresharkFollow } from './dialects/wireshark-follow.ts';
import { wiresharkJson } from './dialects/wireshark-json.ts';
import { yate } from './dialects/yate.ts';
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
  kamailioSipdump,
  opensipsTracer,
  sipp,
  linphone,
  jssip,
  sipJs,
  baresip,
  resiprocate,
  twinkle,
  yate,
  jainSip,
  snom,
  trace,
  raw,
];
