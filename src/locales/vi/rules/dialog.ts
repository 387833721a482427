/** Words of the rules about dialogs. */
import { clip } from '../../../rules/clip.ts';
import type { ArgsOf, RuleWords } from '../../../rules/define.ts';
import type { ackMissingFor2xx } from '../../../rules/dialog/ack-missing-for-2xx.ts';
import type { ackOrRouteMisaddressed } from '../../../rules/dialog/ack-or-route-misaddressed.ts';
import { type answeredThenImmediateBye, isMedia } from '../../../rules/dialog/answered-then-immediate-bye.ts';
import type { byeUnanswered } from '../../../rules/dialog/bye-unanswered.ts';
import type { callDropped32s } from '../../../rules/dialog/call-dropped-32s.ts';
import type { cseqDisorder } from '../../../rules/dialog/cseq-disorder.ts';
import type { dialogNeverTerminated } from '../../../rules/dialog/dialog-never-terminated.ts';
import type { dialogUnknown481 } from '../../../rules/dialog/dialog-unknown-481.ts';
import type { multiple2xxForked } from '../../../rules/dialog/multiple-2xx-forked.ts';
import type { tagProblem } from '../../../rules/dialog/tag-problem.ts';
import { capitalize } from '../../phrases.ts';
import { duration } from '../phrases.ts';
import { fieldName, messageName, tagPair } from './phrases.ts';

/** A route set may fill a page. */
const LONGEST = 120;

function uris(list: readonly string[]): string {
  return clip(list.join(', '), LONGEST) || 'không có';
}

function answerersOf({ answerers, devices }: Pick<ArgsOf<typeof multiple2xxForked>, 'answerers' | 'devices'>): string {
  return answerers.join(' và ') + (devices > answerers.length ? ' và máy khác' : '');
}

