/** Words of the rules about media that flows or does not. */
import type { RuleWords } from '../../../rules/define.ts';
import type { mediaNone } from '../../../rules/media/media-none.ts';
import type { mediaOneWay } from '../../../rules/media/media-one-way.ts';
import { duration } from '../phrases.ts';

const sides = { caller: 'bên gọi', callee: 'bên được gọi' } as const;
const Sides = { caller: 'Bên gọi', callee: 'Bên được gọi' } as const;

export const media = {
  'media-one-way': {
    title: 'Chỉ nghe được một chiều',
    message: ({ branch, deaf, from, to, instead, heard, lasted, sent }) =>
      `${Sides[deaf]} không nghe thấy gì: ` +
      {
        address: `${from} gửi ${sent} gói của mình tới ${instead}, nơi không có ${sides[deaf]}`,
        port: `${from} gửi ${sent} gói của mình tới ${instead}, còn ${sides[deaf]} nghe ở ${to}`,
        refused: `các gói từ ${from} bị ${to} trả lại vì không giao được (ICMP)`,
        payload: `${sent} gói từ ${from} mang kiểu tải mà ${sides[deaf]} không liệt kê`,
        handshake: `ICE hoặc DTLS giữa ${from} và ${to} không hoàn tất`,
        silent: sent === 0 ? `không gói nào đi từ ${from} tới ${to}` : `chỉ có ${sent} gói đi từ ${from} tới ${to}`,
      }[branch] +
      `, trong khi ${heard} gói đi chiều kia trong ${duration(lasted)}.`,
    why: ({ deaf }) =>
      `${Sides[deaf]} không nghe thấy gì, còn phía kia vẫn nghe rõ: phần lớn những cuộc gọi như vậy bị gác máy rồi gọi lại.`,
    fix: ({ branch, from, to, instead }) =>
      ({
        address: [
          `Cho ${from} trả về nơi phía kia thật sự gửi từ đó (rtp_symmetric, comedia), hoặc chuyển tiếp media qua máy chủ.`,
          `Cho phía kia công bố địa chỉ mà người khác tới được thay cho ${instead} (external_media_address, ext-rtp-ip, STUN, ICE).`,
          'Nếu có ALG ở giữa, hãy tắt nó: nó đổi vài địa chỉ mà quên những địa chỉ khác.',
        ],
        port: [
          `So SDP mà ${from} nhận được với ${to}: nó gửi tới ${instead}, một cổng của lời chào trước hoặc của chặng khác.`,
          'Kiểm tra lời chào và câu trả lời cuối cùng qua mọi chặng không đổi, và không ALG nào chỉ sửa cổng ở một trong hai.',
        ],
        refused: [
          `Không có gì nghe ở ${to}: kiểm tra ứng dụng ở đó có mở cổng mà nó công bố không, và có giữ nó mở sau re-INVITE không.`,
          'Nếu chính tường lửa của máy đó gửi lỗi, hãy mở dải cổng RTP cho UDP.',
        ],
        payload: [
          `Cho ${from} gửi những kiểu tải mà SDP của phía kia liệt kê (RFC 3264 §6.1), và xem có phải chỉ một bên dùng SRTP không.`,
          'Nếu hai chặng được nối ở giữa, hãy chuyển mã hoặc đổi kiểu tải ở đó.',
        ],
        handshake: [
          `Tìm xem vì sao ICE hoặc DTLS giữa ${from} và ${to} không xong: UDP bị chặn, thiếu máy chủ TURN, vân tay hoặc a=setup không khớp.`,
        ],
        silent: [
          `Bắt gói ở ${from}: nếu media có rời khỏi đó, tường lửa hoặc router trên đường đã bỏ nó; hãy mở dải cổng RTP của nó theo cả hai chiều.`,
          `Nếu không có gì rời khỏi, hãy xem chính ${from}: đang giữ máy, tắt tiếng, không có thiết bị âm thanh, hoặc đang chờ media của phía kia trước.`,
          `Nếu ${from} ở sau NAT, kiểm tra SDP mà nó nhận có địa chỉ nó tới được không.`,
        ],
      })[branch],
    limits: ({ branch }) =>
      branch === 'silent'
        ? 'Ở đây không thấy được bên gửi im lặng, hay gói của nó đã bị bỏ trước khi tới điểm bắt gói.'
        : '',
  } satisfies RuleWords<typeof mediaOneWay>,
  'media-none': {
    title: 'Cuộc gọi đã nhấc máy mà không có media',
    message: ({ kind, caller, callee, refusing, lasted }) =>
      `Trong ${duration(lasted)} sau khi nhấc máy không có media nào đi giữa ${caller} và ${callee}` +
      (kind === 'refused'
        ? `; các gói tới ${refusing} bị trả lại vì không giao được (ICMP).`
        : ', trong khi bản ghi có media của những cuộc gọi khác.'),
    why: () => 'Cả hai phía không nghe thấy gì từ lúc nhấc máy.',
    fix: ({ kind, caller, callee, refusing }) => [
      kind === 'refused'
        ? `Không có gì nghe ở ${refusing}: kiểm tra dịch vụ media của máy đó có chạy và có mở cổng mà SDP của nó nêu không.`
        : `Mở dải cổng RTP của cả hai phía trên mọi tường lửa giữa ${caller} và ${callee}.`,
      'So địa chỉ media trong cả hai SDP với địa chỉ mà các máy thật sự tới được; chuyển tiếp media ở nơi chúng không tới được nhau.',
      'Kiểm tra máy chủ media hoặc máy chuyển tiếp sau phần báo hiệu có hoạt động không, rồi gọi thử một dịch vụ echo.',
    ],
    limits: ({ kind }) =>
      kind === 'absent'
        ? 'Media của cuộc gọi này có thể đi đường khác với media của những cuộc gọi kia, không qua điểm bắt gói.'
        : '',
  } satisfies RuleWords<typeof mediaNone>,
};
