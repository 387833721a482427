/** Words of the rules about signed callers (STIR/SHAKEN). */
import type { ArgsOf, RuleWords } from '../../../rules/define.ts';
import { refusesSignature } from '../../../rules/signed.ts';
import type { callBlockedByAnalytics } from '../../../rules/stir/call-blocked-by-analytics.ts';
import type { stirIdentityDropped } from '../../../rules/stir/stir-identity-dropped.ts';
import type { stirIdentityMalformed } from '../../../rules/stir/stir-identity-malformed.ts';
import type { stirIdentityMissing } from '../../../rules/stir/stir-identity-missing.ts';
import type { stirNumberMismatch } from '../../../rules/stir/stir-number-mismatch.ts';
import type { stirPassportStale } from '../../../rules/stir/stir-passport-stale.ts';
import type { stirVerificationFailed } from '../../../rules/stir/stir-verification-failed.ts';
import { duration } from '../phrases.ts';

type Malformed = ArgsOf<typeof stirIdentityMalformed>;
type Failed = ArgsOf<typeof stirVerificationFailed>;

/** Contacts for complaints may be long. */
const LONGEST = 200;

const of = (signer: string) => (signer === '' ? '' : ` của ${signer}`);

function dropped({ ppt, attest, signer }: ArgsOf<typeof stirIdentityDropped>): string {
  const words = [ppt, attest === '' ? '' : `mức chứng thực ${attest}`, signer === '' ? '' : `do ${signer} ký`];
  return words.filter((word) => word !== '').join(', ') || 'không đọc được';
}

type Remedy = 'resign' | 'between' | 'parameter' | 'update' | 'convert';

const remedies: Readonly<Record<Remedy, (args: Malformed) => string>> = {
  resign: ({ signer }) => `Sửa hoặc cập nhật dịch vụ ký${of(signer)}: chính nó ghi token như vậy.`,
  between: ({ client }) =>
    `Cho ${client}, và mọi SBC trước nó, chuyển Identity qua nguyên vẹn: không ngắt dòng, không quy tắc trường tiêu đề, không giới hạn độ dài.`,
  parameter: ({ client, signer }) =>
    `Cho nơi ghi trường Identity (${client}, hoặc bên ký${of(signer)}) lấy các tham số từ token.`,
  update: ({ client }) => `Cập nhật bên ký trước ${client} lên PASSporT (RFC 8224).`,
  convert: ({ signer }) =>
    `Cho bên ký${of(signer)} chuyển kết quả của thư viện mật mã sang dạng của RFC 7518 §3.4 (trong OpenSSL: từ ECDSA_SIG thành r và s).`,
};

