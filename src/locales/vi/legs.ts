/** The legs of a call in words: what another leg is to this one, and what joins them. */
import type { Role } from '../../report.ts';
import type { Leg, LegEnd } from '../locale.ts';
import { named } from '../phrases.ts';
import { roles } from './phrases.ts';

type Words = Readonly<Record<Leg['direction'], (call: string, host: string) => string>>;

/** The sentence begins with an address or "cuộc gọi 2", as the list of legs wants it. */
const relations: Readonly<Record<Leg['relation'], Words>> = {
  b2bua: {
    onward: (call, host) => `${host} nối tiếp cuộc gọi này bằng ${call}`,
    back: (call, host) => `${host} nối tiếp ${call} bằng cuộc gọi này`,
  },
  redirection: {
    onward: (call, host) => `${host} đi theo chuyển hướng bằng ${call}`,
    back: (call, host) => `${host} gọi cuộc này vì ${call} bị chuyển hướng`,
  },
  transfer: {
    onward: (call, host) => `${host} được yêu cầu chuyển cuộc gọi và đã gọi ${call}`,
    back: (call, host) => `${host} gọi cuộc này vì ${call} được chuyển`,
  },
  replacement: {
    onward: (call) => `${call} thay thế cuộc gọi này`,
    back: (call) => `cuộc gọi này thay thế ${call}`,
  },
  authentication: {
    onward: (call, host) => `${host} thử lại kèm thông tin xác thực bằng ${call}`,
    back: (call, host) => `${host} bị thách thức ở ${call} và thử lại kèm thông tin xác thực`,
  },
};

const reasons: Readonly<Record<string, string>> = {
  'session-id': 'cùng Session-ID',
  'other-leg': 'một trường tiêu đề nêu tên leg kia',
  'charging-vector': 'cùng định danh tính cước (icid)',
  'call-id': 'Call-ID tạo ra từ Call-ID kia',
  'sdp-origin': 'cùng phiên SDP',
  media: 'cùng luồng media',
  'user-to-user': 'cùng User-to-User',
  users: 'cùng người dùng',
  'host-and-time': 'cùng máy, ngay sau đó',
  'mirrored-progress': 'đáp ứng được chuyển qua',
  'mirrored-release': 'BYE được chuyển qua',
  target: 'đúng đích đã nêu',
  'referred-by': 'Referred-By',
  replaces: 'Replaces',
  credentials: 'thông tin xác thực',
};

/** How the other leg ended: codes change on their way through a B2BUA. */
function endOf(end: LegEnd | undefined): string {
  return end === undefined ? '' : ` Ở đó ${end.host} trả lời ${named(end)}.`;
}

export function leg({ call, direction, relation, host, score, reasons: why }: Leg, end?: LegEnd): string {
  const text = relations[relation][direction](`cuộc gọi ${call + 1}`, host);
  return `${text} (${why.map(({ key }) => reasons[key] ?? key).join(', ')}; ${score} điểm).${endOf(end)}`;
}

export function device(address: string, role: Role | undefined, product: string): string {
  const name = role === undefined ? address : `${roles[role]} ${address}`;
  return product === '' ? name : `${name} (${product})`;
}
