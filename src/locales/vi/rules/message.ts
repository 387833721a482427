/** Words of the rules about single messages. */
import type { ArgsOf, RuleWords } from '../../../rules/define.ts';
import { type badRequest, ofHeader } from '../../../rules/message/bad-request.ts';
import type { contentLengthMismatch } from '../../../rules/message/content-length-mismatch.ts';
import { type mandatoryHeaderMissing, severityOf } from '../../../rules/message/mandatory-header-missing.ts';
import type { nonInviteResponseMisuse } from '../../../rules/message/non-invite-response-misuse.ts';
import type { transportSchemeMismatch } from '../../../rules/message/transport-scheme-mismatch.ts';
import { CONSTANT, type viaBranchProblem } from '../../../rules/message/via-branch-problem.ts';
import { capitalize } from '../../phrases.ts';
import { duration } from '../phrases.ts';
import { messageName } from './phrases.ts';

const offenceWords: Readonly<Record<string, string>> = {
  'version-unsupported': 'phiên bản không phải SIP/2.0',
  'whitespace-in-request-line': 'không có đúng ba từ với một dấu cách ở giữa',
  'trailing-whitespace-in-request-line': 'có dấu cách sau phiên bản',
  'request-uri-headers': 'URI mang trường tiêu đề sau dấu "?"',
  'header-missing': 'thiếu trường này',
  'header-repeated': 'trường này xuất hiện hai lần',
  'header-invalid': 'giá trị sai cú pháp',
  'header-out-of-range': 'có số nằm ngoài khoảng cho phép',
  'uri-invalid': 'URI sai cú pháp',
  'angle-brackets-missing': 'URI cần ngoặc nhọn',
  'display-name-unquoted': 'tên hiển thị cần dấu ngoặc kép',
  'quoted-string-unbalanced': 'dấu ngoặc kép không đóng',
  'param-repeated': 'một tham số xuất hiện hai lần',
  'branch-missing': 'không có branch',
  'branch-empty': 'branch chỉ là cookie z9hG4bK mà không có gì thêm',
  'tag-missing': 'không có tag',
  'cseq-method-mismatch': 'phương thức không phải của dòng yêu cầu',
  'cseq-out-of-range': 'số không dưới 2147483648',
  'content-length-too-large': 'hứa nhiều byte hơn số byte có thật',
  'content-length-negative': 'nhỏ hơn không',
  'max-forwards-zero': 'không cho phép thêm chặng nào',
  'header-line-malformed': 'có dòng không có dấu hai chấm',
  'blank-line-missing': 'không có dòng trống kết thúc các trường tiêu đề',
};

function spell(offences: ArgsOf<typeof badRequest>['offences']): string {
  return offences
    .map(({ code, field, column }) => {
      const name = field || (ofHeader.includes(code) ? 'phần tiêu đề' : 'dòng yêu cầu');
      return `${name}${column > 0 ? `, cột ${column}` : ''}: ${offenceWords[code] ?? code.replaceAll('-', ' ')}`;
    })
    .join('; ');
}

