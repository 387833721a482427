/** Words of the rules about how calls and requests came out. */
import { findCause } from '../../../catalogue/causes.ts';
import { findStatus } from '../../../catalogue/statuses.ts';
import { clip } from '../../../rules/clip.ts';
import type { ArgsOf, RuleWords } from '../../../rules/define.ts';
import type { bodyRejected } from '../../../rules/outcome/body-rejected.ts';
import type { busyDeclinedUnavailable } from '../../../rules/outcome/busy-declined-unavailable.ts';
import type { callForbidden } from '../../../rules/outcome/call-forbidden.ts';
import type { destinationNotFound } from '../../../rules/outcome/destination-not-found.ts';
import type { emergencyCallProblem } from '../../../rules/outcome/emergency-call-problem.ts';
import type { methodNotSupported } from '../../../rules/outcome/method-not-supported.ts';
import type { reasonContradiction } from '../../../rules/outcome/reason-contradiction.ts';
import type { releaseCauseAbnormal } from '../../../rules/outcome/release-cause-abnormal.ts';
import type { requestTerminated487 } from '../../../rules/outcome/request-terminated-487.ts';
import type { requiredExtensionUnsupported } from '../../../rules/outcome/required-extension-unsupported.ts';
import type { retryAfterIgnored } from '../../../rules/outcome/retry-after-ignored.ts';
import type { upstreamTimeout408504 } from '../../../rules/outcome/upstream-timeout-408-504.ts';
import { capitalize } from '../../phrases.ts';
import { duration, roles } from '../phrases.ts';
import { reasonName, saying } from './phrases.ts';

type Body = ArgsOf<typeof bodyRejected>;
type Busy = ArgsOf<typeof busyDeclinedUnavailable>;
type NotFound = ArgsOf<typeof destinationNotFound>;
type Release = ArgsOf<typeof releaseCauseAbnormal>;

function bodyRemedy(args: Body): readonly string[] {
  const { kind, client, server, sent, accepts, size, bodySize, uriSize, transport } = args;
  switch (kind) {
    case 'type':
      return [
        sent.startsWith('multipart/')
          ? `Cho ${client}, hoặc SBC trước ${server}, chỉ gửi SDP: thân multipart chứa các phần (ISUP, vị trí, dữ liệu ghi âm) mà phía kia không đọc.`
          : `Cho ${client} gửi kiểu thân mà ${server} chấp nhận${accepts === '' ? '' : ` (${accepts})`}, hoặc không gửi thân.`,
        `Cho ${server} bỏ qua các phần đánh dấu handling=optional (RFC 5621), hoặc chấp nhận ${sent}.`,
      ];
    case 'encoding':
      return [`Tắt nén thân bản tin trên ${client}.`];
    case 'size':
      return [
        `Rút ngắn yêu cầu: nó dài ${size} byte, trong đó thân ${bodySize} byte. Bớt codec và ứng viên ICE, không kèm History-Info quá mức cần, không dùng multipart.`,
        ...(transport === 'udp' ? [`Gửi bằng TCP nếu ${server} giới hạn những gì nó nhận qua UDP.`] : []),
        `Tăng giới hạn bản tin trên ${server}.`,
      ];
    case 'uri':
      return [
        `Rút ngắn Request-URI: nó dài ${uriSize} ký tự. Token dài trong tham số của nó đến từ Contact của phía kia hoặc từ script.`,
      ];
    case 'encrypted':
      return [`Mã hóa thân bằng chứng thư mà ${server} gửi kèm 493, hoặc để ở dạng rõ qua TLS.`];
  }
}

function busyCauses(code: number): readonly string[] {
  if (code === 480)
    return [
      'Xem lúc đó điện thoại có đăng ký hay không: máy chủ không có bản đăng ký của nó sẽ trả 480.',
      'Tìm thiết lập không làm phiền (DND), và chuyển tiếp không dẫn tới đâu.',
    ];
  if (code === 600)
    return [
      'Tìm thiết lập không làm phiền (DND) hoặc "bận" đặt cho mọi thiết bị của bên được gọi.',
      'Nếu cần hộp thư thoại hoặc thiết bị khác nhận những cuộc gọi như vậy, hãy cho nó trả 486: sau 600 không ' +
        'được thử gì khác.',
    ];
  if (code === 603)
    return [
      'Tìm thiết lập chặn cuộc gọi, chặn cuộc gọi ẩn danh, không làm phiền (DND) hoặc giới hạn cuộc gọi của người ' +
        'dùng này.',
      'Nếu cần hộp thư thoại hoặc thiết bị khác nhận những cuộc gọi như vậy, hãy cho nó trả 486 hoặc 480: sau 603 ' +
        'không được thử gì khác.',
    ];
  return [];
}

const busyRole = (role: Exclude<Busy['role'], ''>) => capitalize(roles[role]);

const flaws: Readonly<Record<Exclude<NotFound['flaw'], ''>, string>> = {
  'no-user': 'địa chỉ không nêu người dùng nào',
  'plus-zero': 'số bắt đầu bằng +0, trong khi không mã quốc gia nào như vậy',
  separators: 'số có dấu phân cách mà không có user=phone, nên bị đọc như một cái tên',
};

const registered =
  'và điện thoại của người đó có đăng ký hay không: một số sản phẩm trả 404 cho người dùng chưa đăng ký.';
