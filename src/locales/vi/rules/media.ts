/** Words of the rules about media that flows or does not. */
import type { RuleWords } from '../../../rules/define.ts';
import type { earlyDialogMediaConflict } from '../../../rules/media/early-dialog-media-conflict.ts';
import type { mediaNone } from '../../../rules/media/media-none.ts';
import type { mediaOneWay } from '../../../rules/media/media-one-way.ts';
import type { mediaTimeoutDrop } from '../../../rules/media/media-timeout-drop.ts';
import type { rtpAfterBye } from '../../../rules/media/rtp-after-bye.ts';
import type { rtpBeforeAnswer } from '../../../rules/media/rtp-before-answer.ts';
import type { rtpGapMidcall } from '../../../rules/media/rtp-gap-midcall.ts';
import type { rtpLateStart } from '../../../rules/media/rtp-late-start.ts';
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
  'media-timeout-drop': {
    title: 'Cuộc gọi rớt vì không có media',
    message: ({ evidence, media, sender, from, silence, timeout, reasonText }) => {
      const missed = {
        stopped: `media từ ${from} đã ngừng được ${duration(silence)}`,
        never: `không có media nào từ ${from} trong ${duration(silence)} kể từ khi thỏa thuận`,
        held: `cuộc gọi đã bị giữ mà không có media trong ${duration(silence)}`,
        unseen: '',
      }[media];
      return evidence === 'said'
        ? `${sender} gác máy vì không có media, như BYE của nó nói ("${reasonText}")${missed === '' ? '' : `: ${missed}`}.`
        : `${sender} gác máy khi ${missed}, đúng như một bộ đếm giờ media ${timeout} giây.`;
    },
    why: ({ media }) =>
      media === 'held'
        ? 'Cuộc gọi đang giữ sẽ mất mỗi khi bị giữ lâu hơn bộ đếm giờ.'
        : 'Không phải người dùng gác máy: cuộc gọi bị cắt, sau khi một phía không nghe thấy gì một lúc.',
    fix: ({ media, sender, from }) => [
      ...{
        stopped: [
          `Tìm xem vì sao media từ ${from} ngừng: máy hoặc mạng của nó đã mất, hoặc nó tắt tiếng, hoặc nén khoảng lặng mà không gửi tiếng ồn nền.`,
          'Nếu nó cố ý không gửi gì, hãy cho nó gửi tiếng ồn nền hoặc gói giữ kết nối (RFC 6263; rtp_keepalive trong Asterisk).',
        ],
        never: [`Tìm xem vì sao không có media nào từ ${from}: NAT, tường lửa, địa chỉ sai trong SDP của nó.`],
        held: [
          `Đặt thời hạn riêng dài hơn cho cuộc gọi đang giữ trên ${sender} (rtp_timeout_hold trong Asterisk, media_hold_timeout trong FreeSWITCH), hoặc cho phía giữ máy gửi nhạc hay RTCP.`,
        ],
        unseen: [`Bắt cả media ở ${sender}: nó ngừng giữa chừng, hay chưa bao giờ đến?`],
      }[media],
      `Cứ giữ bộ đếm giờ trên ${sender} (rtp_timeout, media_timeout): nó chỉ làm lộ ra lỗi. Kéo dài nó nếu nó kết thúc những cuộc gọi chỉ đang im lặng.`,
    ],
    limits: ({ evidence, media }) =>
      media === 'unseen'
        ? 'Lý do có thể là của một chặng khác, được chuyển tiếp qua đây.'
        : evidence === 'timed'
          ? 'Việc bộ đếm giờ gác máy, chứ không phải một người không nghe thấy gì, chỉ là phỏng đoán từ độ dài khoảng lặng.'
          : '',
  } satisfies RuleWords<typeof mediaTimeoutDrop>,
  'rtp-late-start': {
    title: 'Media bắt đầu trễ',
    message: ({ who, cause, callee, caller, from }) =>
      (who === 'both'
        ? `Media của bên được gọi bắt đầu ${duration(callee)} sau khi nhấc máy, còn của bên gọi bắt đầu ${duration(caller)} sau ACK`
        : who === 'callee'
          ? `Media của bên được gọi từ ${from} mãi ${duration(callee)} sau khi nhấc máy mới bắt đầu`
          : `Media của bên gọi từ ${from} mãi ${duration(caller)} sau ACK mới bắt đầu`) +
      {
        handshake: ', sau một lúc chờ ICE hoặc DTLS.',
        offer: '; INVITE không mang offer.',
        waiting: ': có vẻ phía này chờ phía kia.',
        unknown: '.',
      }[cause],
    why: ({ who }) =>
      who === 'caller'
        ? 'Người nhấc máy không nghe thấy gì, alô lần nữa rồi gác máy: trông như cuộc gọi quấy rối.'
        : 'Mất những lời đầu tiên sau khi nhấc máy: bên gọi lỡ câu chào, hoặc tên của phía kia.',
    fix: ({ who, cause, from }) => [
      {
        handshake:
          'Rút ngắn những gì phải xong trước media: ICE với ít ứng viên và máy chủ TURN ở gần, DTLS bắt đầu ngay từ đáp ứng tạm thời thay vì từ 200.',
        offer: 'Để INVITE mang offer: khi mô tả của bên gọi nằm trong ACK, media chỉ bắt đầu được sau nó.',
        waiting:
          'Tìm hai phía cùng chờ gói đầu tiên của nhau (RTP đối xứng ở cả hai, comedia): cho một phía gửi ngay tới địa chỉ trong SDP.',
        unknown: `Xem ${from} giữa lúc nhấc máy và gói đầu tiên: tài nguyên media đến lúc đó mới cấp, thông báo phải tải về, bộ chuyển mã đang khởi động.`,
      }[cause],
      who === 'callee'
        ? 'Chỉ nhấc máy khi đường media đã thông, hoặc gửi gói tiếng ồn nền ngay từ 200.'
        : 'Gửi ngay từ ACK, dù chỉ là khoảng lặng: điều đó mở NAT và tường lửa cho cả chiều kia.',
    ],
    limits: ({ cause }) =>
      cause === 'handshake'
        ? ''
        : 'Ở đây không thấy được bên gửi không có gì để nói, hay gói đã mất trước khi tới điểm bắt gói.',
  } satisfies RuleWords<typeof rtpLateStart>,
  'rtp-before-answer': {
    title: 'Media đến trước mọi SDP của bên được gọi',
    message: ({ branch, kind, source, destination, ahead, carrier }) =>
      branch === 'never'
        ? `Trong ${duration(ahead)} luồng ${kind} đi từ ${source} tới ${destination}, mà không SDP nào của bên được gọi từng đến.`
        : `Luồng ${kind} từ ${source} tới ${destination} bắt đầu ${duration(ahead)} trước SDP đầu tiên của bên được gọi, đến cùng ${carrier}.`,
    why: ({ encrypted, branch }) =>
      encrypted
        ? 'Bên gọi chưa có khóa nên phải bỏ nó: phần đầu bị cắt mất.'
        : branch === 'never'
          ? 'Điều này được phép, nhưng nhiều điện thoại không phát những gì chưa SDP nào công bố: bên gọi có thể đã nghe im lặng thay vì thông báo.'
          : 'Điều này được phép, nhưng điện thoại chờ SDP chỉ phát những gì đến sau nó: phần đầu của hồi âm chuông hay thông báo bị cắt mất.',
    fix: ({ source, encrypted }) => [
      `Cho phía ${source} gửi SDP trong 183 trước khi gửi media, và gửi tin cậy (100rel, PRACK), để 183 bị mất được gửi lại.`,
      ...(encrypted ? ['Dùng DTLS-SRTP thay cho khóa trong SDP: thủ tục bắt tay của nó đi cùng đường với media.'] : []),
      'Nếu 183 đã được gửi, tìm xem nó mất ở đâu: một proxy lọc đáp ứng tạm thời, hoặc bỏ phần thân của nó.',
    ],
    limits: () => 'Ở đây không thấy được SDP đi đường khác, hoặc mất trước khi tới điểm bắt gói.',
  } satisfies RuleWords<typeof rtpBeforeAnswer>,
  'rtp-gap-midcall': {
    title: 'Media bị ngắt quãng giữa cuộc gọi',
    message: ({ branch, source, destination, length, missing, at, gaps, method, both }) =>
      `${duration(at)} sau khi nhấc máy, âm thanh từ ${source} tới ${destination} ngừng ${duration(length)}` +
      (both ? ', và chiều kia cũng vậy' : '') +
      (branch === 'lost' ? `: ${missing} gói gửi trong lúc đó không qua đây` : ': trong lúc đó không có gì được gửi') +
      (method === '' ? '' : `, bắt đầu cùng lúc với ${method}`) +
      (gaps > 1 ? `; đó là lần dài nhất trong ${gaps} lần.` : '.'),
    why: ({ both, length, destination }) =>
      both
        ? `Trong ${duration(length)} hai phía không nghe thấy nhau: người ta hỏi có ai ở đó không, rồi gác máy.`
        : `Trong ${duration(length)} phía ${destination} không nghe thấy gì: người ta hỏi có ai ở đó không, rồi gác máy.`,
    fix: ({ branch, source, method }) => [
      ...(method === ''
        ? []
        : [`Xem ${method} lúc đó trước: nó đổi gì (địa chỉ, cổng, codec, khóa) và ${source} mất bao lâu để theo kịp.`]),
      branch === 'lost'
        ? `Xem mạng giữa ${source} và điểm bắt gói vào lúc đó: chuyển vùng Wi-Fi hoặc di động, chuyển dự phòng, tường lửa hoặc NAT bỏ mất phiên.`
        : `Cho ${source} tiếp tục gửi tới nơi cũ cho đến khi thỏa thuận xong nơi mới.`,
      ...(branch === 'lost' && method === ''
        ? [
            'Nếu chỉ xảy ra sau khoảng lặng, hãy cho cả hai phía gửi tiếng ồn nền hoặc gói giữ kết nối (RFC 6263), để ánh xạ NAT còn mở.',
          ]
        : []),
    ],
    limits: ({ branch, missed }) =>
      branch === 'lost' && !missed ? 'Không chắc bên nhận cũng thiếu những gói này: có thể chỉ bản ghi thiếu.' : '',
  } satisfies RuleWords<typeof rtpGapMidcall>,
  'rtp-after-bye': {
    title: 'Media còn đến sau khi cuộc gọi kết thúc',
    message: ({ side, kind, source, destination, after, packets, goesOn }) =>
      `${Sides[side]} vẫn gửi luồng ${kind} từ ${source} tới ${destination} thêm ${duration(after)} sau đáp ứng cho BYE, ` +
      `ít nhất ${packets} gói` +
      (goesOn ? '; lần cuối được theo dõi nó vẫn chưa ngừng.' : '.'),
    why: ({ goesOn }) =>
      goesOn
        ? 'Cổng không được giải phóng thì mất cho các cuộc gọi sau; và khi phía kia dùng lại cổng của mình, người gọi kế tiếp sẽ nghe cuộc gọi này.'
        : 'Cho đến khi nó ngừng, cuộc gọi nào nhận cùng cổng sẽ nghe phần còn lại của cuộc gọi này.',
    fix: ({ source, side }) => [
      `Tìm xem ${source} thuộc về đâu và vì sao việc cuộc gọi kết thúc không tới nó: máy chủ media, cầu hội nghị hoặc máy ghi âm phía sau ${sides[side]} được giải phóng trễ, hoặc không bao giờ.`,
      'Nếu có B2BUA ở giữa, kiểm tra nó có gửi BYE trên mỗi chặng của mình không.',
      'Theo dõi số cổng RTP đang mở của máy đó trong một ngày: nếu nó tăng mãi, cổng đang bị rò rỉ.',
    ],
    limits: ({ goesOn }) =>
      goesOn
        ? 'Không biết nó kéo dài bao lâu: bản ghi đã hết, hoặc đã qua 40 giây mà một cuộc gọi còn được theo dõi sau khi kết thúc.'
        : '',
  } satisfies RuleWords<typeof rtpAfterBye>,
  'early-dialog-media-conflict': {
    title: 'Early media của nhiều nhánh cùng lúc',
    message: ({ sources, destination, together }) =>
      `${sources.length} nhánh của INVITE cùng lúc gửi early media tới ${destination} trong ${duration(together)}: ${sources.join(', ')}.`,
    why: () =>
      'Bên gọi nghe cả hai lẫn vào nhau, nhánh này cắt vụn nhánh kia, hoặc chỉ nghe một nhánh và có thể không phải nhánh cần nghe.',
    fix: ({ authorised }) => [
      'Cho máy chủ phân nhánh đổ chuông lần lượt chứ không đồng thời những gateway có phát media, hoặc chỉ cho early media của một nhánh đi qua.',
      authorised === 0
        ? 'Cho gateway xin phép trước khi phát (P-Early-Media, RFC 5009), và cho máy chủ phân nhánh chỉ cho phép một nhánh.'
        : 'Cho máy chủ phân nhánh chỉ cho phép một nhánh bằng P-Early-Media và đặt các nhánh khác là inactive.',
      'Trên điện thoại, chỉ phát nguồn mới nhất, hoặc phát hồi âm chuông của chính nó khi còn nhiều nguồn cùng đến.',
    ],
  } satisfies RuleWords<typeof earlyDialogMediaConflict>,
};