const faults: Readonly<Record<Malformed['kind'], readonly [fault: (value: string) => string, remedy: Remedy]>> = {
  'token-parts': [() => 'token không gồm header, payload và chữ ký cách nhau bằng dấu chấm', 'between'],
  'token-characters': [() => 'token chứa ký tự không có trong base64url (ký tự đệm, "+" hoặc "/")', 'resign'],
  'token-space': [() => 'có khoảng trắng trong token', 'between'],
  'info-missing': [() => 'không cho biết chứng thư ở đâu (info)', 'parameter'],
  'info-brackets': [() => 'info không có ngoặc nhọn quanh URI', 'parameter'],
  params: [() => 'tham số sai cú pháp hoặc xuất hiện hai lần', 'parameter'],
  'old-form': [() => 'nó có dạng của RFC 4474, đã được RFC 8224 thay thế', 'update'],
  'header-unreadable': [() => 'phần đầu của token không phải base64url của một đối tượng JSON', 'between'],
  'payload-unreadable': [() => 'phần thứ hai của token không phải base64url của một đối tượng JSON', 'between'],
  'signature-length': [
    (value) =>
      `chữ ký phải dài 64 byte (ES256), nhưng ở đây ${value === '' ? 'không phải base64url' : `là ${value} byte`}`,
    'between',
  ],
  'signature-der': [
    (value) => `chữ ký dài ${value} byte ở dạng DER, trong khi ES256 đòi hai số trần dài 32 byte mỗi số`,
    'convert',
  ],
  typ: [(value) => `typ của token ${value === '' ? 'bị thiếu' : `là ${value}`}, lẽ ra phải là "passport"`, 'resign'],
  alg: [(value) => `alg của token ${value === '' ? 'bị thiếu' : `là ${value}`}, lẽ ra phải là ES256`, 'resign'],
  'alg-differs': [(value) => `tham số alg là ${value}, còn của token là ES256`, 'parameter'],
  'x5u-missing': [() => 'token không cho biết chứng thư ở đâu (x5u)', 'resign'],
  'x5u-differs': [(value) => `x5u của token là ${value}, còn info nói khác`, 'parameter'],
  'ppt-differs': [
    (value) => `ppt của token ${value === '' ? 'bị thiếu' : `là ${value}`}, còn tham số ppt nói khác hoặc không nói gì`,
    'parameter',
  ],
  'claim-missing': [(value) => `PASSporT thiếu ${value}`, 'resign'],
  'orig-count': [(value) => `orig phải chứa một tn hoặc một uri, nhưng chứa ${value || 'rỗng'}`, 'resign'],
  'dest-form': [(value) => `dest phải chứa danh sách tn hoặc uri, nhưng chứa ${value || 'rỗng'}`, 'resign'],
  'tn-form': [(value) => `số "${value}" không ở dạng chuẩn: chỉ gồm chữ số, mã quốc gia đứng đầu`, 'resign'],
  'iat-form': [(value) => `thời điểm ký (iat) không phải số giây: ${value}`, 'resign'],
  'iat-milliseconds': [(value) => `thời điểm ký (iat) tính bằng mili giây: ${value}`, 'resign'],
  attest: [(value) => `mức chứng thực phải là A, B hoặc C, nhưng là ${value}`, 'resign'],
  origid: [(value) => `origid không phải UUID: ${value}`, 'resign'],
};

const verifierSays: Readonly<Record<number, string>> = {
  403: 'nó coi PASSporT là quá cũ',
  428: 'nó không thấy PASSporT thuộc loại nó nhận',
  429: 'nhiều khả năng nó không tải được chứng thư, điều RFC 8224 gọi là 436',
  436: 'nó không tải được chứng thư từ địa chỉ đã nêu',
  437: 'nó không tin hoặc không hỗ trợ chứng thư',
  438: 'nó thấy PASSporT hoặc chữ ký không hợp lệ',
};

function verifierRemedy({ cause, server, signer }: Failed): string {
  const fetchIt = `Ngay trên ${server}, thử tải chứng thư mà x5u nêu: địa chỉ, DNS, TLS và tường lửa`;
  switch (cause) {
    case 428:
      return `Cho cuộc gọi được ký bằng PASSporT thuộc loại ${server} đòi hỏi (ở Bắc Mỹ là "shaken").`;
    case 429:
      return `${fetchIt}.`;
    case 436:
      return `${fetchIt}${signer === '' ? '' : `; ${signer} phải tới được`}.`;
    case 437:
      return `Kiểm tra chứng thư${signer === '' ? '' : ` ở ${signer}`}: hết hạn, bị thu hồi, thuộc CA không có trong danh sách của ${server}, hoặc không dành cho ES256 (P-256).`;
    case 438:
      return `Tìm thứ thay đổi From, P-Asserted-Identity, To hoặc Date giữa bên ký và ${server}, và so sánh khóa với chứng thư của bên ký.`;
    default:
      return 'Hỏi bên kiểm tra (nhà cung cấp kết cuối) điều gì không đạt: chứng thư, chữ ký, thời gian hay số.';
  }
}

function validity({ validFrom, validTo }: Failed): string {
  return validFrom === '' || validTo === ''
    ? 'với ngày tháng không đọc được'
    : `hiệu lực từ ${validFrom} đến ${validTo}`;
}

