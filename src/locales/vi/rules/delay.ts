/** Words of the rules about delays in setting up a call. */
import { clip } from '../../../rules/clip.ts';
import type { ArgsOf, RuleWords } from '../../../rules/define.ts';
import type { postDialDelayHigh } from '../../../rules/delay/post-dial-delay-high.ts';
import type { tryingLate } from '../../../rules/delay/trying-late.ts';
import { duration } from '../phrases.ts';

type Part = ArgsOf<typeof postDialDelayHigh>['parts'][number];

function partName({ kind, host, ms, status, line }: Part): string {
  const time = duration(ms);
  const result = line === '' ? (status === 0 ? 'không đáp ứng' : 'chỉ có 100') : line;
  return {
    try: `${time} cho ${host} (${result})`,
    challenge: `${time} cho thách thức của ${host}`,
    'first-response': `${time} đến khi có ${status} của ${host}`,
    sign: `${time} đến khi có ${status}`,
  }[kind];
}

export const delay = {
  'post-dial-delay-high': {
    title: 'Im lặng lâu sau khi quay số',
    why: () => 'Bên gọi tưởng đường dây im lặng là đã chết: sau vài giây họ gác máy và quay lại.',
    fix: ({ most, slow }) =>
      ({
        tries: [
          `Đưa ${slow} ra khỏi tuyến, hoặc thăm dò nó bằng OPTIONS, để không cuộc gọi nào phải chờ nó.`,
          'Rút ngắn thời gian trước khi thử tuyến tiếp theo: 2 đến 5 giây không đáp ứng là đủ.',
        ],
        trying: [
          `Tìm hiểu ${slow} làm gì trước đáp ứng đầu tiên: DNS, ENUM, cơ sở dữ liệu hoặc truy vấn HTTP; lẽ ra nó phải gửi 100 trước.`,
          'Nếu INVITE được gửi hơn một lần, tìm chỗ mất gói trên đường tới đó.',
        ],
        challenge: [
          `Cho bên gọi gửi thông tin xác thực ngay, hoặc trả lời thách thức của ${slow} mà không hỏi người dùng.`,
        ],
        beyond: [
          `Bắt gói tin phía sau ${slow}: ở đây không thấy nó chờ gì. Gateway ưu tiên đã chết, truy vấn số và tìm gọi (paging) di động đều mất chừng đó thời gian.`,
          'Nếu chỉ một số đích bị chậm, và đó là di động hoặc nước ngoài, thì đây là thời gian mạng của họ cần.',
          'Cho máy chủ đó gửi 183 kèm âm báo, hoặc 180 sớm, nếu không thể rút ngắn khoảng im lặng.',
        ],
      })[most],
    message: ({ client, delay: waited, sign, parts, more }) =>
      `${client} không nghe gì trong ${duration(waited)} sau khi quay số, cho đến ${sign}: ` +
      `${parts.map((part) => clip(partName(part))).join(', ')}${more > 0 ? ', và còn nữa' : ''}.`,
    limits: ({ most }) =>
      most === 'beyond'
        ? 'Riêng mạng điện thoại và di động có thể đã cần vài giây; số liệu đo tại nơi bắt bản ghi này.'
        : 'Số liệu đo tại nơi bắt bản ghi này.',
  } satisfies RuleWords<typeof postDialDelayHigh>,

  'trying-late': {
    title: 'Máy chủ gửi đáp ứng đầu tiên muộn',
    why: () =>
      'Máy chủ không có đáp ứng nào khác trong 200 ms phải gửi 100. Nếu không, bên gọi lặp lại INVITE sau 500 ms, ' +
      'rồi với khoảng cách tăng gấp đôi: thêm việc cho một máy chủ vốn đã chậm.',
    fix: ({ server }) => [
      `Cho ${server} gửi 100 trước khi định tuyến cuộc gọi (ở đầu script: t_newtran trong OpenSIPS, t_newtran rồi t_reply với 100 trong Kamailio).`,
      'Tìm xem điều gì chặn các worker của nó: truy vấn cơ sở dữ liệu, LDAP, DNS hoặc HTTP trong script định ' +
        'tuyến, hoặc quá ít worker.',
      'Nếu lúc đó mọi đáp ứng của nó đều chậm, hãy xem bộ xử lý và tải.',
    ],
    message: ({ client, server, status, copies, after, atLeast, roundTrip }) =>
      `${server} gửi đáp ứng đầu tiên (${status}) ${duration(after)} sau INVITE của ${client}, khi đó INVITE đã được gửi ${copies} lần; ` +
      `dù chỉ bản cuối đến nơi, nó cũng mất ${duration(atLeast)}, không kể ${duration(roundTrip)} cho đường đi và về.`,
    limits: () => 'Thời gian đi và về là của một giao dịch khác trong cuộc gọi này, không phải của giao dịch này.',
  } satisfies RuleWords<typeof tryingLate>,
};
