/** Words of the rules about authentication. */
import type { authChallengeUnanswered } from '../../../rules/authentication/auth-challenge-unanswered.ts';
import { type authCredentialsRejected, blamesNonces } from '../../../rules/authentication/auth-credentials-rejected.ts';
import type { authNonceLoop } from '../../../rules/authentication/auth-nonce-loop.ts';
import type { ArgsOf, RuleWords } from '../../../rules/define.ts';
import { duration } from '../phrases.ts';

type Rejected = ArgsOf<typeof authCredentialsRejected>;

function quoted(text: string): string {
  return text === '' ? 'rỗng' : `"${text}"`;
}

/** How the password was spelt; “mật khẩu …”. */
const spellings: Readonly<Record<string, (length: string) => string>> = {
  trimmed: () => 'bị bỏ khoảng trắng ở hai đầu',
  blank: () => 'có thêm khoảng trắng ở cuối',
  'line-end': () => 'có thêm ký tự xuống dòng ở cuối',
  'carriage-return': () => 'có thêm ký tự về đầu dòng (CR) ở cuối',
  quoted: () => 'nằm trong dấu ngoặc kép',
  'lower-case': () => 'ở dạng chữ thường',
  'upper-case': () => 'ở dạng chữ hoa',
  percent: () => 'có ký tự đặc biệt viết thành %HH',
  unpercent: () => 'có %HH đã bị đổi ngược thành ký tự',
  xml: () => 'có ký tự đặc biệt viết như trong XML (&amp;)',
  empty: () => 'để rỗng',
  cut: (length) => `bị cắt sau ${length} ký tự`,
};

function spelled({ wanted, given }: Rejected): string {
  return spellings[wanted]?.(given) ?? wanted;
}

/** What the digest was made with; the password given fits once that is changed. */
function madeWith(args: Rejected): string {
  const { field, given, wanted } = args;
  switch (field) {
    case 'spelling':
      return `digest được tính từ mật khẩu đã cho, nhưng mật khẩu ${spelled(args)}`;
    case 'password':
      return `digest được tính từ mật khẩu của "${wanted}"`;
    case 'case':
      return 'digest đúng, nhưng các chữ số thập lục phân viết hoa';
    case 'body':
      return 'digest (qop auth-int) được tính trên thân rỗng, trong khi yêu cầu có thân';
    case 'username':
      return `digest được tính cho người dùng ${quoted(wanted)}, trong khi trường tiêu đề nêu ${quoted(given)}`;
    case '':
      return '';
    default: {
      const name = { nc: 'nonce count', cnonce: 'client nonce', uri: 'URI' }[String(field)] ?? field;
      return field === 'qop' && wanted === ''
        ? `digest được tính không kèm qop, trong khi trường tiêu đề nêu ${given}`
        : `digest được tính với ${name} là ${quoted(wanted)} thay vì ${quoted(given)}`;
    }
  }
}

function remedyOf(args: Rejected): string {
  const { field, client, given, wanted, user } = args;
  switch (field) {
    case 'spelling':
      return `Nhập lại bằng tay mật khẩu của "${user}" trên ${client}: biểu mẫu hoặc hệ thống cấp cấu hình đang dùng mật khẩu ${spelled(args)}.`;
    case 'password':
      return `Đặt đúng mật khẩu của "${user}" trên ${client}: thiết bị đang dùng mật khẩu của "${wanted}".`;
    case 'username':
      return `Đặt một tên người dùng xác thực duy nhất trên ${client}: digest dành cho ${quoted(wanted)}, còn trường tiêu đề nêu ${quoted(given)}.`;
    case 'realm':
      return `Cho ${client} tính digest với realm của thách thức: xóa realm đặt trong tài khoản của nó, hoặc sửa giá trị băm đã lưu, được tính với ${quoted(wanted)}.`;
    case 'nonce':
      return `Cho ${client} trả lời thách thức mới nhất: digest của nó được tính với nonce khác nonce nó ghi ra.`;
    case 'uri':
    case 'method':
      return `Tìm thứ đã thay đổi yêu cầu giữa ${client} và đây (SIP ALG, hoặc PBX chép thông tin xác thực sang yêu cầu khác): digest thuộc về ${quoted(wanted)}.`;
    case 'case':
      return `Cập nhật ${client}: nó phải viết digest bằng chữ thường (RFC 7616 §3.2), máy chủ so sánh theo văn bản sẽ từ chối.`;
    case 'body':
      return `Đề nghị qop auth thay cho auth-int, hoặc tìm thứ đã thêm thân bản tin giữa ${client} và đây.`;
    default:
      return `Cập nhật ${client} hoặc chỉnh tùy chọn digest của nó: giá trị ${field} nó ghi ra không phải giá trị nó dùng để tính.`;
  }
}