export const stir = {
  'call-blocked-by-analytics': {
    title: 'Cuộc gọi bị chặn vì uy tín của bên gọi',
    why: ({ kind }) =>
      kind === 'unwanted'
        ? 'Bên được gọi, hoặc thiết lập điện thoại của họ, không muốn nhận cuộc gọi từ số này; nhiều đáp ứng như vậy làm hỏng uy tín của số.'
        : 'Bên được gọi không hề biết cuộc gọi này, và các cuộc gọi khác từ cùng số rất có thể cũng bị chặn.',
    fix: ({ kind, server, redress, attest }) => [
      kind === 'unwanted'
        ? 'Tìm hiểu vì sao bên được gọi coi cuộc gọi là không mong muốn: số lượng, giờ gọi, số hiển thị như của người khác.'
        : redress.length === 0
          ? `Khiếu nại với nhà cung cấp phía sau ${server}: đáp ứng không nêu nơi để liên hệ.`
          : `Khiếu nại ở nơi đáp ứng chỉ ra (${redress.join(', ').slice(0, LONGEST)}), kèm Call-ID và thời điểm cuộc gọi.`,
      attest === 'A'
        ? 'Cuộc gọi đã được ký với mức chứng thực A: chính số bị nghi ngờ, nên hãy đăng ký số với các nhà cung cấp phân tích (ở Mỹ: Free Caller Registry).'
        : `Cho cuộc gọi được ký với mức chứng thực A${attest === 'none' ? ', vì nó không có chữ ký nào' : attest === '' ? '' : ` thay cho ${attest}`}, và đăng ký số với các nhà cung cấp phân tích.`,
      'Xem những gì đi ra với số này: nhiều cuộc gọi ngắn, số sai và cuộc gọi không ai trả lời khiến nó trông như ' +
        'máy gọi tự động.',
    ],
    message: ({ kind, method, caller, server, status, phrase }) =>
      `${server} chặn ${method} của ${caller} bằng ${status}${phrase === '' ? '' : ` ${phrase}`}: ` +
      {
        network: 'hệ thống phân tích của mạng coi bên gọi là không mong muốn, và không có người nào từ chối.',
        unwanted: 'bên được gọi, hoặc danh sách chặn thay mặt họ, đánh dấu bên gọi là không mong muốn.',
        rejected: 'một máy trung gian coi bên gọi là không mong muốn, và không có người nào từ chối.',
      }[kind],
    limits: ({ kind }) => (kind === 'unwanted' ? 'Không thấy được người hay danh sách đã quyết định.' : ''),
  } satisfies RuleWords<typeof callBlockedByAnalytics>,

  'stir-identity-dropped': {
    title: 'Trường Identity bị mất trên đường đi',
    why: ({ kind }) =>
      kind === 'changed'
        ? 'Không bên kiểm tra nào phía sau thấy chữ ký hợp lệ: cuộc gọi bị từ chối bằng 438 hoặc bị coi là chưa kiểm chứng.'
        : kind === 'dropped'
          ? 'Phía sau đó cuộc gọi bị coi là không ký: bên được gọi không thấy dấu tin cậy, và mạng đòi chữ ký từ chối nó (428).'
          : 'Phía sau đó, một bên ký khác bảo đảm cho bên gọi, và mức chứng thực của bên ký đầu đã mất.',
    fix: ({ kind, host }) =>
      kind === 'changed'
        ? [
            `Cho ${host} chuyển Identity qua đúng từng byte: tìm giới hạn độ dài, quy tắc trường tiêu đề, hoặc việc ngắt dòng dài.`,
          ]
        : kind === 'dropped'
          ? [
              `Cho ${host} chuyển Identity qua: thêm nó vào các trường tiêu đề được giữ lại (quy tắc trường tiêu đề của SBC, thiết lập trunk của PBX).`,
              'Nếu cuộc gọi đi qua đường không có SIP (TDM), cho gateway ký lại với mức chứng thực C, hoặc dùng ' +
                'STIR ngoài băng (RFC 8816).',
              'Nếu nó bị bỏ để bản tin nhỏ lại, hãy dùng TCP hoặc TLS tới next hop.',
            ]
          : [
              `Nếu ${host} không có nhiệm vụ ký cuộc gọi đã ký sẵn, cho nó chuyển Identity qua nguyên vẹn.`,
              'Nếu nó chuyển tiếp cuộc gọi, cho nó thêm PASSporT div (RFC 8946) và giữ cái đầu tiên.',
            ],
    message: (args) => {
      const came = `${args.method} của ${args.client} đến ${args.host} với trường Identity (${dropped(args)}), rồi đi tiếp tới ${args.server}`;
      if (args.kind === 'dropped') return `${came} mà không còn trường đó.`;
      const what = args.kind === 'changed' ? 'với token bị thay đổi' : 'với trường khác thay vào';
      return `${came} ${what}${args.other === '' ? '' : `, do ${args.other} ký`}.`;
    },
    limits: ({ kind }) =>
      kind === 'changed'
        ? ''
        : kind === 'dropped'
          ? 'Mạng có thể chủ ý gỡ chữ ký sau khi đã kiểm tra nó.'
          : 'Mạng có thể chủ ý ký lại.',
  } satisfies RuleWords<typeof stirIdentityDropped>,

  'stir-identity-malformed': {
    title: 'Trường Identity sai cú pháp',
    why: ({ status }) =>
      refusesSignature(status)
        ? 'Cuộc gọi đã bị từ chối; với trường Identity này, không bên kiểm tra nào có thể làm khác.'
        : 'Bên kiểm tra từ chối cuộc gọi như vậy bằng 438 hoặc cho qua như chưa kiểm chứng: bên được gọi không thấy dấu tin cậy, hoặc thấy cảnh báo.',
    fix: (args) => {
      const remedy = faults[args.kind][1];
      return [
        remedies[remedy](args),
        ...(remedy === 'resign' ? [remedies.between(args)] : []),
        ...(args.kind === 'old-form'
          ? []
          : [
              'Giải mã token ở chặng đầu tiên mang nó và so với token này: như vậy biết được lỗi ở bên ký hay ở ' +
                'một chặng phía sau.',
            ]),
      ];
    },
    message: ({ kind, method, client, server, value }) =>
      `Trường Identity trong ${method} từ ${client} tới ${server} ${kind === 'old-form' ? 'đã lỗi thời' : 'sai cú pháp'}: ${faults[kind][0](value)}.`,
  } satisfies RuleWords<typeof stirIdentityMalformed>,

  'stir-identity-missing': {
    title: 'Cuộc gọi không có chữ ký được đòi hỏi',
    why: ({ kind }) =>
      kind === 'asked'
        ? 'Cuộc gọi đã bị từ chối: mạng này không cho cuộc gọi không ký vào.'
        : 'Bên được gọi thấy các cuộc gọi này là chưa kiểm chứng, và mạng đòi chữ ký từ chối chúng (428).',
    fix: ({ kind, lost, client }) => [
      ...(kind === 'asked' && lost
        ? [`Cho ${client} chuyển trường Identity qua: khi đến, cuộc gọi có trường này.`]
        : []),
      `Cho nhà cung cấp của bên gọi ký cuộc gọi (STIR/SHAKEN), hoặc chính ${client} ký với mức chứng thực C nếu nó là gateway đón cuộc gọi vào.`,
      'Tìm các tuyến không có dịch vụ ký: trunk khác, đường dự phòng, cuộc gọi chuyển tiếp, số mà dịch vụ không biết.',
      'Tìm SBC bỏ mất Identity, và đường không có SIP (TDM) trên đường đi.',
    ],
    message: ({ kind, client, server, method, lost, signed, unsigned }) =>
      kind === 'asked'
        ? `${server} từ chối ${method} của ${client} bằng 428: nó đòi bên gọi có chữ ký (Identity), mà yêu cầu ${lost ? 'không còn' : 'không có'} chữ ký.`
        : `${client} gửi ${unsigned} trong ${signed + unsigned} cuộc gọi tới ${server} mà không có chữ ký (Identity), còn lại đều đã ký.`,
    limits: ({ kind }) =>
      kind === 'asked' ? '' : 'Cuộc gọi trong cùng một mạng, và tới quốc gia không có STIR, không cần chữ ký.',
  } satisfies RuleWords<typeof stirIdentityMissing>,

  'stir-number-mismatch': {
    title: 'Số khác với số đã ký',
    why: ({ status }) =>
      refusesSignature(status)
        ? 'Cuộc gọi đã bị từ chối: với bên kiểm tra, điều này trông như chữ ký bị đánh cắp.'
        : 'Với bên kiểm tra, điều này trông như chữ ký bị đánh cắp: bên được gọi thấy bên gọi là chưa kiểm chứng, hoặc cuộc gọi bị từ chối bằng 438.',
    fix: ({ kind, client, sent, field }) =>
      kind === 'caller'
        ? [
            `Cho ${client} đặt số của bên gọi trước khi cuộc gọi được ký, hoặc ký sau đó: ${field} đã bị đổi hoặc không phải số mà bên ký đã lấy.`,
            'Gửi số ở dạng E.164 có dấu cộng cho bên ký, và phía sau đó giữ nguyên From và P-Asserted-Identity.',
          ]
        : [
            `Cho phần tử đã chuyển cuộc gọi tới ${sent} thêm PASSporT div (RFC 8946) bên cạnh cái đầu tiên.`,
            `Nếu số chỉ được chuẩn hóa hoặc chuyển mạng, cho ${client} giữ số đã gọi trong To.`,
          ],
    message: ({ kind, method, client, server, signed, sent, field, certificate }) => {
      const way = `${method} từ ${client} tới ${server}`;
      const key = certificate === '' ? '' : ` (chữ ký đúng, được tạo bằng khóa của ${certificate})`;
      return {
        caller: `${way} đến từ ${sent} (${field}), còn PASSporT của nó được ký cho bên gọi ${signed}${key}.`,
        callee: `${way} gọi tới ${sent} (${field}), còn PASSporT của nó được ký cho cuộc gọi tới ${signed}${key}.`,
        diverted: `${way} đã được chuyển tiếp tới ${sent}, còn PASSporT duy nhất của nó được ký cho số gọi trước đó, ${signed}${key}.`,
      }[kind];
    },
    limits: ({ kind, field }) => {
      const forms = 'Dạng số quốc nội, tiền tố quay số và số ngắn được coi là khớp, vì ở đây không biết mã quốc gia.';
      if (kind !== 'caller' || field === 'From') return forms;
      return `Bên kiểm tra so sánh From; có dùng P-Asserted-Identity thay vào hay không là chính sách của họ (RFC 8224 §8). ${forms}`;
    },
  } satisfies RuleWords<typeof stirNumberMismatch>,

  'stir-passport-stale': {
    title: 'PASSporT quá cũ hoặc đến từ tương lai',
    why: ({ status }) =>
      refusesSignature(status)
        ? 'Cuộc gọi thất bại: bên kiểm tra coi chữ ký cũ là chữ ký bị đánh cắp.'
        : 'Bên kiểm tra coi chữ ký cũ là chữ ký bị đánh cắp: từ chối cuộc gọi (403 Stale Date) hoặc đánh dấu là chưa kiểm chứng.',
    fix: ({ kind, client, server, signer, limit }) => [
      ...{
        reused: [
          `Cho bên ký${of(signer)} ký lại mỗi lần thử: token được tạo cho lần trước, hoặc đồng hồ của nó chạy chậm (kiểm tra NTP ở đó).`,
        ],
        future: [`Kiểm tra đồng hồ (NTP) của bên ký${of(signer)} và của ${client}: một trong hai bị sai.`],
        held: [
          `Cho ${client} xin chữ ký mới trước khi thử đích tiếp theo, hoặc tìm tiếp và xếp hàng đợi ngắn hơn ${duration(limit)}.`,
        ],
        clock: [`Kiểm tra đồng hồ (NTP) của ${client} và của bên ký${of(signer)}: cả hai lệch với các máy khác.`],
        refused: [
          `Kiểm tra đồng hồ (NTP) của ${server}, ${client} và bên ký${of(signer)}.`,
          'Cho bên ký ký lại mỗi lần thử, và tìm chặng xếp hàng đợi hoặc tìm tiếp trước khi chuyển yêu cầu đi.',
        ],
      }[kind],
      `Nếu đồng hồ và độ trễ đều đúng, tăng thời gian mà bên kiểm tra chấp nhận (RFC 8224 khuyến nghị ${duration(limit)}).`,
    ],
    message: ({ kind, method, client, server, age }) => {
      const way = `${method} từ ${client} tới ${server}`;
      return {
        reused: `PASSporT trong ${way} được ký ${duration(age)} trước khi yêu cầu được tạo.`,
        future: `PASSporT trong ${way} mang thời điểm ký muộn hơn yêu cầu ${duration(age)}.`,
        held: `PASSporT trong ${way} còn mới khi đến, và đã cũ ${duration(age)} khi được chuyển đi.`,
        clock: `PASSporT và Date trong ${way} lệch ${duration(age)} so với giờ của các máy khác.`,
        refused: `${server} từ chối ${method} của ${client} bằng 403 Stale Date: PASSporT hoặc Date của nó không khớp giờ của bên kiểm tra.`,
      }[kind];
    },
  } satisfies RuleWords<typeof stirPassportStale>,

  'stir-verification-failed': {
    title: 'Chữ ký không qua được kiểm tra',
    why: ({ kind, status }) =>
      kind === 'refused' || refusesSignature(status)
        ? 'Cuộc gọi không đi lọt.'
        : 'Bên được gọi thấy bên gọi là chưa kiểm chứng hoặc có rủi ro, và có thể không trả lời.',
    fix: (args) => {
      const { kind, method, server, signer, certificate, right } = args;
      if (kind === 'signature')
        return [
          'Tìm thứ thay đổi trường Identity phía sau bên ký (hoặc From, To và Date, vốn thuộc về token dạng rút ' +
            'gọn): chỉ những gì còn nguyên mới khớp chữ ký.',
          `So sánh khóa của bên ký với ${certificate}: khi đổi khóa phải đổi cả hai, và x5u phải nêu chứng thư mới.`,
        ];
      if (kind === 'certificate')
        return [`Gia hạn chứng thư${signer === '' ? '' : ` ở ${signer}`} và cho bên ký nêu chứng thư mới trong x5u.`];
      return [
        ...(right
          ? [
              `So sánh điều PASSporT nói với điều ${method} nói (bên gọi, bên được gọi, Date), và danh sách tin cậy của ${server} với bên cấp ${certificate}: bản thân chữ ký đúng.`,
            ]
          : []),
        verifierRemedy(args),
      ];
    },
    message: (args) => {
      const { method, client, server, cause, text, certificate } = args;
      const way = `${method} từ ${client} tới ${server}`;
      const reason = verifierSays[cause];
      const because = reason === undefined ? '' : `: ${reason}`;
      const right = args.right ? `; tuy vậy chữ ký đúng, được tạo bằng khóa của ${certificate}` : '';
      const then = args.status >= 400 ? `; nó được đáp ứng bằng ${args.status}` : '';
      return {
        refused: `${server} từ chối ${method} của ${client} bằng ${cause} ${text}${because}${right}.`,
        noted: `${server} báo rằng không kiểm tra được ${method} của ${client}, với ${cause}${text === '' ? '' : ` (${text})`}${because}${right}.`,
        marked: `${way} mang dấu ${text}: một bên kiểm tra phía trước thấy chữ ký không hợp lệ${right}.`,
        signature: `Chữ ký trong ${way} không khớp ${certificate}, chứng thư mà x5u của nó nêu, ${args.fits === '' ? 'cũng không khớp chứng thư nào khác đã cho' : `mà khớp ${args.fits}`}${then}.`,
        certificate: `${way} được ký bằng khóa của ${certificate}, chứng thư không có hiệu lực vào lúc đó (${validity(args)})${then}.`,
      }[args.kind];
    },
    limits: ({ kind }) =>
      kind === 'signature'
        ? 'Chưa kiểm tra chứng thư đang có có phải chứng thư mà x5u nêu vào lúc gọi, và bên cấp nó có được tin cậy hay không.'
        : kind === 'certificate'
          ? 'Chưa kiểm tra bên cấp chứng thư có được tin cậy hay không.'
          : 'Bản tin không cho thấy bên kiểm tra đã thấy gì.',
  } satisfies RuleWords<typeof stirVerificationFailed>,
};
