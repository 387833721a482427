/** Every sample of the products that are no open source: each is a fixture and a test. */
import type { FlowMessage } from './flow.ts';
import * as avaya from './render-avaya.ts';
import * as cisco from './render-cisco.ts';
import * as platforms from './render-platforms.ts';
import * as sbc from './render-sbc.ts';
import type { Sample } from './sample.ts';

/** Each renders the flow that is given, or the one that all fixtures are made of. */
export const sampleRenderers: readonly ((flow?: readonly FlowMessage[]) => Sample)[] = [
  cisco.iosBuffer,
  cisco.iosVoipTrace,
  cisco.iosSyslog,
  cisco.iosUptime,
  cisco.cucmSdl,
  cisco.cucmSdi,
  sbc.audiocodesEscaped,
  sbc.audiocodesLost,
  sbc.audiocodesViewer,
  sbc.oracleFile,
  sbc.oracleTail,
  sbc.ribbonTrc,
  sbc.ribbonDbg,
  sbc.ribbonSyslog,
  avaya.smFile,
  avaya.smSyslog,
  avaya.sbceTrace,
  avaya.sbceCopied,
  avaya.ipOffice,
  avaya.ipOfficeTrimmed,
  avaya.clientSdk,
  avaya.agentForDesktop,
  avaya.oneX,
  avaya.phone,
  avaya.phoneMasked,
  avaya.experiencePortal,
  avaya.experiencePortalPlain,
  avaya.iview,
  avaya.iviewInterleaved,
  cisco.expressway,
  cisco.expresswayOld,
  cisco.telephone,
  cisco.jabber,
  cisco.broadworks,
  cisco.broadworksPlain,
  platforms.genesys,
  platforms.genesysCollected,
  platforms.lync,
  platforms.lyncCut,
  platforms.fortigate,
  platforms.fortigateWrapped,
  platforms.homerText,
  platforms.homerJson,
  platforms.homerPretty,
  platforms.sipsorcery,
  platforms.sipsorceryPlain,
];

export const samples: readonly Sample[] = sampleRenderers.map((render) => render());
