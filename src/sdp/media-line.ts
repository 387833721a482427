/** The first audio stream of an SDP body in one glance, without a full parse: what a story line shows. */
import { staticEncoding } from './payloads.ts';

export interface MediaLine {
  readonly kind: string;
  readonly address: string;
  readonly port: number;
  readonly codec: string;
  readonly direction: 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive';
}

const BODY_LIMIT = 64 * 1024;

export function mediaLine(body: string): MediaLine | undefined {
  let address = '';
  let mediaAddress = '';
  let kind = '';
  let port = 0;
  let payload = '';
  let codec = '';
  let direction: MediaLine['direction'] = 'sendrecv';
  for (const line of body.slice(0, BODY_LIMIT).split(/\r?\n/)) {
    if (line.startsWith('c=')) {
      const value = line.slice(2).split(' ')[2] ?? '';
      if (kind === '') address = value;
      else mediaAddress ||= value;
    } else if (line.startsWith('m=')) {
      if (kind !== '') break;
      const words = line.slice(2).split(' ');
      kind = words[0];
      port = Number.parseInt(words[1], 10) || 0;
      payload = words[3] ?? '';
      codec = staticEncoding(Number(payload));
    } else if (payload !== '' && line.startsWith(`a=rtpmap:${payload} `)) {
      codec = line.slice(10 + payload.length).split('/')[0];
    } else if (line === 'a=sendonly' || line === 'a=recvonly' || line === 'a=inactive' || line === 'a=sendrecv') {
      direction = line.slice(2) as MediaLine['direction'];
    }
  }
  if (kind === '') return undefined;
  return { kind, address: mediaAddress || address, port, codec, direction };
}
