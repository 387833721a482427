/** Sentences that verdicts share: what the caller heard, what came before, who hung up. */
import type { Value } from '../../model.ts';
import { piecesFrom } from '../verdict-pieces.ts';
import { decisions } from './decider.ts';
import { duration } from './phrases.ts';
import { fields, reasonName } from './reason.ts';
import { conversation, hangsUp } from './steps.ts';

/** " trong 3,0 giây". */
const during = (ms: Value | undefined) => (ms === undefined ? '' : ` trong ${duration(ms)}`);

export const pieces = piecesFrom({
  fields,
  decisions,
  heard: {
    sounded: (opened) =>
      `Trước đó early media đã mở${during(opened)} và có RTP đến bên gọi, nên bên gọi hẳn đã nghe nội dung trong đó.`,
    offered: (opened) =>
      `Trước đó có đề nghị early media${during(opened)}: bên gọi có thể đã nghe hồi âm chuông hoặc thông báo.`,
    ringback: 'Trước đó đã đổ chuông: bên gọi hẳn đã nghe hồi âm chuông.',
    rangBriefly: (rang) => `Trước đó chuông chỉ đổ ${duration(rang)}.`,
    rang: (rang) => `Trước đó chuông đã đổ ${duration(rang)}: bên gọi hẳn đã nghe hồi âm chuông.`,
    nothing: 'Trước đó có đáp ứng tiến triển không kèm SDP và không có 180: nhiều khả năng bên gọi không nghe gì.',
  },
  beforeAnswer: {
    unrung: 'Trước đó không đổ chuông: máy tự động hoặc hội nghị đã trả lời, hoặc một máy chủ che giấu việc đổ chuông.',
    nothing:
      'Đáp ứng tiến triển đến mà không kèm SDP và không có 180, nên nhiều khả năng bên gọi không nghe gì trước khi được trả lời.',
    rang: (rang) => `Trước đó chuông đã đổ ${duration(rang)}.`,
    sounded: 'Trước khi trả lời có early media kèm RTP: bên gọi hẳn đã nghe nội dung trong đó.',
    offered: 'Trước khi trả lời có early media: bên gọi có thể đã nghe hồi âm chuông hoặc thông báo.',
  },
  changed: (status, host) => `Ở phía sau, ban đầu nó là ${status} từ ${host}: hãy xem ở đó trước.`,
  rounds: (n, codes) =>
    `Trước đó có ${n} lượt xác thực, chuyển hướng hoặc thử lại${codes === undefined ? '' : ` (${codes})`}.`,
  release(args, reason) {
    const who = args.releaseRole === undefined ? `${args.releasedBy}` : hangsUp(args.releaseRole);
    const giving = reason === undefined ? '' : `, nêu lý do ${reasonName(reason)}`;
    return `${who} gác máy${conversation(args)}${giving}.`;
  },
  branches: {
    diverted: 'Trước đó một máy chủ đã chuyển cuộc gọi sang đích khác (181).',
    queued: (waited) =>
      `Trước đó cuộc gọi đã chờ${waited === undefined ? '' : ` ${duration(waited)}`} trong hàng đợi (182).`,
    ended: 'Một nhánh đã kết thúc trước đó (199).',
    other: 'Nhánh trả lời không phải nhánh đã đổ chuông: thiết bị thứ hai, hộp thư thoại hoặc chuyển tiếp cuộc gọi.',
    several: (n) => `Trước đó có ${n} nhánh của cuộc gọi phản hồi: phân nhánh, nhóm đổ chuông hoặc thông báo.`,
  },
});
