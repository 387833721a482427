/** Words of the rules about registrations. */
import type { ArgsOf, RuleWords } from '../../../rules/define.ts';
import type { registerRefreshTooLate } from '../../../rules/registration/register-refresh-too-late.ts';
import type { registerStaleContacts } from '../../../rules/registration/register-stale-contacts.ts';
import type { registrationBindingLost } from '../../../rules/registration/registration-binding-lost.ts';
import type { registrationFailed } from '../../../rules/registration/registration-failed.ts';
import type { registrationFlapping } from '../../../rules/registration/registration-flapping.ts';
import { duration } from '../phrases.ts';

type Failed = ArgsOf<typeof registrationFailed>;

function remedyOf({ status, aor, client, server, retryAfter }: Failed): string[] {
  switch (status) {
    case 404:
      return [
        `Kiểm tra chính tả của ${aor}: ${server} không có người dùng đó, hoặc không phục vụ tên miền đó.`,
        `Nếu tên miền là mới, hãy thêm nó trên ${server} (trong nhiều sản phẩm đó là một danh sách riêng).`,
      ];
    case 405:
      return [`${server} không phải máy chủ đăng ký: sửa địa chỉ máy chủ đăng ký hoặc outbound proxy của điện thoại.`];
    case 423:
      return [
        `Cho ${client} xin thời hạn ít nhất bằng Min-Expires; lẽ ra máy khách phải tự thử lại với thời hạn đó.`,
        'Hoặc hạ mức tối thiểu trên máy chủ đăng ký.',
      ];
    case 439:
      return [`Tắt SIP Outbound (RFC 5626) trên điện thoại, hoặc thêm hỗ trợ cho nó ở proxy đầu tiên, ${server}.`];
    case 420:
      return [`Tắt trên ${client} phần mở rộng mà trường Unsupported của đáp ứng nêu.`];
    case 503:
      return [
        retryAfter > 0
          ? `Chờ ${retryAfter} giây như ${server} yêu cầu rồi thử lại; trong lúc đó dùng máy chủ đăng ký khác.`
          : `Cho điện thoại dùng máy chủ đăng ký khác của tên miền (DNS SRV) trong lúc ${server} quá tải hoặc bảo trì.`,
        `Xem tải và log của ${server}.`,
      ];
    case 0:
      return [
        `Kiểm tra ${server} đang chạy, lắng nghe đúng cổng và giao thức truyền tải đó, và không có tường lửa nào ở giữa.`,
        `Kiểm tra ${server} có chặn ${client}: sau vài lần thử thất bại, nhiều máy chủ (fail2ban) lặng lẽ bỏ một nguồn.`,
        'Kiểm tra tên và bản ghi DNS (SRV, A, AAAA) mà điện thoại đã lấy địa chỉ này.',
      ];
  }
  if (status === 403 || status >= 600)
    return [
      `Kiểm tra ${aor} có tồn tại trên ${server}, đang được bật, và được phép đăng ký từ ${client}.`,
      'Kiểm tra tên người dùng và mật khẩu: nhiều máy chủ đăng ký trả 403 khi sai thông tin xác thực, và khóa tài ' +
        'khoản sau vài lần thử.',
    ];
  if (status >= 500)
    return [`Xem log của ${server}: nguyên nhân thường gặp là cơ sở dữ liệu phía sau máy chủ đăng ký bị lỗi.`];
  if (status >= 400)
    return [
      `Đọc cụm từ và trường Warning của đáp ứng: ${server} thấy trong REGISTER điều nó không chấp nhận.`,
      'So sánh với REGISTER của một điện thoại chạy tốt.',
    ];
  return [
    `Cho điện thoại đi theo Contact của đáp ứng, hoặc trỏ nó tới đúng máy chủ đăng ký: ${server} chuyển nó đi nơi khác.`,
  ];
}