const compare = 'So sánh số với một số gọi được trên tuyến này: ';
const formFix: Readonly<Record<NotFound['form'], string>> = {
  plus: `${compare}nhiều PBX và trunk cũ muốn số quốc nội, hoặc 00, thay cho dấu cộng.`,
  '00': `${compare}phần lớn trunk muốn + và mã quốc gia thay cho 00.`,
  '011': `${compare}ngoài Bắc Mỹ, và trên phần lớn trunk, 011 phải đổi thành +.`,
  '0': `${compare}trunk chờ + và mã quốc gia sẽ không hiểu số 0 ở đầu.`,
  short: `Xem số máy lẻ này có tồn tại trên máy chủ đó, ${registered}`,
  digits: `${compare}số này không có dấu cộng cũng không có tiền tố, và máy chủ có thể coi là của quốc gia hoặc vùng khác.`,
  name: `Xem người dùng này có tồn tại trong tên miền đó trên máy chủ đó, ${registered}`,
  none: 'Tìm trong dial plan quy tắc để trống phần người dùng của địa chỉ.',
};

const notFound: Readonly<Record<Exclude<NotFound['kind'], 'many' | 'respelled'>, string>> = {
  unknown: 'nó không biết ai có tên hoặc số đó',
  gone: 'số không còn được sử dụng',
  incomplete: 'với nó, số còn thiếu chữ số',
  ambiguous: 'hơn một người dùng của nó khớp',
  scheme: 'nó không đọc loại địa chỉ này',
  'no-route': 'nó không có tuyến tới số đó',
  'out-of-order': 'đường dây của bên được gọi bị hỏng',
  ported: 'số đã chuyển sang mạng khác',
};

const emergency: Readonly<Record<number, string>> = {
  380: 'Cho điện thoại đăng ký khẩn cấp rồi gọi lại (IMS); điện thoại hoặc trunk không có IMS cần tuyến khẩn cấp riêng.',
  403: 'Cho phép gọi khẩn cấp với mọi tài khoản và trunk, bất kể hạng dịch vụ, số dư hay thông tin xác thực.',
  404: 'Thêm tuyến khẩn cấp: các số và URN phải dẫn tới trung tâm khẩn cấp hoặc tới nhà mạng dẫn tới đó.',
  424: 'Đọc Geolocation-Error, và gửi vị trí đọc được: PIDF-LO trong thân với Geolocation trỏ tới nó.',
  425: 'Đọc AlertMsg-Error, và sửa bản tin cảnh báo.',
  484: 'Đưa số khẩn cấp ra khỏi việc thu chữ số: chúng đã đầy đủ như vậy.',
  488: 'Cho tuyến khẩn cấp nhận mọi codec mà bên gọi có, và cả cuộc gọi không mã hóa.',
  503: 'Giữ kênh trống cho cuộc gọi khẩn cấp, và thêm tuyến thứ hai được thử ngay.',
};

const released: Readonly<Record<Release['area'], string>> = {
  number: 'Kiểm tra số và tuyến đã dùng: mạng giải phóng cuộc gọi vì đích.',
  user: 'Hỏi bên được gọi: phía kia nói rằng người dùng hoặc thiết bị của họ đã kết thúc hoặc từ chối cuộc gọi.',
  network:
    'Xem trunk, kênh và mạng kế tiếp vào lúc đó: phía kia không có mạch, hoặc bị mất mạch. Cuộc gọi tới đích khác ' +
    'qua cùng trunk cho thấy có phải do trunk hay không.',
  service:
    'So sánh những gì cuộc gọi này yêu cầu (codec, bearer, dịch vụ bổ sung) với những gì tuyến cung cấp: phía kia ' +
    'không làm được, hoặc không làm cho thuê bao này.',
  protocol:
    'Bắt bản tin phía điện thoại của gateway: gateway và tổng đài không thống nhất về giao thức (biến thể, thiếu ' +
    'phần tử, trạng thái).',
  timer: 'Tìm timer đã hết hạn ở phía kia: một bản tin của mạng điện thoại, hoặc của phiên, không được đáp lại.',
  interworking:
    'Hỏi nhà khai thác mạng kế tiếp: 127 chỉ nói rằng một mạng phía sau nó không cho mã nào chuyển đổi được.',
  session: 'Xem log của máy đã giải phóng vào lúc này: lý do nêu điều nó đã thôi chờ.',
};

function releaseReason({ protocol, cause, reasons: [reason] }: Release): string {
  if (reason === undefined) return '';
  const { text } = reason;
  if (protocol === 'SIP') {
    const phrase = text === '' ? (findStatus(cause)?.phrase ?? '') : '';
    return reasonName(reason) + (phrase === '' ? '' : ` (${phrase})`);
  }
  const quotes = text !== '' && findCause(cause)?.name.toLowerCase() !== text.toLowerCase();
  return reasonName(reason) + (quotes ? `, nguyên văn "${text}"` : '');
}

function noAnswerTime(host: string): readonly string[] {
  return [
    `Nếu cần đổ chuông lâu hơn, tăng thời gian không trả lời trên ${host} (Dial của Asterisk, call_timeout của FreeSWITCH, fr_inv_timer của Kamailio, fr_inv_timeout của OpenSIPS, thiết lập của nhóm đổ chuông).`,
    'Nếu lẽ ra phải vào hộp thư thoại, xem sau timer máy đó đi tiếp đâu.',
  ];
}

