/** Words of the rules about attacks. */
import type { RuleWords } from '../../../rules/define.ts';
import { NAME_LIMIT, type registrationBruteForce } from '../../../rules/security/registration-brute-force.ts';
import type { scannerDetected } from '../../../rules/security/scanner-detected.ts';
import type { tollFraudPattern } from '../../../rules/security/toll-fraud-pattern.ts';
import { USER_LIMIT, type userEnumeration } from '../../../rules/security/user-enumeration.ts';
import { duration } from '../phrases.ts';

/** A list of prefixes at a length that fits into a sentence. */
const CLIP = 60;

const atMost = (count: number, noun: string, limit: number) =>
  count >= limit ? `${limit} ${noun} trở lên` : `${count} ${noun}`;

function hostOf(source: string): string {
  return source.slice(0, source.lastIndexOf(':'));
}

export const security = {
  'registration-brute-force': {
    title: 'Mật khẩu đang bị dò',
    why: ({ kind, user }) =>
      kind === 'broken-in'
        ? `Bất kể là ai, giờ kẻ đó có thể gọi với tư cách ${user}, bằng tiền của bạn.`
        : 'Chỉ cần trúng một lần là gọi được bằng tiền của bạn, thường vào ban đêm và tới số đắt tiền.',
    fix: ({ kind, source, server, user }) => [
      ...(kind === 'broken-in'
        ? [`Khóa ${user} trên ${server} ngay, đổi mật khẩu, và xem các cuộc gọi của tài khoản này từ đó đến nay.`]
        : []),
      `Chặn ${hostOf(source)} trên tường lửa; để fail2ban hoặc SBC tự chặn sau vài lần thất bại.`,
      'Dùng mật khẩu dài, ngẫu nhiên, không trùng với số, và chỉ cho phép mỗi tài khoản từ các mạng mà nó được dùng.',
      'Nếu đó là gateway, PBX hoặc bài thử của chính bạn, hãy sửa thông tin xác thực của nó.',
    ],
    message: ({ kind, source, server, attempts, burst, over, users, user, agent }) =>
      `${source}${agent === '' ? '' : ` ("${agent}")`} có ${attempts} lần đăng nhập bị từ chối ở ${server}, ` +
      `trong đó ${burst} lần trong vòng ${duration(over)}, ` +
      {
        guessing: `tất cả cho người dùng "${user}".`,
        spraying: `cho ${atMost(users, 'người dùng', NAME_LIMIT)}.`,
        'broken-in': `rồi vào được với tư cách "${user}".`,
      }[kind],
    limits: ({ kind }) =>
      kind === 'broken-in'
        ? 'Người dùng sửa đúng mật khẩu sau nhiều lần thử trông cũng y như vậy.'
        : 'Gateway hoặc PBX có thông tin xác thực sai cho mọi đường dây trông cũng như vậy nếu thử đủ nhanh.',
  } satisfies RuleWords<typeof registrationBruteForce>,

  'scanner-detected': {
    title: 'Máy quét SIP đang hoạt động',
    why: ({ succeeded }) =>
      succeeded > 0
        ? 'Nó đã tìm được máy chủ có trả lời, và những gì nó biết được sẽ dùng để dò mật khẩu và gian lận cước.'
        : 'Nó tìm máy chủ và tài khoản để dò mật khẩu; nó cũng làm sai mọi số đếm cuộc gọi thất bại.',
    fix: ({ source }) => [
      `Bỏ ${source} trên tường lửa hoặc bằng fail2ban mà không trả lời; tốt hơn nữa, chỉ cho các mạng đã biết tới cổng SIP.`,
      'Cho máy chủ bỏ qua yêu cầu lạ thay vì trả lời, và dùng TLS hoặc cổng khác về phía Internet.',
      'Nếu đây là kiểm tra hoặc giám sát của chính bạn thì không cần làm gì.',
    ],
    message: ({ kind, source, agent, requests, hosts, users, capped, methods, succeeded, over }) => {
      const tried = `${requests} yêu cầu (${methods.join(', ')}) tới ${atMost(hosts, 'máy', capped)} và ${atMost(users, 'người dùng', capped)}`;
      const got = succeeded === 0 ? '' : `; ${succeeded} yêu cầu nhận đáp ứng thành công`;
      return kind === 'name'
        ? `${source} quét bằng "${agent}": ${tried}${got}.`
        : `${source} thử lần lượt nhiều máy: ${tried}, gần như tất cả bị từ chối hoặc im lặng (những máy đầu trong vòng ${duration(over)}).`;
    },
    limits: ({ kind }) =>
      kind === 'sweep' ? 'Hệ thống quay số hoặc bài thử gọi nhiều máy chủ trông cũng như vậy.' : '',
  } satisfies RuleWords<typeof scannerDetected>,

  'toll-fraud-pattern': {
    title: 'Cuộc gọi giống gian lận cước',
    why: ({ through }) =>
      through > 0
        ? 'Đã có cuộc gọi đi lọt: sẽ còn nhiều cuộc nữa, thường vào ban đêm và tới số đắt tiền.'
        : 'Có kẻ tìm tiền tố dẫn ra ngoài; tiền tố đầu tiên dùng được sẽ bị dùng cho đến khi bị đóng.',
    fix: ({ source, server, through }) => [
      ...(through > 0 ? [`Xem ngay các cuộc gọi từ ${source} trên ${server}, và chặn những số chúng đã gọi.`] : []),
      `Chặn ${source} trên tường lửa, hoặc cho ${server} chỉ nhận cuộc gọi từ các phía đã biết và người dùng đã đăng ký.`,
      'Bảo đảm cuộc gọi từ nguồn lạ không tới được tuyến gọi ra (context mặc định hoặc khách), và đặt giới hạn ' +
        'cuộc gọi và chi phí cho mỗi tài khoản.',
      'Nếu đó là bài thử hoặc dial plan của chính bạn đang thử các tiền tố thì không cần làm gì.',
    ],
    message: ({ kind, source, server, number, tries, through, agent, ...args }) => {
      const prefixes = args.prefixes
        .map((prefix) => prefix || 'không có')
        .join(', ')
        .slice(0, CLIP);
      const by = agent === '' ? source : `${source} ("${agent}")`;
      return kind === 'open'
        ? `${by} gọi ${number} qua ${server} mà không có thông tin xác thực, và ${through} cuộc gọi như vậy đã đi lọt.`
        : `${by} quay …${number} ở ${server} ${tries} lần với tiền tố luôn mới (${prefixes}); ${through === 0 ? 'không cuộc nào đi lọt' : `${through} cuộc đi lọt`}.`;
    },
    limits: () => 'Bản ghi không cho biết có ai chủ ý gọi tới đó hay không.',
  } satisfies RuleWords<typeof tollFraudPattern>,

  'user-enumeration': {
    title: 'Tên người dùng đang bị dò',
    why: ({ kind }) =>
      kind === 'revealing'
        ? 'Đáp ứng để lộ tài khoản nào tồn tại, và tiếp theo sẽ là dò mật khẩu của chúng.'
        : 'Kẻ biết các tài khoản sẽ tiếp tục dò mật khẩu của chúng.',
    fix: ({ kind, server, source, existingStatus, unknownStatus }) => [
      ...(kind === 'revealing'
        ? [
            `Cho ${server} trả lời như nhau với người dùng tồn tại và không tồn tại: hiện là ${existingStatus} và ${unknownStatus} (alwaysauthreject=yes trong chan_sip của Asterisk, còn PJSIP luôn làm vậy; trong Kamailio và OpenSIPS hãy thách thức trước khi tra người dùng).`,
          ]
        : []),
      `Chặn ${hostOf(source)} trên tường lửa hoặc bằng fail2ban.`,
      'Nếu đó là công cụ cấp cấu hình hoặc bài thử của chính bạn thì không cần làm gì.',
    ],
    message: (args) =>
      `${args.source} hỏi ${args.server} về ${atMost(args.users, 'người dùng', USER_LIMIT)} bằng ${args.method}, từ "${args.first}" đến "${args.last}", không kèm thông tin xác thực, trong đó ${args.burst} trong vòng ${duration(args.over)}` +
      (args.kind === 'revealing'
        ? `; đáp ứng để lộ rằng ${args.existing} tồn tại (${args.existingStatus}) và ${args.unknown} không tồn tại (${args.unknownStatus}).`
        : '.'),
    limits: ({ kind }) =>
      kind === 'scanner' ? '' : 'Công cụ cấp cấu hình hoặc bài thử duyệt qua danh sách người dùng trông cũng như vậy.',
  } satisfies RuleWords<typeof userEnumeration>,
};