export const authentication = {
  'auth-challenge-unanswered': {
    title: 'Thách thức mà máy khách không trả lời',
    why: ({ kind, method }) =>
      kind === 'unusable'
        ? `${method} thất bại: máy chủ đòi thông tin xác thực mà không nói theo dạng nào.`
        : `${method} thất bại: máy chủ đòi thông tin xác thực, còn máy khách không đưa ra.`,
    fix: ({ kind, client, server, status, realm, offered }) => [
      ...{
        ignored: [],
        unusable: [`Cho ${server} đưa thách thức vào ${status}: thiếu nó thì không máy khách nào trả lời được.`],
        scheme: [`Cho ${server} đề nghị Digest: ${client} không trả lời được ${offered.join(', ')}.`],
        algorithm: [
          `Cho ${server} đề nghị thêm MD5 bên cạnh ${offered.join(', ')}, trong một trường tiêu đề riêng (RFC 8760 §2.3), hoặc cập nhật ${client}.`,
        ],
      }[kind],
      ...(kind === 'unusable'
        ? []
        : [`Cấu hình tên người dùng và mật khẩu trên ${client}${realm === '' ? '' : ` cho realm "${realm}"`}.`]),
      `Nếu ${server} lẽ ra phải nhận biết ${client} theo địa chỉ (trunk không đăng ký), kiểm tra địa chỉ này có trong danh sách: địa chỉ có thể đã đổi.`,
      'Nếu thách thức đến từ phía sau một proxy hoặc PBX, kiểm tra phần tử đó được phép trả lời hoặc có chuyển nó ' +
        'tới điện thoại.',
    ],
    message: ({ kind, method, client, server, status, offered, waited }) =>
      `${server} thách thức ${method} của ${client} bằng ${status}` +
      {
        ignored: `, và máy khách không thử lại kèm thông tin xác thực trong ${duration(waited)}.`,
        unusable: `, nhưng ${status} đó không chứa thách thức nào để trả lời.`,
        scheme: `, nhưng chỉ đề nghị ${offered.join(', ')}; máy khách không thử lại trong ${duration(waited)}.`,
        algorithm: `, nhưng chỉ đề nghị ${offered.join(', ')}; máy khách không thử lại trong ${duration(waited)}.`,
      }[kind],
    limits: ({ kind }) =>
      kind === 'unusable' ? '' : 'Máy khách thử lại với Call-ID mới sẽ hiện ra như cuộc gọi hoặc lượt đăng ký khác.',
  } satisfies RuleWords<typeof authChallengeUnanswered>,

  'auth-credentials-rejected': {
    title: 'Thông tin xác thực mà máy chủ không chấp nhận',
    why: ({ letIn, method }) =>
      letIn
        ? 'Về sau máy khách vẫn được cho vào; một số máy chủ chặn nó sau vài lần như vậy.'
        : method === 'REGISTER'
          ? 'Điện thoại không đăng ký được: nó không nhận cuộc gọi, và cuộc gọi nó thực hiện có thể bị từ chối.'
          : 'Yêu cầu không được cho qua; máy khách cứ thử mãi cùng thông tin xác thực sẽ bị khóa.',
    fix: (args) => [
      ...{
        user: [`Đặt tên người dùng xác thực trên ${args.client}: đang để rỗng.`],
        realm: [`Đặt realm trên ${args.client} thành "${args.wanted}", hoặc để rỗng để nó lấy realm của thách thức.`],
        nonce: [`Cho ${args.client} trả lời thách thức mới nhất: nó vẫn dùng nonce của một thách thức cũ.`],
        server: [`Cho các máy chủ dùng chung nonce, hoặc đưa ${args.client} về đúng máy đã thách thức nó.`],
        algorithm: [`Cho ${args.client} dùng thuật toán mà máy chủ đề nghị (${args.wanted}).`],
        qop: [`Cho ${args.client} dùng qop mà thách thức đề nghị (${args.wanted || 'không có'}).`],
        expired: [
          `Cho ${args.client} trả lời thách thức ngay, hoặc cho ${args.server} giữ nonce hiệu lực lâu hơn.`,
          `Cho ${args.server} ghi stale=true khi nonce hết hạn: khi đó máy khách tự thử lại.`,
        ],
        uri: [],
        refused: [],
        forbidden: [],
        mismatch: [],
        made: [remedyOf(args)],
        correct: [
          `So sánh dữ liệu ${args.server} lưu cho "${args.user}" với mật khẩu đã cho: có thể là mật khẩu khác, hoặc giá trị băm (HA1) được tính với realm hay người dùng khác.`,
          `Kiểm tra ${args.server} tra "${args.user}" trong đúng tên miền hoặc tenant, và tài khoản không bị khóa hay gắn với địa chỉ khác.`,
        ],
      }[args.kind],
      ...(args.kind === 'made' || args.kind === 'correct' || args.tested
        ? []
        : [
            `Đặt lại mật khẩu của "${args.user}" cho realm "${args.realm}" ở cả hai phía, và chú ý khoảng trắng cùng các ký tự cần viết thoát.`,
            'Kiểm tra tên người dùng xác thực đúng là tên máy chủ biết: nó thường khác số hoặc tên hiển thị.',
          ]),
      ...(args.kind === 'uri'
        ? [
            'Tìm thứ đã thay đổi Request-URI sau khi digest được tính: ALG, quy tắc sửa trường tiêu đề, thiết lập ' +
              'outbound proxy. Một số máy chủ so sánh hai giá trị.',
          ]
        : []),
      ...(blamesNonces.includes(args.kind)
        ? ['Nếu nhiều máy chủ chia nhau công việc, kiểm tra mỗi máy có chấp nhận nonce của các máy khác.']
        : []),
    ],
    message: (args) =>
      `${args.server} từ chối thông tin xác thực của "${args.user}" cho realm "${args.realm}" trong ${args.method} của ${args.client} bằng ${args.status}${args.phrase === '' ? '' : ` ${args.phrase}`}` +
      {
        user: ': thiếu tên người dùng.',
        realm: `: chúng được tạo cho realm "${args.given}".`,
        nonce: ': chúng trả lời một thách thức cũ, không phải thách thức mới nhất.',
        server: `: thách thức đến từ máy chủ khác, ${args.wanted}.`,
        algorithm: `: chúng dùng ${args.given}, còn thách thức đề nghị ${args.wanted}.`,
        qop: `: chúng dùng qop ${args.given || 'rỗng'}, còn thách thức đề nghị ${args.wanted || 'không có qop'}.`,
        uri: `, dù ${args.tested ? 'digest đúng với mật khẩu đã cho' : 'chúng trả lời thách thức mới nhất'}; uri trong đó là ${args.given} còn yêu cầu đi tới ${args.wanted}.`,
        refused: ', dù chúng trả lời thách thức mới nhất: sai tên người dùng hoặc mật khẩu.',
        expired: `: chúng đến ${duration(args.late)} sau thách thức, khi nonce đã hết hạn.`,
        forbidden: '.',
        correct: ', dù digest đúng với mật khẩu đã cho.',
        mismatch: ': digest không được tính từ mật khẩu đã cho.',
        made: `: ${madeWith(args)}.`,
      }[args.kind],
    limits: ({ kind, tested }) =>
      kind === 'mismatch'
        ? 'Digest không cho biết mật khẩu trên máy khách hay mật khẩu đã cho ở đây là mật khẩu cũ.'
        : kind === 'correct'
          ? 'Không thấy được máy chủ so sánh digest với giá trị nào.'
          : (kind === 'refused' || kind === 'uri') && !tested
            ? 'Digest không cho biết sai mật khẩu hay sai tên người dùng.'
            : kind === 'expired'
              ? 'Chưa kiểm chứng được tên người dùng và mật khẩu có đúng hay không.'
              : '',
  } satisfies RuleWords<typeof authCredentialsRejected>,

  'auth-nonce-loop': {
    title: 'Thách thức lặp vòng',
    why: ({ letIn, method }) =>
      letIn
        ? `Mỗi ${method} mất vài lượt đi về, và máy khách bỏ cuộc sớm hơn máy này sẽ không vào được.`
        : `${method} không qua được, dù mật khẩu là gì: máy khách trả lời mỗi thách thức rồi lại nhận thách thức khác.`,
    fix: ({ kind, client, server, other, method }) =>
      ({
        stale: [
          `Tăng thời hạn của nonce trên ${server} (Kamailio: nonce_expire của module auth; Asterisk: nonce_lifetime), và kiểm tra đồng hồ của nó.`,
          `Nếu ${server} gồm nhiều máy, cho chúng cùng khóa bí mật của nonce và cùng giờ (Kamailio: secret của module auth), và tắt nonce dùng một lần hoặc dùng chung bộ nhớ của chúng.`,
        ],
        'old-nonce': [
          `Cập nhật hoặc khởi động lại ${client}: nó phải lấy nonce của thách thức mới nhất nhưng vẫn dùng nonce cũ.`,
          `Nếu phần tử nằm giữa lưu đệm thông tin xác thực (PBX, ALG), cho nó chuyển ${method} qua nguyên vẹn.`,
        ],
        servers: [
          `Cho ${server} và ${other} cùng khóa bí mật của nonce (Kamailio: secret của module auth), để máy này chấp nhận nonce của máy kia.`,
          'Hoặc cho bộ cân bằng tải gửi một máy khách tới cùng một máy chủ cho đến khi xong yêu cầu (theo Call-ID ' +
            'hoặc địa chỉ nguồn).',
        ],
      })[kind],
    message: ({ kind, method, client, server, other, challenges, span, answered, letIn }) =>
      `${method} của ${client} bị thách thức ${challenges} lần trong ${duration(span)}, ` +
      {
        stale: `và lần nào ${server} cũng cho là nonce quá cũ (stale), lần cuối chỉ ${duration(answered)} sau khi cấp`,
        'old-nonce': `và lần nào cũng đến với nonce cũ thay vì nonce mới mà ${server} đã gửi`,
        servers: `luân phiên bởi ${server} và ${other}: máy này từ chối lời trả lời dành cho máy kia`,
      }[kind] +
      (letIn ? '; cuối cùng nó được chấp nhận.' : '.'),
    limits: ({ kind }) =>
      ({
        stale: 'Bản tin không cho biết vì sao máy chủ coi nonce là quá cũ.',
        'old-nonce': '',
        servers: 'Mật khẩu sai phía sau bộ cân bằng tải trông cũng y như vậy.',
      })[kind],
  } satisfies RuleWords<typeof authNonceLoop>,
};