export const registration = {
  'register-refresh-too-late': {
    title: 'Đăng ký được làm mới quá muộn',
    why: ({ late }) => `Trong ${duration(late)}, cuộc gọi tới người dùng này không đến được điện thoại.`,
    fix: ({ asked, granted, client, registrar }) => [
      ...(asked > granted
        ? [
            `Cho ${client} theo thời hạn mà ${registrar} cấp (${granted} giây), không theo ${asked} giây mà nó xin: nhiều điện thoại có thiết lập riêng cho chu kỳ làm mới.`,
          ]
        : []),
      `Cho ${client} làm mới ở 50 đến 90 % của ${granted} giây được cấp.`,
      'Nếu đó là điện thoại di động hay ngủ, hãy xin thời hạn dài hơn hoặc dùng thông báo đẩy (RFC 8599).',
      `Kiểm tra đồng hồ của ${client} và tải của mạng nó lúc đó.`,
    ],
    message: ({ aor, client, registrar, granted, interval, late }) =>
      `${registrar} đăng ký ${aor} với thời hạn ${granted} giây, và ${client} làm mới sau ${duration(interval)}: muộn ${duration(late)}.`,
  } satisfies RuleWords<typeof registerRefreshTooLate>,

  'register-stale-contacts': {
    title: 'Địa chỉ cũ vẫn còn đăng ký',
    why: () =>
      'Mỗi cuộc gọi cũng được gửi tới các địa chỉ đã chết, làm nó bị chậm và kết thúc bằng 408 thay vì máy bận ' +
      'hay hộp thư thoại.',
    fix: ({ kind, registrar }) => [
      kind === 'many'
        ? `So sánh danh sách với các thiết bị thật sự tồn tại, và xóa phần còn lại trên ${registrar}.`
        : `Cho ${registrar} thay bản đăng ký cũ của cùng thiết bị (remove_existing và max_contacts trong Asterisk PJSIP, ghép theo instance trong Kamailio và OpenSIPS).`,
      'Cho điện thoại hủy đăng ký trước khi khởi động lại, và cho nó giữ nguyên cổng của mình.',
      'Hạ thời hạn được cấp: những gì đã chết sẽ mất đi sớm hơn.',
    ],
    message: ({ kind, aor, registrar, contacts, same, shared }) =>
      `${registrar} liệt kê ${contacts} địa chỉ cho ${aor}` +
      {
        instance: `, trong đó ${same} địa chỉ thuộc một thiết bị, ${shared}.`,
        host: `, trong đó ${same} địa chỉ là các cổng của một máy, ${shared}.`,
        many: '.',
      }[kind],
    limits: ({ kind }) =>
      kind === 'instance'
        ? ''
        : 'Có thể chủ ý cho nhiều thiết bị như vậy, hoặc nhiều chương trình trên một máy, dùng chung người dùng này.',
  } satisfies RuleWords<typeof registerStaleContacts>,

  'registration-binding-lost': {
    title: 'Đăng ký không dẫn tới điện thoại',
    why: ({ aor, kind }) =>
      kind === 'lapsed'
        ? `Không ai gọi được ${aor} nữa.`
        : `Cuộc gọi tới ${aor} không đến được điện thoại, dù người dùng không thấy gì sai.`,
    fix: ({ kind, registrar, granted, aor }) =>
      ({
        'pushed-out': [
          `Xem ${registrar} giữ bao nhiêu contact cho ${aor} (max_contacts): khi danh sách đầy, một số máy chủ đăng ký giữ contact cũ và lặng lẽ bỏ contact mới.`,
          'Cho mỗi thiết bị một tài khoản riêng.',
        ],
        'not-listed': [
          `Bắt gói tin cả trên ${registrar} rồi so sánh: phần tử trên đường đi có thể đã viết lại Contact, hoặc máy chủ đăng ký lưu dưới tên khác.`,
          `Xem ${registrar} giữ bao nhiêu contact cho ${aor} (max_contacts).`,
        ],
        'no-time': [
          `Xem log của ${registrar} để biết vì sao nó không cấp thời hạn: giới hạn contact, script xóa bản đăng ký, bản sao dữ liệu bị chậm.`,
        ],
        'other-port': [
          `Tắt SIP ALG trên router trước điện thoại, và kiểm tra xử lý NAT trên ${registrar}: có thứ đã đổi cổng của Contact.`,
        ],
        lapsed: [
          `Kiểm tra điện thoại của ${aor} có đang chạy và có mạng hay không.`,
          `Nếu có, xem log của nó để biết vì sao nó không làm mới trong ${granted} giây; sau NAT, một đáp ứng bị mất có thể khiến nó dừng lâu.`,
        ],
        'lapsed-calls': [
          `Cho điện thoại làm mới ở 50 đến 90 % của ${granted} giây mà ${registrar} cấp; xem log của nó để biết vì sao nó không làm.`,
          'Kiểm tra nó theo thời hạn được cấp, không theo thời hạn nó xin.',
        ],
        'lapsed-refused': [
          `Cho điện thoại làm mới ở 50 đến 90 % của ${granted} giây mà ${registrar} cấp; xem log của nó để biết vì sao nó không làm.`,
          'Kiểm tra mạng và nguồn điện của nó vào lúc đăng ký lần cuối.',
        ],
        unknown: [
          `Kiểm tra ${registrar} có khởi động lại mà không lưu bảng location, hoặc nút trả lời cuộc gọi không phải nút nhận đăng ký (hãy sao chép bản đăng ký giữa các nút).`,
          `Kiểm tra không làm phiền (DND), chuyển tiếp cuộc gọi và quy tắc quay số của ${aor}: máy chủ biết điện thoại cũng có thể nói như vậy.`,
        ],
        'port-gone': [
          'Gửi gói giữ kết nối với chu kỳ ngắn hơn tuổi thọ ánh xạ NAT (khoảng 25 giây với UDP): CRLF hoặc STUN ' +
            'từ điện thoại, OPTIONS từ máy chủ.',
          `Đăng ký qua TCP hoặc TLS, hoặc với thời hạn ngắn hơn ${granted} giây.`,
          'Dùng SIP Outbound (RFC 5626), để nhận ra luồng bị mất.',
        ],
      })[kind],
    message: ({ kind, aor, contact, registrar, granted, other, status, phrase, method, after }) => {
      const refusal = `${status}${phrase === '' ? '' : ` ${phrase}`}`;
      const lapsed = `Đăng ký ${granted} giây của ${aor} không được làm mới`;
      return {
        'pushed-out': `${registrar} chấp nhận REGISTER của ${aor} nhưng giữ thiết bị khác trong danh sách, ${other}, mà không có ${contact}.`,
        'not-listed': `${registrar} chấp nhận REGISTER của ${aor} nhưng không liệt kê ${contact}; nó liệt kê ${other}.`,
        'no-time': `${registrar} chấp nhận REGISTER của ${aor} nhưng không cấp thời hạn nào cho ${contact} (expires=0).`,
        'other-port': `${registrar} liệt kê ${other} cho ${aor}, trong khi điện thoại đăng ký ${contact}: cuộc gọi sẽ đi tới sai cổng.`,
        lapsed: `${lapsed}: ${duration(after)} sau đó ${registrar} vẫn hoạt động, nhưng điện thoại đã mất.`,
        'lapsed-calls': `${lapsed}, thế mà ${duration(after)} sau đó điện thoại vẫn gọi qua ${registrar}.`,
        'lapsed-refused': `${lapsed}: ${duration(after)} sau đó ${registrar} từ chối cuộc gọi tới người dùng này bằng ${refusal}.`,
        unknown: `${registrar} đã đăng ký ${aor} với thời hạn ${granted} giây, và ${duration(after)} sau đó từ chối cuộc gọi tới đó bằng ${refusal} mà không thử ${contact}.`,
        'port-gone': `${registrar} không có đáp ứng cho ${method} tới ${contact} ${duration(after)} sau khi đăng ký, và lần sau điện thoại đăng ký từ ${other}.`,
      }[kind];
    },
    limits: ({ kind }) =>
      ({
        'pushed-out': '',
        'not-listed': 'Phần tử trên đường đi có thể đã viết lại danh sách; khi đó cuộc gọi vẫn đến nơi.',
        'no-time': '',
        'other-port': 'Phần tử giữa điểm bắt gói tin này và máy chủ đăng ký có thể sửa lại cổng cho đúng.',
        lapsed:
          'Lần làm mới theo đường không được bắt (TLS, máy chủ đăng ký khác) sẽ không được thấy; cũng có thể điện ' +
          'thoại chỉ đơn giản là đã tắt.',
        'lapsed-calls': 'Lần làm mới theo đường không được bắt (TLS, máy chủ đăng ký khác) sẽ không được thấy.',
        'lapsed-refused': 'Lần làm mới theo đường không được bắt (TLS, máy chủ đăng ký khác) sẽ không được thấy.',
        unknown: 'Bản ghi không cho biết máy chủ đã mất bản đăng ký hay từ chối vì lý do riêng.',
        'port-gone':
          'Lý do thường gặp là NAT cấp cho điện thoại cổng mới; điện thoại khởi động lại trông cũng y như vậy.',
      })[kind],
  } satisfies RuleWords<typeof registrationBindingLost>,

  'registration-failed': {
    title: 'Đăng ký không thành công',
    why: () =>
      'Cuộc gọi tới người dùng này không đến được điện thoại, và máy chủ bắt buộc đăng ký từ chối cuộc gọi từ nó.',
    fix: remedyOf,
    message: ({ status, phrase, client, server, aor, sends, waited, retryAfter }) =>
      status === 0
        ? `${server} không bao giờ đáp ứng REGISTER của ${client} cho ${aor}: ${sends} bản, không có đáp ứng cuối trong ${duration(waited)}.`
        : `${server} từ chối đăng ký ${aor} từ ${client}: ${status}${phrase === '' ? '' : ` ${phrase}`}` +
          (retryAfter > 0 ? `, thử lại sau ${retryAfter} giây.` : '.'),
    limits: ({ status }) =>
      status === 0
        ? 'Bản ghi cho thấy không có đáp ứng nào qua điểm bắt gói tin này; ở đây không thấy được máy chủ có nhận REGISTER hay không.'
        : '',
  } satisfies RuleWords<typeof registrationFailed>,

  'registration-flapping': {
    title: 'Đăng ký thay đổi liên tục',
    why: ({ kind }) =>
      kind === 'replaced'
        ? 'Chỉ thiết bị đăng ký sau cùng được gọi; thiết bị đó thay đổi từng phút.'
        : 'Cuộc gọi đến giữa hai lần đăng ký đi tới địa chỉ không còn ai lắng nghe.',
    fix: ({ kind, registrar, aor }) =>
      ({
        moves: [
          `Xem mạng của điện thoại ${aor}: WLAN hoặc dữ liệu di động không ổn định, hoặc NAT mỗi lần cấp một cổng mới.`,
          'Gửi gói giữ kết nối với chu kỳ ngắn hơn tuổi thọ ánh xạ NAT (khoảng 25 giây với UDP), hoặc đăng ký qua ' +
            'TCP hay TLS.',
          `Cho điện thoại và ${registrar} dùng SIP Outbound (instance-id và reg-id, RFC 5626), để luồng mới thay luồng cũ.`,
        ],
        leaves: [
          `Tìm thứ khiến điện thoại của ${aor} khởi động lại hoặc hủy đăng ký: nguồn điện, cập nhật, vòng lặp cấp cấu hình, ứng dụng bị hệ thống cho ngủ.`,
          'Máy khách dùng push chủ ý hủy đăng ký khi ngủ: để máy chủ đánh thức nó bằng thông báo đẩy (RFC 8599).',
        ],
        replaced: [
          'Cho mỗi thiết bị một tài khoản riêng.',
          `Hoặc cho ${registrar} giữ nhiều contact cho một người dùng (max_contacts trong Kamailio, OpenSIPS và Asterisk PJSIP).`,
        ],
      })[kind],
    message: ({ kind, aor, registrar, changes, over, contact, before }) =>
      ({
        moves: `Điện thoại của ${aor} đổi Contact ở ${registrar} ${changes} lần trong ${duration(over)}, lần cuối từ ${before} sang ${contact}.`,
        leaves: `Contact ${contact} của ${aor} rời ${registrar} rồi quay lại: ${changes} thay đổi trong ${duration(over)}.`,
        replaced: `Hai thiết bị của ${aor} đẩy nhau ra khỏi ${registrar}: ${changes} thay đổi trong ${duration(over)}, lần cuối đặt ${contact} thay cho ${before}.`,
      })[kind],
    limits: ({ kind }) =>
      kind === 'replaced' ? 'Ở đây coi như máy chủ đăng ký liệt kê mọi bản đăng ký nó có, như RFC 3261 yêu cầu.' : '',
  } satisfies RuleWords<typeof registrationFlapping>,
};