export const outcome = {
  'body-rejected': {
    title: 'Thân hoặc kích thước mà phía kia không chấp nhận',
    why: ({ retried, method }) =>
      retried
        ? 'Máy khách đi tiếp được bằng lần thử khác; mỗi yêu cầu loại này tốn thêm một lượt đi về.'
        : `${method} thất bại vì nội dung của nó, và sẽ lại thất bại với cùng nội dung.`,
    fix: bodyRemedy,
    message: (args) => {
      const accepts = args.accepts === '' ? '' : `; nó chấp nhận ${args.accepts}`;
      const what = {
        type: `thân có kiểu ${args.sent || 'không nêu rõ'} (${args.bodySize} byte)${accepts}`,
        encoding: `thân được mã hóa nội dung bằng ${args.sent}${accepts}`,
        size: `yêu cầu dài ${args.size} byte, trong đó thân ${args.bodySize} byte`,
        uri: `Request-URI dài ${args.uriSize} ký tự`,
        encrypted: 'nó không giải mã được thân',
      }[args.kind];
      return `${args.server} từ chối ${args.method} của ${args.client} bằng ${args.line}: ${what}.`;
    },
  } satisfies RuleWords<typeof bodyRejected>,

  'busy-declined-unavailable': {
    title: 'Bận, từ chối hoặc không sẵn sàng vì lý do thấy được',
    why: ({ kind }) =>
      kind === 'often'
        ? 'Bên gọi bỏ cuộc với số này, và có thể không ai ở đó biết.'
        : kind === 'at-once' || kind === 'automatic'
          ? 'Không phải con người từ chối cuộc gọi này: một thiết lập hoặc việc chưa đăng ký đã làm vậy, và sẽ lại làm vậy.'
          : 'Phía kia nói nhiều hơn mã đáp ứng.',
    fix: ({ kind, code, retryAfter, warning, server }) =>
      ({
        'at-once': busyCauses(code),
        automatic: busyCauses(code),
        absent: ['Xem thiết bị có bật, có sóng và đã đăng ký hay không; mạng không liên lạc được với nó.'],
        waits: [
          `Gọi lại sau ${duration(retryAfter * 1000)}, và cho các hệ thống quay số làm như vậy.`,
          'Nếu không ai ở phía được gọi đặt thời gian đó, xem máy chủ từ chối lấy nó từ đâu: hàng đợi, giới hạn ' +
            'cuộc gọi, không làm phiền (DND).',
        ],
        warned: [
          `Đọc Warning: "${warning}" là lý do ${server} từ chối.`,
          '380 và 381 yêu cầu sip thay cho sips, hoặc sips thay cho sip.',
        ],
        often: [
          'Đếm số cuộc gọi mà số này nhận được cùng lúc (kênh, giới hạn cuộc gọi, điện thoại viên), và so với số ' +
            'cuộc gọi vào những lúc đó.',
          'Cho cuộc gọi tràn sang hàng đợi, hộp thư thoại hoặc số khác.',
        ],
      })[kind],
    message: (args) => {
      if (args.kind === 'often') {
        return `${args.count} trong ${args.calls} cuộc gọi tới "${args.called}" gặp máy bận hoặc không sẵn sàng; cuộc cuối bị ${args.server} từ chối bằng ${args.status}.`;
      }
      const who = args.role === '' ? args.server : `${busyRole(args.role)} ${args.server}`;
      const refused = `${who} từ chối cuộc gọi tới "${args.called}" bằng ${args.status}`;
      const rang =
        args.rang > 0 ? `sau ${duration(args.rang)} đổ chuông` : `sau ${duration(args.after)} mà không đổ chuông`;
      const text = {
        'at-once': `${refused} sau ${duration(args.after)}, trước khi có gì đổ chuông`,
        automatic: `${refused} chỉ ${duration(args.rang)} sau khi bắt đầu đổ chuông, nhanh hơn tay người`,
        absent: `${refused} ${rang}: không liên lạc được với thiết bị`,
        waits: `${refused} ${rang}`,
        warned: `${refused} ${rang}`,
      }[args.kind];
      return `${text}${saying(args)}.`;
    },
    limits: ({ kind }) =>
      kind === 'at-once' || kind === 'automatic' ? 'Chỉ máy đó biết thiết lập nào đã từ chối cuộc gọi.' : '',
  } satisfies RuleWords<typeof busyDeclinedUnavailable>,

  'call-forbidden': {
    title: 'Cuộc gọi mà máy chủ không cho phép',
    why: ({ kind }) =>
      kind === 'all'
        ? 'Không ai phía sau máy khách này gọi được.'
        : 'Cuộc gọi thất bại vì một quy tắc của phía kia, và sẽ lại thất bại chừng nào còn gửi theo cách đó.',
    fix: ({ kind, client, server, caller, called, other, field }) =>
      ({
        anonymous: [
          `Cho bên gọi hiện số: gửi số trong From, hoặc trong P-Asserted-Identity về phía ${server}.`,
          `Nếu cần cho phép cuộc gọi ẩn danh, tắt chặn cuộc gọi ẩn danh của bên được gọi này trên ${server}.`,
        ],
        consent: [`Trước hết cho người nhận báo sự đồng ý của họ với ${server}.`],
        stale: [
          'Đặt đồng hồ máy chủ ký bằng NTP: chữ ký của bên gọi cũ hơn mức bên kiểm tra cho phép, hoặc đến từ ' +
            'tương lai.',
          'Ký cuộc gọi khi nó đi ra, không phải khi nó vào hàng đợi.',
        ],
        barred: [
          'Xem thuê bao của bên gọi và bên được gọi: mạng chặn loại cuộc gọi này (mức gọi ra, nhóm thuê bao khép ' +
            'kín, bearer).',
        ],
        identity: [
          `Gửi một số thuộc trunk này giống nhau trong From và ${field}; hiện chúng nêu ${caller} và ${other}.`,
          'Với cuộc gọi chuyển tiếp, gửi số của thuê bao chuyển tiếp trong P-Asserted-Identity hoặc Diversion và ' +
            'giữ nguyên From.',
        ],
        policy: [
          `Tra trên ${server} quy tắc áp dụng cho tài khoản này: hạng dịch vụ cho ${called}, số gọi được phép, giới hạn chi tiêu hoặc cuộc gọi.`,
          'Gửi số gọi của tài khoản này: nhiều nhà cung cấp từ chối số không do họ cấp.',
        ],
        'unknown-source': [
          `Xem ${server} có chấp nhận cuộc gọi từ ${client}: địa chỉ không có trong danh sách, hoặc trunk đã tắt.`,
          'Gửi số gọi thuộc trunk này trong From và P-Asserted-Identity.',
          'Xem hạng dịch vụ: đích này có thể bị chặn, có thể là chủ ý.',
        ],
        all: [
          `Xem ${server} có còn biết ${client} là trunk hoặc tài khoản của nó: địa chỉ, đăng ký và tình trạng hợp đồng.`,
          'So sánh số trong From và P-Asserted-Identity với các số cấp cho trunk này.',
        ],
      })[kind],
    message: (args) => {
      if (args.kind === 'all') {
        return `${args.server} từ chối cả ${args.count} cuộc gọi của ${args.client} tới các số khác nhau bằng ${args.status}.`;
      }
      const cause = {
        anonymous: ': nó không nhận cuộc gọi từ bên gọi không có số',
        consent: ': người nhận chưa đồng ý được gọi theo cách này',
        stale: ': với nó, chữ ký của bên gọi quá cũ',
        barred: ': mạng chặn những cuộc gọi như vậy',
        identity: `; From nêu ${args.caller}, còn ${args.field} nêu ${args.other}`,
        policy: ', dù bên gọi đã gửi thông tin xác thực: một quy tắc cấm, không phải mật khẩu',
        'unknown-source': ' mà không đòi thông tin xác thực',
      }[args.kind];
      return `${args.server} từ chối cuộc gọi của ${args.client} tới "${args.called}" bằng ${args.status} sau ${duration(args.after)}${cause}${saying(args)}.`;
    },
    limits: ({ kind }) =>
      kind === 'policy' || kind === 'unknown-source' || kind === 'identity'
        ? 'Chỉ log của máy chủ biết quy tắc nào đã cấm cuộc gọi.'
        : '',
  } satisfies RuleWords<typeof callForbidden>,

  'destination-not-found': {
    title: 'Đích không tồn tại ở đó',
    why: ({ kind }) =>
      kind === 'many' || kind === 'respelled'
        ? 'Số bên gọi được báo số không tồn tại nhiều hơn mức có thể do quay nhầm.'
        : 'Cuộc gọi không thể thành công với số đã quay, dù thử bao nhiêu lần.',
    fix: (args) => {
      if (args.kind === 'respelled') {
        return [
          `Cho dial plan viết mọi số theo cách gọi được trên tuyến này, như ${args.other}.`,
          `Hoặc cho ${args.server} chấp nhận cả hai cách viết.`,
        ];
      }
      if (args.kind === 'many') {
        return [
          'So sánh số bị từ chối với số nối được: tiền tố, dấu cộng, mã quốc gia và độ dài cho thấy quy tắc nào ' +
            'của dial plan sai.',
          `Nếu chúng được viết như nhau, xem các số bị từ chối đã được khai báo trên ${args.server} chưa, và có chuyển mạng không.`,
        ];
      }
      return [
        ...(args.flaw === '' ? [] : [`Sửa số trong dial plan của ${args.client}: ${flaws[args.flaw]}.`]),
        ...(args.kind === 'scheme' ? ['Gửi sip:số@tên-miền;user=phone thay cho loại địa chỉ này.'] : []),
        ...(args.kind === 'no-route'
          ? [`Thêm tuyến cho tiền tố này trên ${args.server}, hoặc trên tổng đài phía sau nó.`]
          : []),
        ...(args.kind === 'ported' ? ['Cho phần định tuyến tra cứu chuyển mạng giữ số trước khi chọn nhà mạng.'] : []),
        ...(args.kind === 'incomplete'
          ? ['Chờ đủ chữ số rồi mới gửi INVITE: mẫu số hoặc timer giữa các chữ số của dial plan quá ngắn.']
          : []),
        ...(args.kind === 'gone' || args.kind === 'out-of-order' ? ['Gọi bên được gọi qua số khác.'] : []),
        ...(args.kind === 'scheme' ? [] : [formFix[args.form]]),
        'Nếu bên gọi và dial plan đều đúng, hãy khai báo số, hoặc tên miền, trên máy chủ đã từ chối.',
      ];
    },
    message: (args) => {
      if (args.kind === 'respelled') {
        return `${args.server} từ chối ${args.called} bằng ${args.status}, và trả lời cùng số đó khi viết là ${args.other}.`;
      }
      if (args.kind === 'many') {
        return `${args.server} từ chối ${args.count} trong ${args.calls} cuộc gọi vì số không tồn tại ở đó, lần cuối bằng ${args.status}.`;
      }
      return (
        `${args.server} từ chối cuộc gọi của ${args.client} tới "${args.called}" bằng ${args.status} sau ${duration(args.after)}: ` +
        `${notFound[args.kind]}${saying(args)}${args.flaw === '' ? '' : `; ${flaws[args.flaw]}`}.`
      );
    },
    limits: ({ kind, flaw }) =>
      kind === 'unknown' && flaw === ''
        ? 'Từ một cuộc gọi không biết được bên gọi quay nhầm hay số bị thiếu trên máy chủ.'
        : kind === 'many'
          ? 'Bên gọi thử các số ngẫu nhiên trông cũng y như vậy.'
          : '',
  } satisfies RuleWords<typeof destinationNotFound>,

  'emergency-call-problem': {
    title: 'Cuộc gọi khẩn cấp gặp trục trặc',
    why: ({ kind, connected }) =>
      kind === 'slow' || connected
        ? 'Từng giây đều quý, và người gọi đang nguy cấp sẽ gác máy rồi gọi lại.'
        : 'Có người cần giúp mà không gặp được ai. Phần lớn quốc gia quy trách nhiệm này cho nhà khai thác.',
    fix: ({ kind, code, located, client }) =>
      kind === 'slow'
        ? [
            'Cho cuộc gọi khẩn cấp tuyến riêng, không truy vấn số và không có lựa chọn đầu chậm chạp.',
            'Với những cuộc gọi như vậy, bỏ tuyến đầu sau 2 giây.',
          ]
        : [
            emergency[code] ??
              'Tìm trong log của máy chủ đó vì sao nó từ chối, trước mọi việc khác trong danh sách này.',
            ...(located
              ? []
              : ['Gửi vị trí của bên gọi (Geolocation): một số mạng khẩn cấp từ chối cuộc gọi không kèm vị trí.']),
            `Cho ${client} thử tuyến tiếp theo ngay khi cuộc gọi khẩn cấp bị từ chối, và không bao giờ giữ nó lại vì Retry-After hay giới hạn cuộc gọi.`,
          ],
    message: (args) =>
      args.kind === 'slow'
        ? `Cuộc gọi khẩn cấp của ${args.client} tới ${args.target} không có dấu hiệu tiến triển nào trong ${duration(args.after)}.`
        : `${args.server} từ chối cuộc gọi khẩn cấp của ${args.client} tới ${args.target} bằng ${args.status} sau ${duration(args.after)}` +
          `${args.located ? '' : ', cuộc gọi này đến mà không kèm vị trí'}${args.connected ? ', trước khi một lần thử khác đi lọt' : ''}${saying(args)}.`,
    limits: ({ certain, target }) =>
      certain
        ? ''
        : `Được coi là cuộc gọi khẩn cấp vì số của nó: nơi nào ${target} là máy lẻ hoặc đường dây thử thì không phải.`,
  } satisfies RuleWords<typeof emergencyCallProblem>,

  'method-not-supported': {
    title: 'Phương thức mà phía kia không hỗ trợ',
    why: ({ method }) =>
      ({
        UPDATE: 'Làm mới phiên, thay đổi early media hoặc hiển thị bên gọi mà UPDATE nhằm tới không xảy ra.',
        INFO: 'Những gì INFO mang bị mất.',
        PRACK: 'Đáp ứng tạm tin cậy không bao giờ được xác nhận: cuộc gọi thất bại sau 32 giây.',
        INVITE: 'Không thiết lập được cuộc gọi nào ở đây.',
        BYE: 'Cuộc gọi vẫn còn ở phía đó, và bị tính cước.',
        MESSAGE: 'Văn bản không đến nơi.',
        PUBLISH: 'Người khác vẫn thấy trạng thái presence cũ của người dùng này.',
        NOTIFY: 'Tin mà NOTIFY mang bị mất, và lượt theo dõi kết thúc.',
      })[method] ?? `Điều ${method} nhằm tới không xảy ra.`,
    fix: ({ known, client, server, method }) => [
      ...(known === 'not-allowed' ? [`Cho ${client} theo Allow của phía kia, nơi không có ${method}.`] : []),
      ...(known === 'yes'
        ? [`Bỏ ${method} khỏi Allow của ${server}, hoặc bật nó ở đó: nó liệt kê phương thức mà lại từ chối.`]
        : []),
      `Bật ${method} trên ${server} nếu cần, hoặc tắt trên ${client} tính năng dùng nó.`,
      'Nếu trunk phải giữ nguyên, cho SBC đáp ứng phương thức này hoặc bỏ nó khỏi Allow.',
    ],
    message: ({ known, client, server, method, line, allow }) =>
      `${server} từ chối ${method} của ${client} bằng ${line}` +
      {
        no: allow.length === 0 ? '.' : `; nó cho phép ${clip(allow.join(', '))}.`,
        'not-allowed': `, như Allow của nó đã nói trước: ${clip(allow.join(', '))}.`,
        yes: ', dù trước đó nó đã liệt kê phương thức này trong Allow.',
      }[known],
  } satisfies RuleWords<typeof methodNotSupported>,

  'reason-contradiction': {
    title: 'Mã đáp ứng và mã nguyên nhân mâu thuẫn nhau',
    why: ({ kind }) =>
      kind === 'release'
        ? 'Bản ghi cước tính cuộc gọi đã trả lời là thất bại, hoặc ngược lại.'
        : 'Bên gọi nghe và làm điều sai (âm báo bận, hộp thư thoại, tuyến khác), và thống kê đổ lỗi nhầm phía.',
    fix: ({ kind, usual }) =>
      ({
        response: [
          'Hãy tin mã nguyên nhân: phần tử cạnh mạng điện thoại đã tạo ra nó, còn một phần tử trên đường về đã ' +
            'tạo ra mã đáp ứng.',
          `Thống nhất bảng ánh xạ mã trên các gateway và SBC ở giữa${usual === 0 ? '' : `: RFC 3398 đổi mã nguyên nhân này thành ${usual}`}.`,
          'Cho SBC chuyển Reason của phía kia qua thay vì ghi Reason của mình.',
        ],
        release: [
          'Xem leg phía sau máy đã giải phóng: B2BUA trả lời trước rồi gác máy với mã nguyên nhân của một leg ' +
            'thất bại sau đó.',
          'Cho nó chỉ trả lời khi leg phía sau đã trả lời, hoặc gửi mã số 16 kèm BYE.',
        ],
        twice: [
          'Cho phần tử thêm Reason của mình thay cái nó nhận được, hoặc để nguyên cái đó.',
          'So sánh với chặng trước: giá trị không có ở đó là do phần tử này thêm vào.',
        ],
      })[kind],
    message: ({ kind, line, reasons }) => {
      const names = reasons.map(reasonName);
      return {
        response: `${line} mang ${names[0]}, và không bảng ánh xạ nào giữa SIP và mạng điện thoại ghép hai mã này.`,
        release: `BYE giải phóng cuộc gọi đã trả lời với ${names[0]}, mã dành cho cuộc gọi không bao giờ được trả lời.`,
        twice: `${line} nêu hai lý do cùng loại, ${names[0]} và ${names[1]}.`,
      }[kind];
    },
    limits: ({ kind }) => (kind === 'twice' ? '' : 'Nhà khai thác có thể dùng bảng ánh xạ riêng.'),
  } satisfies RuleWords<typeof reasonContradiction>,

  'release-cause-abnormal': {
    title: 'Nguyên nhân giải phóng bất thường',
    why: ({ carrier }) =>
      carrier === 'BYE'
        ? 'Không ai gác máy: cuộc gọi bị cắt ngang, và người dùng sẽ phàn nàn.'
        : 'Riêng mã đáp ứng sẽ đổ lỗi cho bên được gọi hoặc máy chủ; lý do kèm theo chỉ ra mạng phía sau.',
    fix: ({ area, host }) => [
      released[area],
      `Nếu nhiều cuộc gọi kết thúc như vậy, so sánh chúng theo máy đã giải phóng (${host}), theo trunk và theo giờ trong ngày.`,
    ],
    message: (args) => {
      const gave = `nêu lý do ${releaseReason(args)}`;
      if (args.carrier === 'BYE') return `${args.host} kết thúc cuộc gọi bằng BYE và ${gave}.`;
      if (args.carrier === 'CANCEL') return `${args.host} hủy cuộc gọi và ${gave}.`;
      return `${args.host} từ chối cuộc gọi bằng ${args.status} và ${gave}.`;
    },
    limits: () => 'Gateway chuyển đổi mã theo bảng riêng: mã ở cạnh mạng điện thoại mới là mã thật.',
  } satisfies RuleWords<typeof releaseCauseAbnormal>,

  'request-terminated-487': {
    title: 'Cuộc gọi do ai đó không phải bên gọi kết thúc',
    why: ({ kind }) =>
      ({
        elsewhere: 'Có người đã nhận cuộc gọi trên thiết bị khác; thiết bị này không cần báo cuộc gọi nhỡ.',
        unsaid: 'Thiết bị báo cuộc gọi nhỡ dù có người đã nhận trên thiết bị khác.',
        refused:
          'Một thiết bị quyết định thay tất cả: các thiết bị khác ngừng đổ chuông, và hộp thư thoại cũng không ' +
          'nhận cuộc gọi.',
        timer: 'Bên được gọi chỉ có chừng này thời gian để nhấc máy.',
        sharp: 'Bên được gọi chỉ có chừng này thời gian để nhấc máy.',
        expires: 'Cuộc gọi kết thúc đúng lúc bên gọi đã định.',
        bye: 'BYE thay vì CANCEL chỉ kết thúc một nhánh: khi phân nhánh, các thiết bị khác vẫn đổ chuông.',
        unexplained: 'Bên gọi bị cắt ngang, và bản ghi không cho thấy ai muốn vậy.',
      })[kind],
    fix: ({ kind, client, server, other, status }) =>
      ({
        elsewhere: ['Không cần sửa gì.'],
        unsaid: [
          `Cho ${client} ghi Reason: SIP;cause=200;text="Call completed elsewhere" vào CANCEL gửi các thiết bị không được nhận.`,
        ],
        refused: [
          `Nếu các thiết bị khác hoặc hộp thư thoại cần được tiếp tục, cho ${other} trả 486 hoặc 480 thay cho ${status}: 6xx nói thay tất cả.`,
        ],
        timer: noAnswerTime(client),
        sharp: noAnswerTime(client),
        expires: [`Nếu cần đổ chuông lâu hơn, tăng Expires trong INVITE của ${client}, hoặc bỏ nó đi.`],
        bye: [`Cho ${client} kết thúc cuộc gọi chưa được trả lời bằng CANCEL.`],
        unexplained: [
          `Tra cuộc gọi trong log của ${server}: thời gian không trả lời, script, hoặc leg phía sau nó đã kết thúc cuộc gọi.`,
          `Nếu do timer của chính nó, cho ${server} trả 408 hoặc 480: 487 có nghĩa là bên gọi bỏ cuộc, và việc tìm tiếp dừng ở đó.`,
        ],
      })[kind],
    message: (args) => {
      const { client, server } = args;
      const after = duration(args.after);
      const rang = args.rang > 0 ? `chuông đã đổ ${duration(args.rang)}` : 'chuông chưa đổ';
      const text = {
        elsewhere: `${client} hủy cuộc gọi tới ${server} sau ${after} vì cuộc gọi đã được trả lời ở nơi khác; ${rang}`,
        unsaid: `${client} hủy cuộc gọi tới ${server} khi ${args.other} đã trả lời, mà CANCEL của nó không nói điều đó; ${rang}`,
        refused: `${client} hủy cuộc gọi tới ${server} vì ${args.other} từ chối cho mọi thiết bị bằng ${args.status}; ${rang}`,
        timer: `${client} hủy cuộc gọi tới ${server} sau ${after}, do timer của chính nó: bên gọi chưa gác máy; ${rang}`,
        sharp: `${client} hủy cuộc gọi tới ${server} sau ${after}, trùng khít một thời gian không trả lời thông dụng nên nhiều khả năng là timer; ${rang}`,
        expires: `${server} kết thúc cuộc gọi của ${client} sau ${after}, khi Expires trong INVITE hết hạn; ${rang}`,
        bye: `${client} kết thúc cuộc gọi tới ${server} bằng BYE trước khi được trả lời; ${rang}`,
        unexplained: `${server} kết thúc cuộc gọi của ${client} bằng 487 sau ${after}, và không CANCEL, BYE hay Expires nào trong bản ghi giải thích được; ${rang}`,
      }[args.kind];
      return `${text}${saying(args)}.`;
    },
    limits: ({ kind }) =>
      kind === 'timer'
        ? 'Kết luận là timer dựa vào chặng trước, nơi không có CANCEL.'
        : kind === 'sharp'
          ? 'Người gác máy đúng vào lúc đó trông cũng y như vậy.'
          : kind === 'unexplained'
            ? 'CANCEL đi đường khác, hoặc bị bản ghi bỏ mất, sẽ giải thích được điều này.'
            : '',
  } satisfies RuleWords<typeof requestTerminated487>,

  'required-extension-unsupported': {
    title: 'Phần mở rộng mà một phía đòi còn phía kia không có',
    why: ({ after }) =>
      after === 'retried'
        ? 'Máy khách đi tiếp được mà không cần nó; mỗi cuộc gọi loại này tốn thêm một lượt đi về.'
        : 'Yêu cầu thất bại vì một phần mở rộng, không phải vì điều nó yêu cầu.',
    fix: ({ status, client, server, tokens }) => {
      const extension = clip(tokens.join(', ')) || 'phần mở rộng đó';
      return (
        {
          420: [
            `Cho ${client} đặt ${extension} vào Supported thay cho Require: khi đó nó được dùng ở nơi cả hai phía đều có.`,
            `Hoặc bật nó trên ${server}, hoặc để SBC ở giữa gỡ nó ra.`,
            `Cho ${client} thử lại không kèm nó sau 420.`,
          ],
          421: [
            `Bật ${extension} trên ${client}, hoặc ghi nó vào Supported.`,
            `Hoặc cho ${server} làm việc không có nó: đòi phần mở rộng là khóa cửa với thiết bị SIP cơ bản.`,
          ],
          417: [
            `Ánh xạ Resource-Priority của ${client} sang không gian tên mà ${server} biết, hoặc bỏ nó khỏi Require.`,
          ],
          439: ['Cho proxy đầu tiên hỗ trợ outbound (Path với ob), hoặc đăng ký không kèm reg-id.'],
          494: [
            `Cho ${client} thỏa thuận một cơ chế trong danh sách Security-Server (IPsec hoặc TLS), hoặc tắt sec-agree cho nó trên ${server}.`,
          ],
          580: [
            'Xem vì sao tài nguyên không được dành: thiết lập bearer của mạng di động, hoặc địa chỉ media không ' +
              'tới được.',
            `Nếu ${server} không phải mạng di động, hãy gửi cuộc gọi không kèm điều kiện tiên quyết.`,
          ],
        }[status] ?? []
      );
    },
    message: ({ status, client, server, method, line, tokens, demanded, after }) => {
      const lacks =
        status === 421 || status === 494
          ? 'nó đòi'
          : status === 580
            ? 'nó không đáp ứng được điều kiện'
            : 'nó không hỗ trợ';
      const what = tokens.length === 0 ? '' : `: ${lacks} ${clip(tokens.join(', '))}`;
      const demand = status === 420 && !demanded && tokens.length > 0 ? ', điều mà yêu cầu thậm chí không đòi' : '';
      const end = {
        retried: '; lần thử tiếp theo đi xa hơn.',
        again: '; lần thử tiếp theo nhận kết quả y như vậy.',
        'gave-up': `, và ${client} không thử lại.`,
      }[after];
      return `${server} từ chối ${method} của ${client} bằng ${line}${what}${demand}${end}`;
    },
  } satisfies RuleWords<typeof requiredExtensionUnsupported>,

  'retry-after-ignored': {
    title: 'Retry-After mà máy khách không tuân theo',
    why: ({ target }) =>
      target === ''
        ? 'Yêu cầu vẫn cứ đến giữ cho máy chủ quá tải tiếp tục quá tải, và lại bị từ chối.'
        : 'Bên được gọi đã nói khi nào gọi lại; trước đó mọi lần thử đều vô ích.',
    fix: ({ client, server, target }) => [
      target === ''
        ? `Cho ${client} để yên ${server} trong thời gian của Retry-After, và tạm gửi tới máy chủ khác.`
        : `Cho ${client} chờ hết thời gian của Retry-After rồi mới gọi lại ${target}.`,
      'Nếu nhiều tiến trình cùng gửi từ máy khách này, cho chúng chia sẻ những gì biết về một máy chủ.',
      ...(target === ''
        ? [
            `Nếu ${server} chỉ muốn nói một trunk hoặc người dùng, cho nó trả 503 không kèm Retry-After, hoặc 480: kèm trường này thì máy khách phải để yên cả máy chủ.`,
          ]
        : []),
    ],
    message: ({ client, server, line, target, retryAfter, count, first }) =>
      `${client} gửi thêm ${count} yêu cầu tới ${server}${target === '' ? '' : ` cho ${target}`} trong ${duration(retryAfter * 1000)} mà ${line} của nó đã yêu cầu chờ, yêu cầu đầu tiên sau ${duration(first)}.`,
    limits: () => 'Thiết bị khác sau cùng địa chỉ trông cũng y như vậy nếu nó không xưng tên riêng.',
  } satisfies RuleWords<typeof retryAfterIgnored>,

  'upstream-timeout-408-504': {
    title: 'Máy chủ thôi chờ next hop',
    why: ({ kind, connected }) =>
      ({
        'no-answer': 'Không ai nhấc máy. Hộp thư thoại có nên nhận cuộc gọi hay không là do thiết lập của nó.',
        expires: 'Cuộc gọi kết thúc đúng lúc bên gọi đã định.',
        'timer-c': 'Bên gọi nghe chuông hàng phút, và phía được gọi giữ một cuộc gọi không ai kết thúc.',
        'at-once': 'Cuộc gọi thất bại mà không được thử, có thể trong khi đích đã hoạt động trở lại.',
      })[String(kind)] ??
      (connected
        ? 'Cuộc gọi thành công theo đường khác, và bên gọi đã chờ suốt thời gian đó trong im lặng.'
        : 'Bên gọi chờ trong im lặng và không được nối.'),
    fix: ({ kind, client, server, after }) =>
      ({
        'next-hop': [
          `Tìm xem ${server} gửi những cuộc gọi như vậy đi đâu, và thử máy đó: nó hoàn toàn không trả lời.`,
          `Cho ${server} thôi chờ sớm hơn và thử tuyến tiếp theo: 2 đến 5 giây là đủ (fr_timer của Kamailio và fr_timeout của OpenSIPS mặc định 30 giây).`,
        ],
        soon: [
          `Tìm xem ${server} gửi những cuộc gọi như vậy đi đâu, và thử máy đó: không có gì quay lại trong ${duration(after)}.`,
          `Cho ${server} thử tuyến khác khi timer này hết hạn, thay vì từ chối cuộc gọi.`,
        ],
        helper: [
          `Xem log của ${server} để biết nó chờ gì: DNS, ENUM, cơ sở dữ liệu, truy vấn HTTP, hoặc gateway.`,
          'Đặt cho truy vấn đó giới hạn một hai giây và giá trị mặc định khi nó thất bại.',
        ],
        'at-once': [
          `Xem ${server} có đánh dấu đích là đã ngừng (dispatcher, qualify, danh sách gateway lỗi), và thử đích đó.`,
          `Nếu đích có trả lời, rút ngắn thời gian ${server} giữ dấu đó, hoặc cho nó thăm dò bằng OPTIONS.`,
        ],
        'no-answer': [
          'Không cần sửa gì nếu không có ai ở đó.',
          `Để đổ chuông lâu hơn, hoặc đưa cuộc gọi vào hộp thư thoại, đổi thời gian không trả lời trên ${server} (fr_inv_timer của Kamailio và fr_inv_timeout của OpenSIPS mặc định 120 giây).`,
        ],
        'timer-c': [
          'Đặt thời gian không trả lời ở bên được gọi hoặc PBX của họ: không điện thoại nào nên đổ chuông ba phút.',
          `Xem ${server} có hủy nhánh phía sau nó hay không: nếu không, điện thoại đó vẫn đổ chuông.`,
        ],
        expires: [`Nếu bên gọi cần chờ lâu hơn, tăng Expires trong INVITE của ${client}, hoặc bỏ nó đi.`],
      })[kind],
    message: (args) => {
      const refused = `${args.server} từ chối INVITE của ${args.client} bằng ${args.status}`;
      const after = duration(args.after);
      const progress = `${duration(args.sinceProgress)} sau dấu hiệu tiến triển cuối cùng`;
      const text = {
        'next-hop': `${refused} sau ${after} mà không có dấu hiệu tiến triển nào: máy chủ chờ một next hop không trả lời đúng chừng đó (timer B)`,
        soon: `${refused} sau ${after} mà không có dấu hiệu tiến triển nào: đến lúc đó nơi nó thử vẫn chưa trả lời`,
        helper: `${refused} sau ${after}: một máy chủ khác mà nó phải hỏi đã không trả lời`,
        'at-once': `${refused} chỉ sau ${after}: nó không chờ ai, nên hẳn đã coi đích là chết từ trước`,
        'no-answer': `${refused} ${progress}: thời gian không trả lời của nó đã hết`,
        'timer-c': `${refused} ${progress}: biện pháp cuối cùng của nó với cuộc gọi đổ chuông mãi (timer C) đã hết hạn`,
        expires: `${refused} sau ${after}, khi Expires của INVITE hết hạn`,
      }[args.kind];
      return `${text}${saying(args)}.`;
    },
    limits: ({ kind }) =>
      kind === 'next-hop' || kind === 'soon' || kind === 'helper'
        ? 'Từ điểm bắt gói tin này không thấy được máy chủ đó chờ gì.'
        : '',
  } satisfies RuleWords<typeof upstreamTimeout408504>,
};
