/** Every dialect, in the order in which openings are tried. `sipsleuth list dialects` prints it. */
import { asteriskChanSip } from './asterisk-chan-sip.ts';
import { asteriskPjsip } from './asterisk-pjsip.ts';
import type { Dialect } from './dialect.ts';
import { freeswitch } from './freeswitch.ts';
import { raw } from './scan.ts';
import { sipp } from './sipp.ts';
import { trace } from './trace.ts';

export const dialects: readonly Dialect[] = [asteriskPjsip, asteriskChanSip, freeswitch, sipp, trace, raw];
