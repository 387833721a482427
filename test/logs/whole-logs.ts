/** Every way in which a whole flow is written as a log, by the name of the fixture that shows it. */
import { trace } from './fixtures.ts';
import { productCases } from './product-cases.ts';
import * as renderers from './render.ts';
import { sbceRecent } from './render-avaya.ts';
import { sampleRenderers, samples } from './samples.ts';
import { shortTools, toolCases } from './tool-cases.ts';
import { wrapperCases } from './wrapper-cases.ts';

/** Samples that hold only a part of their flow, or another one, and why. */
export const partial: Readonly<Record<string, string>> = {
  'audiocodes/lost-record': 'a record is lost on the way',
  'avaya-phone/masked': 'holds a part of its flow, masked and cut',
  'avaya-sbce/day-first': 'ends within its tenth message',
  'avaya-sbce/month-first': 'repeats messages of its flow eight days later',
  'cisco-cucm/sdi': 'ends within its sixth message',
  'cisco-ios/uptime': 'the buffer ends within its seventh message',
  'lync/cut': 'ends within its tenth message',
  'oracle-sbc/tail': 'long messages over TCP are cut',
  'ribbon-sbc/debug': 'prints only what was received',
};

/** Fixture's name. */
type Titled = readonly [string, renderers.Renderer];

export const wholeLogs: readonly Titled[] = [
  ['raw/as-on-the-wire', renderers.raw],
  ['raw/pasted-into-mail', renderers.rawPasted],
  ['asterisk-pjsip/log-file', renderers.pjsipFile],
  ['asterisk-pjsip/console-with-time', renderers.pjsipConsole],
  ['asterisk-chan-sip/log-file', renderers.chanSip],
  ['freeswitch/layout-a', renderers.freeswitchA],
  ['freeswitch/layout-b', renderers.freeswitchB],
  ['freeswitch/layout-b1', renderers.freeswitchB1],
  ['freeswitch/drachtio', renderers.drachtio],
  ['sipp/up-to-3.7', renderers.sipp],
  ['sipp/head', renderers.sippHead],
  ['trace/written', trace],
  ['avaya-sbce/recent', sbceRecent],
  ...[...toolCases, ...productCases, ...wrapperCases].map(({ name, render }): Titled => [name, render]),
  // All that these lose is in headers and bodies, beside the calls.
  ...shortTools.map(({ name, render }): Titled => [name, render]),
  ...sampleRenderers.flatMap((render, index): Titled[] => {
    const { name } = samples[index];
    return partial[name] === undefined ? [[name, render]] : [];
  }),
];
