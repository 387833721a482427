/** Every dialect, in the order in which openings are tried. `sipsleuth list dialects` prints it. */
import type { Dialect } from './dialect.ts';
import { asteriskChanSip } from './dialects/asterisk-chan-sip.ts';
import { asteriskPjsip } from './dialects/asterisk-pjsip.ts';
import { audiocodes } from './dialects/audiocodes.ts';
import { avayaClient } from './dialects/avaya-client.ts';
import { avayaExperiencePortal } from './dialects/avaya-experience-portal.ts';
import { avayaIpOffice } from './dialects/avaya-ip-office.ts';
import { avayaIview } from './dialects/avaya-iview.ts';
import { avayaPhone } from './dialects/avaya-phone.ts';
import { avayaSbce } from './dialects/avaya-sbce.ts';
import { avayaSessionManager } from './dialects/avaya-session-manager.ts';
import { baresip } from './dialects/baresip.ts';
import { broadworks } from './dialects/broadworks.ts';
import { ciscoCucm } from './dialects/cisco-cucm.ts';
import { ciscoExpressway } from './dialects/cisco-expressway.ts';
import { ciscoIos } from './dialects/cisco-ios.ts';
import { ciscoPhone } from './dialects/cisco-phone.ts';
import { fortigate } from './dialects/fortigate.ts';
import { freeswitch } from './dialects/freeswitch.ts';
import { genesys } from './dialects/genesys.ts';
import { homer } from './dialects/homer.ts';
import { jainSip } from './dialects/jain-sip.ts';
import { jssip } from './dialects/jssip.ts';
import { kamailioSipdump } from './dialects/kamailio-sipdump.ts';
import { linphone } from './dialects/linphone.ts';
import { lync } from './dialects/lync.ts';
import { ngrep } from './dialects/ngrep.ts';
import { opensipsTracer } from './dialects/opensips-tracer.ts';
import { oracleSbc } from './dialects/oracle-sbc.ts';
import { pjsip } from './dialects/pjsip.ts';
import { resiprocate } from './dialects/resiprocate.ts';
import { ribbonSbc } from './dialects/ribbon-sbc.ts';
import { sipJs } from './dialects/sip-js.ts';
import { sipp } from './dialects/sipp.ts';
import { sipsorcery } from './dialects/sipsorcery.ts';
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
  ciscoIos,
  ciscoCucm,
  audiocodes,
  oracleSbc,
  ribbonSbc,
  avayaSessionManager,
  avayaSbce,
  avayaIpOffice,
  avayaClient,
  avayaPhone,
  avayaExperiencePortal,
  avayaIview,
  ciscoExpressway,
  ciscoPhone,
  homer,
  broadworks,
  genesys,
  lync,
  fortigate,
  jainSip,
  yate,
  sipsorcery,
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
  snom,
  trace,
  raw,
];