export const dialog = {
  'ack-missing-for-2xx': {
    title: '200 OK không được ai xác nhận bằng ACK',
    why: () => 'Bên trả lời lặp lại 200 rồi gác máy sau 64·T1 (32 giây): đúng kiểu cuộc gọi rớt sau nửa phút.',
    fix: ({ kind, server, contact, seenAt }) => [
      {
        unmatched: `So sánh ACK với 200: Request-URI của nó phải là Contact (${contact || 'bị thiếu'}), các tag và số CSeq phải là của INVITE.`,
        lost: `ACK đã đi tới ${seenAt}, còn Contact của 200 là ${contact || 'bị thiếu'}. Nếu đó là địa chỉ sau NAT, 200 phải mang địa chỉ mà bên gọi tới được; nếu đó là proxy, proxy phải gửi tiếp ACK.`,
        unheard: `Kiểm tra ${server} gửi đáp ứng đi đâu: tới địa chỉ và cổng của Via, hoặc của received và rport nếu sau NAT.`,
        absent: `Kiểm tra từ bên gọi có tới được Contact của 200 (${contact || 'bị thiếu'}) hay không: ACK đi tới đó, không phải nơi INVITE đã đi.`,
      }[kind],
      'Đặt địa chỉ báo hiệu bên ngoài cho phía trả lời, hoặc bật xử lý NAT (rport, viết lại Contact) trên máy chủ ' +
        'của nó.',
      'Thêm Record-Route trên mọi proxy cần ở lại trên đường đi, và tắt SIP ALG trên các router ở giữa.',
    ],
    message: ({ kind, server, client, status, copies, waited, seenAt, differs }) =>
      `${server} gửi đáp ứng ${status} ${copies} lần trong ${duration(waited)} vì ` +
      {
        unmatched:
          differs === '' ? 'nó không chấp nhận ACK gửi tới nó.' : `ACK gửi tới nó có ${fieldName(differs)} khác.`,
        lost: `ACK gửi tới ${seenAt} không bao giờ đến được nó.`,
        unheard: `đáp ứng đó không đến được ${client}, vốn vẫn tiếp tục gửi INVITE.`,
        absent: 'không có ACK nào cho nó đi qua điểm bắt gói tin này.',
      }[kind],
    limits: ({ kind }) =>
      kind === 'unmatched'
        ? 'ACK bị mất giữa điểm bắt gói tin này và máy chủ trông cũng y như vậy.'
        : 'ACK đi đường khác với phần còn lại của cuộc gọi sẽ không được thấy ở đây.',
  } satisfies RuleWords<typeof ackMissingFor2xx>,

  'ack-or-route-misaddressed': {
    title: 'Yêu cầu trong cuộc gọi bị gửi sai địa chỉ',
    why: ({ worked, method, kind }) =>
      kind === 'copied'
        ? 'Khi đó bên gọi gửi ACK và BYE không qua các proxy muốn ở lại trên đường đi: tường lửa, NAT và tính cước mất dấu cuộc gọi.'
        : worked
          ? `${method} này vẫn đến nơi; sau một proxy khác, cùng lỗi này sẽ làm mất nó, và cuộc gọi bị rớt hoặc treo ở một phía.`
          : `${method} không đến được phía kia, hoặc đến mà không qua các proxy cần thấy nó: cuộc gọi rớt sau 32 giây hoặc treo ở một phía.`,
    fix: ({ kind, sender, ...args }) => {
      const expected = uris(args.expected);
      return [
        {
          first: `Cho ${sender} gửi yêu cầu trong cuộc gọi tới Contact của phía kia (${expected}), không phải địa chỉ đã quay.`,
          own: `Cho ${sender} lấy Contact của phía kia (${expected}) làm Request-URI, không phải Contact của mình.`,
          old: `Cho ${sender} dùng Contact mới nhất của phía kia (${expected}) một khi đã chấp nhận nó.`,
          other: `Cho ${sender} gửi yêu cầu trong cuộc gọi tới Contact của phía kia (${expected}): tìm trong nó các quy tắc sửa trường tiêu đề hoặc sửa số viết lại Request-URI.`,
          missing: `Cho ${sender} chép Record-Route vào Route cho mọi yêu cầu trong cuộc gọi (${expected}).`,
          skipped: `Cho ${sender} giữ trọn route set (${expected}): tìm quy tắc bỏ mất Route đầu tiên.`,
          reversed: `Cho ${sender} dùng Record-Route theo thứ tự ngược khi nó là bên gọi, và giữ nguyên thứ tự khi nó là bên trả lời.`,
          strict: `Thêm tham số lr vào Record-Route của proxy nếu đó là loose router (ngày nay đều vậy); nếu không, ${sender} phải đặt proxy đó vào Request-URI.`,
          copied: `Cho ${sender} chép mọi trường Record-Route của INVITE vào 2xx, theo cùng thứ tự.`,
        }[kind],
        ...(kind === 'first' || kind === 'other'
          ? [
              `Nếu ${sender} là Asterisk với rewrite_contact=yes (trong chan_sip: nat=force_rport,comedia), hãy tắt nó cho trunk này: nó thay Contact của phía nằm sau proxy.`,
            ]
          : []),
        'Tắt SIP ALG trên các router ở giữa, và bỏ các quy tắc Route và Contact đặt tay trên SBC.',
      ];
    },
    message: ({ kind, method, sender, ...args }) => {
      const [sent, expected] = [uris(args.sent), uris(args.expected)];
      return {
        first: `${method} của ${sender} có Request-URI ${sent} của INVITE thay vì Contact ${expected}.`,
        own: `${method} của ${sender} có Contact của chính nó ${sent} làm Request-URI thay vì ${expected}.`,
        old: `${method} của ${sender} đi tới Contact cũ ${sent}; Contact mới nhất là ${expected}.`,
        other: `${method} của ${sender} có Request-URI ${sent}; Contact của phía kia là ${expected}.`,
        missing: `${method} của ${sender} không có Route, trong khi hội thoại có route set ${expected}.`,
        skipped: `Route của ${method} từ ${sender} (${sent}) bỏ mất phần đầu của route set ${expected}.`,
        reversed: `Route của ${method} từ ${sender} (${sent}) sai thứ tự; route set là ${expected}.`,
        strict: `${method} của ${sender} giữ Contact trong Request-URI dù proxy đầu tiên của route set (${expected}) không có tham số lr.`,
        copied: `2xx của ${sender} không đủ Record-Route của INVITE (${expected}); nó có: ${sent}.`,
      }[kind];
    },
  } satisfies RuleWords<typeof ackOrRouteMisaddressed>,

  'answered-then-immediate-bye': {
    title: 'Cuộc gọi kết thúc ngay sau khi trả lời',
    why: ({ kind }) =>
      kind === 'caller'
        ? 'Cuộc gọi được tính là đã trả lời và có thể bị tính cước; thường chỉ là bên gọi không muốn gặp hộp thư thoại vừa nhấc máy.'
        : 'Cuộc gọi được tính là đã trả lời và có thể bị tính cước, dù không ai kịp nói chuyện.',
    fix: ({ kind, sender, other, reason }) => [
      ...(kind === 'failure'
        ? [
            isMedia(reason)
              ? `So sánh offer và answer: ${sender} kết thúc cuộc gọi vì media (codec, SRTP với RTP, địa chỉ).`
              : `Xem log của ${sender} ở thời điểm này để biết điều gì đứng sau ${reason}.`,
          ]
        : []),
      ...(kind === 'callee'
        ? [
            `Xem log của ${sender} để biết vì sao nó gác máy ngay: không có codec chung, không có cổng media, hàng đợi hoặc ứng dụng đã kết thúc.`,
            'So sánh offer và answer: ở đó thấy được điều gì không dùng được sau khi trả lời.',
          ]
        : []),
      ...(kind === 'caller'
        ? [
            `Nếu hay xảy ra, xem log của ${sender}: answer mà nó không dùng được khiến bên gọi gác máy ngay, hệ thống quay số phát hiện máy trả lời tự động cũng vậy.`,
            `Xem ${other} trả lời thay một người hay là hộp thư thoại.`,
          ]
        : []),
    ],
    message: ({ kind, sender, other, after, reason }) =>
      `${sender} gác máy ${duration(after)} sau khi ` +
      (kind === 'caller' ? `${other} trả lời` : kind === 'callee' ? 'nó trả lời cuộc gọi' : 'có lời trả lời') +
      (reason === '' ? '.' : `, nêu lý do ${reason}.`),
    limits: ({ kind }) => (kind === 'failure' ? '' : 'Bản tin không cho biết người hay máy đã gác máy, và vì sao.'),
  } satisfies RuleWords<typeof answeredThenImmediateBye>,

  'bye-unanswered': {
    title: 'BYE không có đáp ứng cuối',
    why: ({ server }) =>
      `${server} có thể giữ cuộc gọi như thể còn diễn ra, và tính cước, cho đến khi session timer hoặc việc thiếu media kết thúc nó.`,
    fix: ({ server, client, target, kind }) => [
      kind === 'stalled'
        ? `Xem phía sau ${server}: nó đã nhận BYE mà không có đáp ứng từ next hop.`
        : `So sánh Request-URI của BYE (${target}) với Contact mà ${server} cho lần cuối, và Route của BYE với Record-Route của INVITE: sau NAT, một trong số đó thường không tới được từ bên ngoài.`,
      `Kiểm tra ${server} có khởi động lại hay mất địa chỉ trong cuộc gọi không, và ánh xạ NAT hoặc phiên tường lửa giữa nó và ${client} có bị đóng không.`,
      'Bật session timer (RFC 4028) và thời gian chờ RTP, để cuộc gọi mất BYE tự kết thúc.',
    ],
    message: ({ kind, client, server, sends, over }) =>
      kind === 'stalled'
        ? `${server} đã nhận BYE của ${client} mà không gửi đáp ứng cuối cho nó.`
        : `${client} gửi BYE ${sends} lần trong ${duration(over)}, và ${server} không bao giờ đáp ứng.`,
    limits: () =>
      'Ở đây không thấy được BYE có đến phía kia hay không, chỉ thấy không có đáp ứng nào qua điểm bắt gói tin này.',
  } satisfies RuleWords<typeof byeUnanswered>,

  'call-dropped-32s': {
    title: 'Cuộc gọi rớt sau 32 giây',
    why: () => 'Người dùng báo cuộc gọi rớt sau nửa phút, dù đến lúc đó cả hai vẫn nói chuyện được.',
    fix: ({ server }) => [
      `Tìm hiểu vì sao không có ACK nào cho 200 đến được ${server}: Contact của 200 và Record-Route của các proxy cho biết ACK đi đâu.`,
      `Đặt địa chỉ báo hiệu bên ngoài cho ${server}, hoặc bật xử lý NAT phía trước nó.`,
      'Tắt SIP ALG trên các router trên đường đi.',
    ],
    message: ({ server, what, after, copies }) =>
      `${server} gác máy ${duration(after)} sau 200 cho ${what === 'call' ? 'cuộc gọi' : 're-INVITE'}` +
      (copies > 1 ? `, 200 này nó đã gửi ${copies} lần` : '') +
      ': đó là thời gian nó chờ ACK (64·T1).',
    limits: ({ copies }) =>
      copies > 1 ? '' : '200 không được lặp lại ở đây; việc thiếu ACK là lý do thì do BYE cho biết.',
  } satisfies RuleWords<typeof callDropped32s>,

  'cseq-disorder': {
    title: 'CSeq sai thứ tự',
    why: ({ kind, status, method }) =>
      ({
        method: 'Máy chủ từ chối yêu cầu như vậy bằng 400, hoặc không ghép được đáp ứng với nó.',
        range: 'Bên nhận dùng số 32 bit có dấu đọc thành số âm hoặc từ chối.',
        reused: 'Bên nhận coi yêu cầu sau là bản lặp lại của yêu cầu trước, hoặc từ chối bằng 500.',
        backwards:
          status === 500
            ? `${method} bị từ chối nên không thay đổi gì: phía kia vẫn giữ trạng thái cũ của cuộc gọi.`
            : 'Bên nhận tuân thủ quy tắc sẽ từ chối bằng 500.',
        retry: 'Máy chủ so sánh số CSeq coi lần thử mới là bản lặp lại của lần cũ và gửi lại đúng lời từ chối đó.',
      })[kind],
    fix: ({ kind, client }) => [
      {
        method: `Cho ${client} ghi vào CSeq đúng phương thức của dòng đầu: đây là lỗi phần mềm của nó hoặc của script.`,
        range: `Cho ${client} bắt đầu với số CSeq nhỏ: số này phải dưới 2147483648.`,
        reused: `Cho ${client} tăng CSeq thêm một với mỗi yêu cầu mới của hội thoại; chỉ ACK và CANCEL giữ số của INVITE.`,
        backwards: `Tìm xem ${client} có khởi động lại hay chuyển dự phòng trong cuộc gọi này: CSeq của hội thoại phải được lưu cùng hội thoại.`,
        retry: `Cho ${client} tăng CSeq thêm một khi gửi lại yêu cầu. Trong Kamailio, hàm uac_auth giữ nguyên số trừ khi module dialog theo dõi nó (track_cseq_updates).`,
      }[kind],
      ...(kind === 'reused' || kind === 'backwards'
        ? [
            'Tìm chương trình thứ hai tự gửi yêu cầu trong hội thoại này: bộ điều khiển tính cước, máy chủ ' +
              'bấm-để-gọi, session timer của proxy.',
          ]
        : []),
    ],
    message: ({ kind, method, client, server, cseq, other, before, status, named }) => {
      const refused = status === 500 ? `, và ${server} từ chối bằng 500` : '';
      return {
        method: `${method} của ${client} có CSeq ${named === '' ? 'không nêu phương thức nào' : `dành cho ${named}`}.`,
        range: `${method} của ${client} có số CSeq ${cseq}, không dưới 2147483648.`,
        reused: `${client} gửi ${method} với CSeq ${cseq}, trùng số của ${other} trong cùng hội thoại${refused}.`,
        backwards: `${client} gửi ${method} với CSeq ${cseq} sau ${other} có số ${before}${refused}.`,
        retry: `${client} gửi lại ${method} sau ${status} với cùng CSeq ${cseq}.`,
      }[kind];
    },
    limits: ({ kind }) => (kind === 'backwards' ? 'Yêu cầu bị mạng giao muộn trông cũng y như vậy.' : ''),
  } satisfies RuleWords<typeof cseqDisorder>,

  'dialog-never-terminated': {
    title: 'Cuộc gọi đã trả lời mà không có kết thúc',
    why: ({ kind }) =>
      kind === 'expired'
        ? 'Theo session timer của chính nó, cuộc gọi này đã chết mà không phía nào giải phóng: kênh vẫn bị chiếm và có thể vẫn tính cước.'
        : 'Cuộc gọi không ai kết thúc chiếm kênh và có thể bị tính cước hàng giờ.',
    fix: ({ kind, caller, callee }) => [
      ...(kind === 'expired'
        ? [
            `Kiểm tra ${caller} và ${callee} có còn giữ cuộc gọi, và bên phải làm mới (refresher) có còn chạy hay không.`,
            'Bắt gói tin trên đường mà BYE và lần làm mới đi qua: không có Record-Route, chúng không qua điểm này.',
          ]
        : [
            `Hỏi ${caller} và ${callee} về các cuộc gọi đang mở: nếu cuộc gọi không còn ở đó, BYE của nó đã đi đường khác với điểm bắt gói tin này.`,
            'Bật session timer (RFC 4028), để cuộc gọi mất phần kết thúc không thể treo mãi.',
          ]),
      'Đặt thời gian chờ RTP trên máy chủ và gateway, để chúng giải phóng cuộc gọi có media đã ngừng.',
    ],
    message: ({ kind, caller, callee, interval, silence }) =>
      kind === 'expired'
        ? `Cuộc gọi từ ${caller} tới ${callee} không được làm mới cũng không được kết thúc: session timer ${interval} giây đã hết hạn, và dấu hiệu cuối cùng của nó cách đây ${duration(silence)}.`
        : `Cuộc gọi từ ${caller} tới ${callee} không hề kết thúc trong bản ghi này; không có báo hiệu nào trong ${duration(silence)}.`,
    limits: ({ kind }) =>
      kind === 'expired'
        ? 'Lần làm mới hoặc BYE đi đường khác sẽ không được thấy ở đây.'
        : 'Có thể cuộc gọi đơn giản là vẫn tiếp tục, hoặc BYE của nó đã đi đường khác.',
  } satisfies RuleWords<typeof dialogNeverTerminated>,

  'dialog-unknown-481': {
    title: 'Yêu cầu bị từ chối bằng 481',
    why: ({ kind, method }) =>
      ({
        crossing: 'Không có gì sai: hai bên gác máy cùng lúc.',
        repeated: 'Không mất gì: hội thoại đã kết thúc từ trước.',
        ended: 'Không mất gì: hội thoại kết thúc trong lúc yêu cầu đang trên đường.',
        'late-cancel': 'Không mất gì: INVITE đã có đáp ứng cuối.',
        cancel: 'Bên được gọi vẫn đổ chuông dù bên gọi đã gác máy.',
        'late-prack': 'Không mất gì: INVITE đã có đáp ứng cuối.',
        prack: 'Đáp ứng tạm vẫn chưa được xác nhận, bên được gọi lặp lại nó và từ chối cuộc gọi sau 32 giây.',
        notify: 'Bên nhận không (còn) có lượt theo dõi đó, nên bên gửi phải dừng.',
        subscribe: 'Lượt theo dõi đã mất: bên theo dõi không nhận thông báo nữa cho đến khi theo dõi lại.',
        replaces: 'Việc chuyển cuộc gọi có tham vấn hoặc nhấc máy hộ thất bại.',
        tags: `${method} không đến được hội thoại của nó; sớm muộn một phía sẽ treo trong cuộc gọi đã kết thúc.`,
        lost: `Một phía giữ cuộc gọi mà phía kia không (còn) biết, và ${method} này không thay đổi được điều đó.`,
      })[kind],
    fix: ({ kind, server, client }) =>
      ({
        crossing: ['Không cần làm gì.'],
        repeated: [`Cho ${client} dừng lại sau khi BYE đầu tiên đã được đáp ứng.`],
        ended: ['Không cần làm gì.'],
        'late-cancel': ['Không cần làm gì.'],
        cancel: [
          `Cho ${client} gửi CANCEL với branch, Request-URI, các tag và số CSeq của INVITE, tới cùng địa chỉ.`,
          `Nếu có nhiều nút sau ${server}, cho bộ cân bằng tải gửi CANCEL tới nút đang giữ INVITE.`,
        ],
        'late-prack': ['Không cần làm gì.'],
        prack: ['So sánh RAck của PRACK với RSeq và CSeq của đáp ứng tạm, và các tag với của hội thoại.'],
        notify: [
          `Cho ${client} bỏ lượt theo dõi khi nhận 481.`,
          `Kiểm tra ${server} có khởi động lại và mất các lượt theo dõi hay không.`,
        ],
        subscribe: [
          `Cho ${client} theo dõi lại, không kèm To tag và với Call-ID mới.`,
          `Kiểm tra ${server} có khởi động lại hoặc để lượt theo dõi hết hạn hay không.`,
        ],
        replaces: [
          `So sánh Call-ID và các tag trong Replaces với cuộc gọi mà ${server} phải nhường, theo các tag như chính máy đó thấy.`,
        ],
        tags: [
          `Sửa các tag trên ${client}: chúng phải là tag của 2xx, với tag của chính bên gửi trong From.`,
          'Nếu có SBC hoặc ALG ở giữa, bắt gói tin ở cả hai phía của nó: nó có thể chỉ viết lại tag ở một chiều.',
        ],
        lost: [
          `Kiểm tra ${server} có khởi động lại, chuyển dự phòng hoặc kết thúc cuộc gọi bằng timer (hết hạn phiên, hết media) mà không gửi BYE hay không.`,
          `Nếu có nhiều nút sau ${server}, hãy sao chép hội thoại giữa các nút hoặc giữ cuộc gọi trên một nút bằng Record-Route.`,
          'So sánh đường đi của yêu cầu này với của INVITE: không có Record-Route, nó không qua proxy biết cuộc gọi.',
        ],
      })[kind],
    message: ({ kind, method, client, server, differs, used, known }) =>
      ({
        crossing: `BYE của ${client} giao với BYE của phía kia, nên ${server} đáp ứng bằng 481.`,
        repeated: `${client} gửi BYE lần nữa sau khi BYE đầu đã kết thúc hội thoại, và ${server} trả 481.`,
        ended: `${method} của ${client} đến sau khi hội thoại kết thúc, và ${server} trả 481.`,
        'late-cancel': `CANCEL của ${client} đến sau đáp ứng cuối của ${server}, nên nó trả 481.`,
        cancel: `${server} không tìm thấy INVITE nào để CANCEL của ${client} kết thúc: 481.`,
        'late-prack': `PRACK của ${client} đến sau đáp ứng cuối của ${server}, nên nó trả 481.`,
        prack: `${server} không biết đáp ứng tạm nào mà PRACK của ${client} xác nhận: 481.`,
        notify: `${server} không biết lượt theo dõi nào cho NOTIFY của ${client}: 481.`,
        subscribe: `${server} không biết lượt theo dõi mà ${client} muốn làm mới: 481.`,
        replaces: `${server} không biết cuộc gọi mà INVITE của ${client} muốn thay thế: 481.`,
        tags:
          `${method} của ${client} nhận 481: ` +
          (differs === 'direction'
            ? `các tag của nó (${tagPair(used)}) bị đảo chiều, hội thoại có ${tagPair(known)}.`
            : `${fieldName(differs)} của nó (${used.join(', ')}) khác với của hội thoại, ${known.join(', ')}.`),
        lost: `${server} không biết hội thoại của ${method} mà ${client} gửi, dù Call-ID và các tag đều đúng: 481.`,
      })[kind],
    limits: ({ kind }) =>
      kind === 'lost'
        ? 'Bản ghi không cho biết vì sao ở đó không biết hội thoại (khởi động lại, timer, nút khác).'
        : '',
  } satisfies RuleWords<typeof dialogUnknown481>,

  'multiple-2xx-forked': {
    title: 'Cuộc gọi được trả lời hơn một lần',
    why: ({ release }) =>
      release === 'left' || release === 'late'
        ? 'Hai bên được gọi cùng được nối: một bên không nghe gì hoặc nghe hết, và cả hai cuộc gọi bị tính cước.'
        : 'Một bên được gọi nhấc máy rồi bị gác ngay; thường là hộp thư thoại hoặc tự động trả lời nhanh hơn.',
    fix: ({ caller, devices, release, answerers }) => [
      ...(release === 'left' || release === 'late'
        ? [
            `Cho ${caller} xác nhận mọi 200 bằng ACK và gửi BYE ngay cho tất cả trừ một${devices > 1 ? ` trong ${answerersOf({ answerers, devices })}` : ''}.`,
          ]
        : []),
      ...(devices > 1
        ? [
            'Tìm hộp thư thoại, chuyển tiếp cuộc gọi hoặc tự động trả lời trên một trong các thiết bị cùng đổ ' +
              'chuông, và tắt ở đó.',
            'Cho proxy phân nhánh hủy các nhánh khác ngay khi 200 đầu tiên đến, và kiểm tra CANCEL đến các nhánh ' +
              'không bị trễ.',
          ]
        : [
            `Xem phía sau ${answerersOf({ answerers, devices })} có phân nhánh nào bị che giấu; nếu không có, hãy sửa nó: một INVITE tạo một hội thoại.`,
          ]),
    ],
    message: ({ caller, devices, answers, apart, release, released, answerers }) =>
      (devices > 1
        ? `${devices} thiết bị (${answerersOf({ answerers, devices })}) trả lời INVITE của ${caller}`
        : `${answerersOf({ answerers, devices })} trả lời INVITE của ${caller} ${answers} lần, mỗi lần với To tag khác`) +
      `, lần thứ hai ${duration(apart)} sau lần đầu` +
      {
        done: `; ${caller} giữ một và giải phóng phần còn lại.`,
        late: `, và cuộc gọi thừa mãi ${duration(released)} sau mới được giải phóng.`,
        left: ', và hơn một cuộc gọi vẫn còn mở.',
        unseen: '.',
      }[release],
    limits: ({ release }) =>
      release === 'unseen'
        ? 'Bản ghi kết thúc quá sớm để thấy cuộc gọi thừa có được giải phóng hay không.'
        : release === 'left'
          ? 'BYE đi đường khác sẽ không được thấy ở đây.'
          : '',
  } satisfies RuleWords<typeof multiple2xxForked>,

  'tag-problem': {
    title: 'From tag hoặc To tag thiếu hoặc sai',
    why: ({ kind }) =>
      ({
        from:
          'Máy chủ khắt khe từ chối yêu cầu bằng 400, và không phân biệt được hội thoại này với hội thoại khác cùng ' +
          'Call-ID.',
        kept: 'Máy chủ tìm hội thoại có tag này, không thấy và từ chối lần thử mới bằng 481.',
        unanswered:
          'Máy khách phải chấp nhận như với máy chủ trước RFC 3261, nhưng không phân biệt được các nhánh, và máy ' +
          'khắt khe bỏ đáp ứng.',
        changed:
          'Máy khách không ghép được đáp ứng với hội thoại; sớm muộn một phía sẽ treo trong cuộc gọi đã kết thúc.',
        swapped: 'Bên nhận không biết hội thoại nào có các tag theo thứ tự này và trả 481: cuộc gọi treo ở một phía.',
        untagged: 'Bên nhận không biết hội thoại như vậy và trả 481: cuộc gọi treo ở một phía.',
      })[kind],
    fix: ({ kind, sender, field }) => [
      {
        from: `Cho ${sender} thêm tag vào From trong mọi yêu cầu: cập nhật phần mềm hoặc sửa script của nó.`,
        kept: `Cho ${sender} dùng To của lần thử đầu, không kèm tag, khi thử lại sau lời từ chối.`,
        unanswered: `Cho ${sender} thêm To tag vào mọi đáp ứng trừ 100. Trong SIPp, ghi dòng [last_To:];tag=[pid]SIPpTag01[call_number] vào đáp ứng: [last_To:] đã kèm tên trường.`,
        changed: `Cho ${sender} chép trường ${field} của yêu cầu vào đáp ứng, kể cả tag.`,
        swapped: `Cho ${sender} đổi chỗ From và To khi nó gửi yêu cầu trong cuộc gọi nó đã trả lời: tag của chính nó thuộc về From.`,
        untagged: `Cho ${sender} lấy From và To của hội thoại kèm tag vào mọi yêu cầu của cuộc gọi.`,
      }[kind],
      'Nếu có B2BUA hoặc SBC ở giữa, bắt gói tin ở cả hai phía của nó: nó có thể chỉ ánh xạ tag ở một chiều.',
    ],
    message: ({ kind, method, sender, field, sent, expected, status }) =>
      ({
        from: `${method} của ${sender} không có From tag.`,
        kept: `${sender} gửi lại ${method} với To tag ${sent[0]} của lời từ chối.`,
        unanswered: `${capitalize(messageName({ method, status }))} từ ${sender} không có To tag.`,
        changed: `${capitalize(messageName({ method, status }))} từ ${sender} ${sent.length === 0 ? `không có ${field} tag` : `có ${field} tag ${sent[0]}`}, trong khi yêu cầu ${expected[0] === undefined ? 'không có tag' : `có ${expected[0]}`}.`,
        swapped: `${method} của ${sender}, bên đã trả lời cuộc gọi, có các tag của phía bên gọi (${tagPair(sent)}) thay vì ${tagPair(expected)}.`,
        untagged: `${method} của ${sender} không có ${field} tag, trong khi của hội thoại là ${expected[0]}.`,
      })[kind] + (status >= 300 && kind !== 'unanswered' && kind !== 'changed' ? ` Nó bị từ chối bằng ${status}.` : ''),
  } satisfies RuleWords<typeof tagProblem>,
};
