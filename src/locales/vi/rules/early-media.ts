/** Words of the rules about early media. */
import type { RuleWords } from '../../../rules/define.ts';
import type { earlyMediaSdpMissing } from '../../../rules/early-media/early-media-sdp-missing.ts';
import type { ringbackAmbiguous } from '../../../rules/early-media/ringback-ambiguous.ts';
import { duration } from '../phrases.ts';

export const earlyMedia = {
  'early-media-sdp-missing': {
    title: 'Early media không có SDP',
    why: ({ kind }) =>
      kind === 'played'
        ? 'Bên gọi có nghe được hay không là do điện thoại: nhiều máy bỏ media, hoặc không biết codec của nó, khi chưa có SDP nào đến.'
        : kind === 'silent'
          ? 'Nhiều khả năng bên gọi chỉ nghe im lặng: không có SDP thì không có early media, và không có 180 thì điện thoại không phát hồi âm chuông.'
          : 'Không có SDP thì bên gọi không nhận được early media: thay vì âm báo hoặc thông báo, họ nghe hồi âm chuông của máy mình, hoặc không nghe gì.',
    fix: ({ kind, server, origin, status }) => [
      kind === 'stripped'
        ? `Cho ${server} chuyển SDP của đáp ứng tạm qua (SDP đến từ ${origin}).`
        : kind === 'announced'
          ? `Cho ${server} đưa SDP của early media vào ${status}, hoặc bỏ P-Early-Media.`
          : `Cho ${server} gửi 180 khi bên được gọi đổ chuông, hoặc đưa SDP của early media vào 183.`,
      ...(kind === 'stripped'
        ? []
        : ['Nếu có SBC đứng trước nó, kiểm tra SBC có chuyển SDP của đáp ứng tạm qua hay không.']),
      'Cho phía gọi tự phát hồi âm chuông khi không có early media đến (RFC 3960 §3.2).',
    ],
    message: ({ kind, server, origin, status, direction, waited, played, final }) =>
      ({
        announced: `${status} của ${server} báo trước early media (P-Early-Media: ${direction}) nhưng không có SDP đi kèm.`,
        silent: `${server} gửi ${status} không kèm SDP và không gửi 180: không có âm báo trong ${duration(waited)}, cho đến ${final}.`,
        played: `Media của ${server} đến ${duration(played)} sau ${status} không kèm SDP của nó, và ${duration(waited - played)} trước ${final}: không SDP nào báo trước.`,
        stripped: `${origin} gửi ${status} kèm SDP, và ${server} chuyển tiếp mà bỏ mất SDP.`,
      })[kind],
    limits: ({ kind }) =>
      kind === 'silent' ? 'Điện thoại tự phát hồi âm chuông khi có 183 sẽ che điều này khỏi người dùng.' : '',
  } satisfies RuleWords<typeof earlyMediaSdpMissing>,

  'ringback-ambiguous': {
    title: 'Không rõ dùng early media hay hồi âm chuông',
    why: ({ kind, apart }) =>
      kind === 'unplayed' && apart === 0
        ? 'Bên gọi không nghe gì cho tới khi nhấc máy: điện thoại chờ early media mà SDP đã báo trước, và nhiều người gác máy.'
        : 'Các điện thoại hiểu khác nhau: máy thì giữ early media, máy thì phát âm báo của mình. Nếu early media im ' +
          'lặng, bên gọi không nghe gì, hoặc nghe cả hai trộn lẫn.',
    fix: ({ kind, server, status }) => [
      ...(kind === 'unplayed'
        ? [`Cho ${server} phát âm báo ngay khi gửi SDP, hoặc gửi 180 không kèm SDP khi không ai phát.`]
        : []),
      'Cho phía gọi theo RFC 3960: sau 180, phát hồi âm chuông trừ khi media thật sự đến.',
      `Nếu ${server} không tự phát âm báo nào, hãy gỡ SDP khỏi ${status} của nó trên đường đi.`,
      'Trong mạng tin cậy, để P-Early-Media (RFC 5009) nói rõ ai phát.',
    ],
    message: ({ kind, server, status, apart, silence }) =>
      kind === 'both'
        ? `${server} mở early media bằng ${status} rồi gửi 180 không kèm SDP ${duration(apart)} sau đó: ai phát hồi âm chuông là do điện thoại tự quyết.`
        : `${server} mở early media bằng ${status}, và không gói nào của nó đến trong ${duration(silence)} cho tới đáp ứng cuối` +
          (apart > 0 ? `; 180 không kèm SDP của nó đến ${duration(apart)} sau ${status}.` : '.'),
    limits: ({ kind }) =>
      kind === 'both'
        ? 'Bên gọi có nghe âm báo hay không còn tùy early media và điện thoại.'
        : 'Điện thoại tự phát hồi âm chuông khi không có media đến (RFC 3960 §3.2) sẽ che điều này khỏi người dùng.',
  } satisfies RuleWords<typeof ringbackAmbiguous>,
};
