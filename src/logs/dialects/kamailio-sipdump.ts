/** Kamailio's sipdump module (sipdump_write.c): a block of fields, the message as it was, and a closer that may follow it on its line. */
import { addressOf, type Dialect, transportOf } from '../dialect.ts';
import { epochStamp, type Stamp } from '../stamps.ts';

const RULE = /^={20}\s*$/;
const TILDES = /^~{20}\s*$/;
const FIELD = /^(time|proto|srcip|srcport|dstip|dstport|tag): (.{0,80}?)\s*$/;
const CLOSER = /\|{20}\s*$/;
const FIELDS_WITHIN = 16;

export const kamailioSipdump: Dialect = {
  id: 'kamailio-sipdump',
  title: 'Kamailio sipdump',
  hints: ['===================='],
  open({ text }, next) {
    if (!text.startsWith('====================') || !RULE.test(text) || !next(1)?.text.startsWith('tag: '))
      return undefined;
    const fields: Partial<Record<string, string>> = {};
    for (let distance = 1; distance <= FIELDS_WITHIN; distance++) {
      const line = next(distance)?.text ?? '';
      if (TILDES.test(line)) break;
      const field = FIELD.exec(line);
      if (field) fields[field[1]] = field[2];
    }
    const source = addressOf(fields.srcip, fields.srcport);
    const destination = addressOf(fields.dstip, fields.dstport);
    const transport = transportOf((fields.proto ?? '').split(' ', 1)[0]);
    const time = stampOf(fields.time ?? '');
    return {
      dialect: 'kamailio-sipdump',
      ...(source && { source }),
      ...(destination && { destination }),
      ...(transport && { transport }),
      ...(time && { time }),
      ...(fields.tag === 'rcv' && { direction: 'in' as const }),
      ...(fields.tag === 'snd' && { direction: 'out' as const }),
      closer: CLOSER,
      within: FIELDS_WITHIN,
    };
  },
};

function stampOf(text: string): Stamp | undefined {
  const match = /^(\d{9,11})\.(\d{6})$/.exec(text);
  return match ? epochStamp(match[1], match[2]) : undefined;
}