export const message = {
  'bad-request': {
    title: 'Yêu cầu bị máy chủ cho là sai cú pháp',
    why: ({ method }) =>
      `${method} thất bại, và mọi yêu cầu khác được tạo theo cùng cách cũng vậy; nếu do một tên hoặc số gây ra thì luôn là những người dùng đó gặp.`,
    fix: ({ kind, client, server, status, offences }) => [
      ...(status === 416 ? [`Cho ${client} dùng scheme URI mà ${server} có: sip thay vì tel hoặc sips.`] : []),
      ...(kind === 'found'
        ? [
            `Sửa những gì ${client} ghi ra (${spell(offences)}): đặt tên hiển thị trong ngoặc kép, viết thoát ký tự đặc biệt của phần người dùng (%23 cho #), đặt URI có tham số trong ngoặc nhọn.`,
            'Tìm trường tiêu đề mà script, dial plan hoặc quy tắc trường tiêu đề tạo từ tên hay số của khách hàng.',
          ]
        : [
            `Đọc cụm từ và log của ${server}: nó từ chối điều mà cú pháp SIP cho phép, trong một trường tiêu đề hoặc trong SDP.`,
            `So sánh từng trường của yêu cầu này từ ${client} với một yêu cầu mà ${server} chấp nhận.`,
          ]),
      'Nếu có router hoặc SBC ở giữa, bắt gói tin ở cả hai phía của nó: nó có thể làm hỏng bản tin.',
    ],
    message: ({ kind, method, client, server, status, phrase, warning, offences, count }) =>
      `${server} từ chối ${method} của ${client} bằng ${status}${phrase === '' ? '' : ` "${phrase}"`}` +
      `${warning === '' ? '' : ` (Warning: "${warning}")`}` +
      (kind === 'found'
        ? `; yêu cầu có ${count} lỗi: ${spell(offences)}.`
        : kind === 'clean'
          ? ', và xét theo cú pháp SIP thì nó không có lỗi nào.'
          : '.'),
    limits: ({ kind }) =>
      ({
        found: 'Máy chủ không cho biết nó vấp phải lỗi nào trong số đó.',
        clean:
          'Máy chủ cũng dùng các mã này cho yêu cầu hợp lệ mà nó không muốn; thân bản tin không được kiểm tra ở đây.',
        unchecked: 'Bản ghi không giữ đúng các byte trên đường truyền, nên yêu cầu không được kiểm tra.',
      })[kind],
  } satisfies RuleWords<typeof badRequest>,

  'content-length-mismatch': {
    title: 'Content-Length không khớp với thân',
    why: ({ kind }) =>
      ({
        short: 'Bên nhận bỏ bản tin như vậy hoặc từ chối bằng 400.',
        surplus: 'Bên nhận bỏ qua phần vượt quá độ dài: với họ, phần cuối của SDP bị mất.',
        absent: 'Trên luồng TCP, bên nhận không biết bản tin này kết thúc ở đâu và bản tin sau bắt đầu từ đâu.',
        unreadable: 'Bên nhận từ chối bản tin như vậy, và trên luồng TCP họ mất phần đầu của bản tin sau.',
      })[kind],
    fix: ({ kind, sender }) => [
      ...(kind === 'absent' || kind === 'unreadable'
        ? [`Cho ${sender} ghi Content-Length vào mọi bản tin, bằng 0 khi không có thân.`]
        : [
            'Tắt SIP ALG trên các router ở giữa: nó đổi địa chỉ trong thân mà quên độ dài.',
            `Cho ${sender} tính Content-Length sau lần sửa thân cuối cùng, theo byte của dạng UTF-8, kể cả ký tự xuống dòng (CRLF).`,
          ]),
      'Nếu một quy tắc sửa trường tiêu đề hoặc SDP của SBC sửa bản tin, hãy cho nó đặt lại độ dài.',
    ],
    message: ({ kind, sender, declared, present, ...name }) =>
      `${capitalize(messageName(name))} từ ${sender} ` +
      {
        short: `khai thân ${declared} byte mà chỉ mang ${present}.`,
        surplus: `khai thân ${declared} byte mà mang ${present}: ${present - declared} byte cuối bị bỏ qua.`,
        absent: 'không có Content-Length, trong khi luồng TCP cần trường này.',
        unreadable: 'có Content-Length không phải là số.',
      }[kind],
  } satisfies RuleWords<typeof contentLengthMismatch>,

  'mandatory-header-missing': {
    title: 'Thiếu trường tiêu đề bắt buộc',
    why: ({ targets, missing }) =>
      targets === 0 && severityOf(missing) !== 'error'
        ? 'Phần lớn bên nhận chấp nhận được; bên khắt khe từ chối bản tin, và điều trường đó cần nói bị mất.'
        : 'Bên nhận bỏ bản tin như vậy, từ chối bằng 400, hoặc không định tuyến được những gì theo sau.',
    fix: ({ sender, ...name }) => [
      `Sửa stack hoặc quy tắc trường tiêu đề của ${sender} đã tạo ra ${messageName(name) || 'yêu cầu'} này: trước hết hãy cập nhật phần mềm của nó.`,
      'Nếu có SBC hoặc ALG ở giữa, bắt gói tin ở cả hai phía của nó: nó có thể đã gỡ mất trường này.',
    ],
    message: ({ sender, missing, targets, ...name }) =>
      targets > 0
        ? `${capitalize(messageName(name))} từ ${sender} có ${targets} trường Refer-To trong khi chỉ được có đúng một.`
        : `${messageName(name) === '' ? 'Một yêu cầu' : capitalize(messageName(name))} từ ${sender} không có ${missing.join(', ')}.`,
  } satisfies RuleWords<typeof mandatoryHeaderMissing>,

  'non-invite-response-misuse': {
    title: 'Đáp ứng chỉ INVITE mới được nhận',
    why: ({ kind }) =>
      ({
        provisional:
          'Máy khách thôi lặp lại yêu cầu nhanh, nên đáp ứng cuối bị mất sẽ vắng hàng giây; một số máy khách chờ mãi.',
        hasty: 'Máy khách giãn nhịp lặp lại, nên đáp ứng cuối bị mất được nhận ra muộn; ngoài ra vô hại.',
        timeout: 'Khi đó máy khách đã bỏ cuộc: 408 đến quá muộn, bị lặp lại vô ích và làm ngập mạng đang tải nặng.',
      })[kind],
    fix: ({ kind, server }) =>
      ({
        provisional: [`Cho ${server} chỉ trả đáp ứng cuối cho phương thức này: cập nhật phần mềm của nó.`],
        hasty: [
          `Cho ${server} trả đáp ứng cuối ngay cho yêu cầu không phải INVITE, hoặc chờ 3,5 giây rồi mới gửi 100.`,
        ],
        timeout: [
          `Cho ${server} không gửi gì khi next hop im lặng: tìm thiết lập theo RFC 4320 của nó, hoặc cập nhật nó.`,
          'Xem thêm một chặng: ở đó có máy không trả lời.',
        ],
      })[kind],
    message: ({ kind, method, client, server, status, after, allowed }) =>
      ({
        provisional: `${server} đáp ứng ${method} của ${client} bằng ${status}, mã chỉ INVITE mới được nhận.`,
        hasty: `${server} gửi 100 cho ${method} của ${client} quá sớm; qua UDP nó phải chờ ${duration(allowed)}.`,
        timeout: `${server} đáp ứng ${method} của ${client} bằng 408 sau ${duration(after)}, điều mà máy chủ có giữ trạng thái không được làm.`,
      })[kind],
    limits: ({ kind }) =>
      kind === 'timeout'
        ? 'Trên chặng này không thấy được máy chủ tự tạo 408 hay chuyển tiếp nó mà không giữ trạng thái.'
        : '',
  } satisfies RuleWords<typeof nonInviteResponseMisuse>,

  'transport-scheme-mismatch': {
    title: 'Giao thức truyền tải mâu thuẫn với Via hoặc scheme của URI',
    why: ({ kind }) =>
      ({
        via:
          'Máy chủ gửi đáp ứng theo giao thức nêu trong Via, nơi có thể không ai lắng nghe: yêu cầu trông như không ' +
          'được đáp ứng.',
        'sips-udp': 'Điều sips hứa, mã hóa trên mọi chặng, không được giữ; máy chủ khắt khe từ chối yêu cầu.',
        'sips-contact': 'Yêu cầu của phía kia quay lại mà không có TLS, hoặc phía kia từ chối cuộc gọi.',
        brackets: 'Bên nhận coi một phần địa chỉ là cổng, và gửi đáp ứng hoặc yêu cầu đi nơi khác.',
        refused: 'Cuộc gọi thất bại dù cả hai phía đều có mặt: một phía nhất định đòi sips, phía kia không có.',
      })[kind],
    fix: ({ kind, sender, receiver }) =>
      ({
        via: [
          `Cho ${sender} ghi vào Via giao thức truyền tải nó thật sự dùng: kiểm tra các socket lắng nghe và giao thức của trunk hoặc outbound proxy.`,
          'Nếu nó chuyển từ UDP sang TCP vì bản tin dài, Via phải đổi theo.',
        ],
        'sips-udp': [
          `Cho ${sender} chỉ gửi yêu cầu tới URI sips qua TLS, hoặc gọi sip: với transport=tls ở nơi phía kia không có sips (cách làm phổ biến, dù RFC 5630 không dùng).`,
          'Kiểm tra bản ghi NAPTR và SRV: chúng phải dẫn sips tới _sips._tcp.',
        ],
        'sips-contact': [`Cho ${sender} ghi Contact sips vào yêu cầu tới URI sips, hoặc cho nó gọi bằng sip:.`],
        brackets: [`Cho ${sender} đặt địa chỉ IPv6 trong ngoặc vuông ở Via và trong URI.`],
        refused: [
          `Dùng cùng scheme trên ${sender} và ${receiver}: sips: ở cả hai, hoặc sip: với transport=tls ở cả hai (cách làm phổ biến, dù RFC 5630 không dùng).`,
          'Kiểm tra chứng thư TLS và cổng lắng nghe của phía từ chối sips.',
        ],
      })[kind],
    message: ({ kind, method, sender, receiver, transport, declared, field, value }) =>
      ({
        via: `${method} của ${sender} đi qua ${transport}, còn Via của nó ghi ${declared}.`,
        'sips-udp': `${method} của ${sender} tới URI ${value} đi qua ${transport}, không có TLS.`,
        'sips-contact': `${method} của ${sender} đi tới URI sips nhưng có Contact ${value}, không phải sips.`,
        brackets: `${field} của ${method} từ ${sender} có địa chỉ IPv6 không có ngoặc vuông: ${value}.`,
        refused: `${sender} từ chối ${method} của ${receiver} bằng 480 và Warning ${value}: ${value === '380' ? 'ở đó không cho phép sips' : 'ở đó chỉ cho phép sips'}.`,
      })[kind],
    limits: ({ kind, transport }) =>
      kind === 'sips-udp' && transport === 'TCP'
        ? 'Gateway TLS nằm trước điểm bắt gói tin này trông cũng y như vậy.'
        : '',
  } satisfies RuleWords<typeof transportSchemeMismatch>,

  'via-branch-problem': {
    title: 'Via branch không định danh được yêu cầu',
    why: ({ kind }) =>
      ({
        missing:
          'Máy chủ lùi về quy tắc ghép của RFC 2543: chậm hơn, và sai khi một máy khách có nhiều yêu cầu cùng lúc.',
        old: 'Máy chủ lùi về quy tắc ghép của RFC 2543: chậm hơn, và sai khi một máy khách có nhiều yêu cầu cùng lúc.',
        bare:
          'Mọi yêu cầu của máy khách này trông như một: máy chủ trả cho cuộc gọi mới đáp ứng của cuộc khác, hoặc bỏ ' +
          'nó vì coi là lặp lại.',
        shared: 'Máy chủ có thể coi yêu cầu sau là bản lặp lại của yêu cầu trước và không bao giờ xử lý nó.',
        ack:
          'Máy chủ có thể coi ACK là của một lời từ chối và nuốt mất; khi đó 200 bị lặp lại, và cuộc gọi rớt sau 32 ' +
          'giây.',
        stack: 'Máy khách, hoặc proxy trên đường về, bỏ đáp ứng như vậy: yêu cầu trông như không được đáp ứng.',
        altered: 'Máy khách không biết yêu cầu nào được đáp ứng và cứ lặp lại nó.',
      })[kind],
    fix: ({ kind, sender, receiver, branch }) => [
      ...(branch === CONSTANT
        ? [
            `Hằng số này là thứ SER, OpenSER và Kamailio trước 4.1 ghi khi chuyển tiếp không giữ trạng thái: đặt syn_branch=0 trên ${sender}, hoặc cập nhật nó.`,
          ]
        : []),
      {
        missing: `Cập nhật phần mềm của ${sender}: từ RFC 3261, mỗi yêu cầu mang branch bắt đầu bằng z9hG4bK.`,
        old: `Cập nhật phần mềm của ${sender}: từ RFC 3261, branch phải bắt đầu bằng z9hG4bK.`,
        bare: `Cho ${sender} ghi phần ngẫu nhiên sau cookie z9hG4bK, mới cho mỗi yêu cầu.`,
        shared: `Cho ${sender} tạo branch mới cho mỗi yêu cầu; chỉ CANCEL và ACK của lời từ chối dùng branch của INVITE. Trong SIPp, ghi [branch] vào mỗi bản tin thay vì văn bản cố định.`,
        ack: `Cho ${sender} tạo branch mới cho ACK của 2xx: đó là một yêu cầu riêng.`,
        stack: `Cho ${sender} chép mọi trường Via của yêu cầu vào đáp ứng, theo cùng thứ tự, và tắt các quy tắc trường tiêu đề động đến Via.`,
        altered: `Cho ${sender} gửi trả nguyên vẹn Via trên cùng của yêu cầu.`,
      }[kind],
      `Nếu có router hoặc SBC giữa ${sender} và ${receiver}, hãy tắt SIP ALG ở đó và bắt gói tin ở cả hai phía của nó.`,
    ],
    message: ({ kind, sender, branch, other, count, expected, ...name }) => {
      const what = capitalize(messageName(name));
      return {
        missing: `${sender} gửi yêu cầu không có Via branch, như trước RFC 3261.`,
        old: `${sender} gửi yêu cầu có Via branch không bắt đầu bằng z9hG4bK, như trước RFC 3261.`,
        bare: `Branch của ${messageName(name)} từ ${sender} chỉ là cookie ${branch} mà không có gì thêm.`,
        shared: `${what} từ ${sender} có branch ${branch} của ${other} trước đó.`,
        ack: `ACK mà ${sender} dùng để xác nhận 2xx có branch ${branch} của INVITE.`,
        stack: `${what} từ ${sender} mang ${count} giá trị Via trong khi yêu cầu có ${expected}.`,
        altered: `${what} từ ${sender} có branch ${branch}, trong khi yêu cầu được gửi ${other === '' ? 'không có branch' : `với ${other}`}.`,
      }[kind];
    },
  } satisfies RuleWords<typeof viaBranchProblem>,
};
