/** Every sample of the products that are no open source: each is a fixture and a test. */
import * as avaya from './render-avaya.ts';
import * as cisco from './render-cisco.ts';
import * as sbc from './render-sbc.ts';
import type { Sample } from './sample.ts';

export const samples: readonly Sample[] = [
  cisco.iosBuffer(),
  cisco.iosVoipTrace(),
  cisco.iosSyslog(),
  cisco.iosUptime(),
  cisco.cucmSdl(),
  cisco.cucmSdi(),
  sbc.audiocodesEscaped(),
  sbc.audiocodesLost(),
  sbc.audiocodesViewer(),
  sbc.oracleFile(),
  sbc.oracleTail(),
  sbc.ribbonTrc(),
  sbc.ribbonDbg(),
  sbc.ribbonSyslog(),
  avaya.smFile(),
  avaya.smSyslog(),
  avaya.sbceTrace(),
  avaya.sbceCopied(),
  avaya.ipOffice(),
  avaya.ipOfficeTrimmed(),
  avaya.clientSdk(),
  avaya.agentForDesktop(),
  avaya.oneX(),
  avaya.phone(),
  avaya.phoneMasked(),
  avaya.experiencePortal(),
  avaya.experiencePortalPlain(),
  avaya.iview(),
  avaya.iviewInterleaved(),
];
