/** Words of the rules about UDP, TCP, TLS and what the network says of them. */
import type { ArgsOf, RuleWords } from '../../../rules/define.ts';
import { alertOf } from '../../../rules/tls-alerts.ts';
import type { icmpUnreachable } from '../../../rules/transport/icmp-unreachable.ts';
import type { retransmissionsExcessive } from '../../../rules/transport/retransmissions-excessive.ts';
import type { tcpConnectFailed } from '../../../rules/transport/tcp-connect-failed.ts';
import type { tlsHandshakeFailed } from '../../../rules/transport/tls-handshake-failed.ts';
import type { udpFragmentLost } from '../../../rules/transport/udp-fragment-lost.ts';
import type { udpMessageOversized } from '../../../rules/transport/udp-message-oversized.ts';
import { duration } from '../phrases.ts';
import { carriedName } from './phrases.ts';
import { tlsAlerts } from './tls-alerts.ts';

type Icmp = ArgsOf<typeof icmpUnreachable>;
type Handshake = ArgsOf<typeof tlsHandshakeFailed>;

const icmpMeaning = ({ reason, receiver, host, reporter, mtu, size }: Icmp): string =>
  ({
    port: `không có gì lắng nghe ở ${receiver}`,
    protocol: `${host} không nhận gói tin của giao thức này`,
    host: `${reporter} không tới được ${host}`,
    network: `${reporter} không có tuyến tới ${host}`,
    prohibited: `một bộ lọc ở ${reporter} cấm`,
    'too-big': `${reporter} không chuyển được gói tin có ${size} byte SIP${mtu > 0 ? `, mà nhiều nhất ${mtu} byte` : ''}`,
  })[reason];

function icmpRemedies({ kind, reason, sender, receiver, host, reporter }: Icmp): string[] {
  switch (reason) {
    case 'port':
    case 'protocol':
      if (kind === 'media') {
        return [
          `Kiểm tra vì sao ${host} không lắng nghe ở địa chỉ và cổng mà nó ghi vào SDP: tiến trình media đã chết, hoặc máy khác đứng sau địa chỉ đó (NAT).`,
          `So sánh SDP mà ${host} gửi với SDP đã đến: thiết bị trên đường đi có thể đã thay đổi nó.`,
        ];
      }
      return kind === 'response'
        ? [
            `Kiểm tra vì sao chương trình trên ${receiver} đóng socket trước khi có đáp ứng: nó kết thúc, khởi động lại hoặc bỏ cuộc.`,
            `Nếu ${receiver} ở sau NAT, cho nó gửi gói giữ kết nối, và cho máy chủ trả về received và rport (RFC 3581).`,
          ]
        : [
            `Khởi động dịch vụ SIP trên ${host}, hoặc sửa địa chỉ và cổng mà ${sender} gửi tới (DNS SRV, trunk hoặc đăng ký).`,
            `Trên ${host}, kiểm tra dịch vụ lắng nghe ở địa chỉ và giao thức truyền tải nào: thường nó gắn vào giao diện khác, hoặc chỉ TCP.`,
          ];
    case 'prohibited':
      return [
        `Cho phép lưu lượng này trên ${reporter}: tường lửa ở đó, hoặc bộ lọc gói của máy, từ chối những gì ${sender} gửi tới ${receiver}.`,
        'Nếu bộ lọc là chủ ý, hãy gửi từ địa chỉ mà nó chấp nhận.',
      ];
    case 'too-big':
      return [
        `Cho ${sender} gửi qua TCP hoặc TLS, hoặc làm bản tin nhỏ hơn: bớt codec, dùng trường tiêu đề dạng rút gọn.`,
        `Tăng MTU của liên kết phía sau ${reporter} (đường hầm, PPPoE, VPN), hoặc cho bên gửi xóa bit "don't fragment".`,
      ];
    default:
      return [
        `Kiểm tra ${host} đang chạy và có địa chỉ này, và các tuyến trên ${reporter} dẫn tới nó.`,
        `Kiểm tra địa chỉ mà ${sender} gửi tới: DNS, trunk, hoặc Contact nó được cho.`,
      ];
  }
}

function versionName(version: string): string {
  return version.startsWith('0x') ? `phiên bản ${version}` : version;
}

function terms({ serverName, offered, chosen, client }: Handshake): string {
  const parts = [
    ...(offered === '' ? [] : [`${client} đề nghị cao nhất ${versionName(offered)}`]),
    ...(chosen === '' ? [] : [`${versionName(chosen)} đã được chọn`]),
    serverName === '' ? 'không gửi tên máy chủ' : `tên máy chủ là ${serverName}`,
  ];
  return parts.join(', ');
}

function guesses({ how, byClient, client, server, chosen }: Handshake): string[] {
  if (byClient) {
    return [
      `Kiểm tra chứng thư của ${server} như ${client} thấy: ngày hết hạn, tên, và chuỗi đầy đủ tới gốc mà ${client} tin cậy (openssl s_client cho thấy).`,
      `Đọc log TLS của ${client}: chỉ nó biết vì sao nó bỏ cuộc.`,
    ];
  }
  if (how === 'hidden') {
    return [
      `Nếu ${server} đòi chứng thư máy khách (mutual TLS), cấp cho ${client} một chứng thư mà ${server} tin cậy.`,
      `Đọc log TLS của ${server}: chỉ nó biết vì sao nó bỏ cuộc.`,
    ];
  }
  return [
    `Kiểm tra ${server} có chấp nhận kết nối từ ${client} (danh sách truy cập), và có dùng TLS trên cổng này hay không.`,
    ...(chosen === '' ? ['Kiểm tra hai bên có phiên bản TLS chung, ít nhất TLS 1.2.'] : []),
    `Đọc log TLS của ${server}.`,
  ];
}

export const transport = {
  'icmp-unreachable': {
    title: 'Gói tin bị trả lại vì không giao được (ICMP)',
    why: ({ kind }) =>
      ({
        request: 'Yêu cầu không hề đến được tầng SIP: gửi lại chỉ có ích khi điều nêu ở đây thay đổi.',
        response: 'Máy chủ đã làm xong việc, nhưng máy khách không bao giờ biết.',
        media: 'Những gì gửi tới cổng đó bị vứt bỏ: một phía của cuộc gọi không nghe gì từ phía kia.',
      })[kind],
    fix: icmpRemedies,
    message: (args) => {
      const { kind, sender, receiver, reporter, count, after, frame } = args;
      if (kind === 'media') {
        return `Media từ ${sender} tới ${receiver}, địa chỉ nêu trong SDP, bị trả lại vì không giao được: ${icmpMeaning(args)} (${count} lỗi ICMP từ ${reporter} trong ${duration(after)}, đầu tiên ở khung ${frame}).`;
      }
      const name = carriedName(args);
      return `${name} từ ${sender} tới ${receiver} bị trả lại vì không giao được ${after < 1 ? 'ngay lập tức' : `sau ${duration(after)}`}: ${icmpMeaning(args)} (ICMP từ ${reporter}, khung ${frame}).`;
    },
    limits: ({ reporter, host, reason }) =>
      reason === 'port' && reporter === host
        ? `Tường lửa có thể gửi câu trả lời như vậy dưới danh nghĩa ${host}.`
        : 'Bản ghi không cho thấy ai đứng sau địa chỉ đã gửi bản tin ICMP.',
  } satisfies RuleWords<typeof icmpUnreachable>,

  'retransmissions-excessive': {
    title: 'Yêu cầu được gửi đi gửi lại',
    why: ({ kind }) =>
      kind === 'storm'
        ? 'Các bản lặp với tốc độ này làm nặng mọi phần tử trên đường và có thể làm dừng máy chủ.'
        : 'Mỗi bản lặp tốn thời gian của người dùng và công sức của máy chủ; một số cuộc gọi thất bại khi timer hết hạn.',
    fix: ({ kind, sender, receiver }) =>
      ({
        slow: [
          `Xem tải của ${receiver} và nó chờ gì trước khi đáp ứng: DNS, cơ sở dữ liệu, máy chủ xác thực.`,
          'Nếu chính đường truyền mất chừng ấy (vệ tinh), tăng T1 ở máy khách (RFC 3261 §17.1.1.2 khuyến nghị).',
        ],
        lost: [
          `Kiểm tra ${receiver} gửi đáp ứng đi đâu: tới địa chỉ và cổng của Via, hoặc của received và rport nếu sau NAT.`,
          `Kiểm tra ${sender} có nhận ra chúng: branch và CSeq phải quay về nguyên vẹn.`,
          'Tìm chỗ mất gói hoặc tường lửa giữa điểm bắt gói tin này và bên gửi.',
        ],
        silent: [
          `Kiểm tra ${receiver} đang chạy và từ ${sender} tới được, và nó biết phương thức này.`,
          'Nếu yêu cầu đi tới một địa chỉ Contact, kiểm tra từ đó có tới được địa chỉ này hay không (NAT).',
        ],
        storm: [
          `Dừng ${sender} và tìm vòng lặp hoặc timer hỏng trong đó: RFC 3261 tạo nhiều nhất mười một bản trong 32 giây.`,
          'Kiểm tra cổng mirror hoặc đường hầm có cho thấy cùng một gói tin nhiều lần hay không.',
        ],
      })[kind],
    message: ({ kind, sender, receiver, method, response, copies, over, status, after }) =>
      `${sender} gửi ${carriedName({ method, status: response })} ${copies} lần trong ${duration(over)}` +
      {
        slow: `: ${receiver} mất ${duration(after)} mới có đáp ứng đầu tiên (${status}).`,
        lost: `, dù ${receiver} đã đáp ứng ${status} sau ${duration(after)}.`,
        silent: `, và ${receiver} không bao giờ đáp ứng.`,
        storm: '.',
      }[kind],
    limits: ({ kind }) =>
      kind === 'silent' || kind === 'lost'
        ? 'Ở đây không thấy được điều gì xảy ra giữa điểm bắt gói tin này và hai đầu.'
        : '',
  } satisfies RuleWords<typeof retransmissionsExcessive>,

  'tcp-connect-failed': {
    title: 'Kết nối TCP cho SIP thất bại',
    why: ({ how, talks }) => {
      if (how === 'reset')
        return 'Yêu cầu bị mất, và cuộc gọi cũng mất theo, cho đến khi máy khách gửi lại qua kết nối mới.';
      return talks
        ? 'Hai máy vẫn trao đổi SIP qua giao thức truyền tải khác hoặc vào lúc khác; những gì cần kết nối này thất bại hoặc đến muộn.'
        : 'Những gì máy khách muốn gửi qua TCP hoặc TLS không hề được gửi: bản tin SIP không cho thấy gì, trừ có thể một 503 hoặc 408 ở phía trước.';
    },
    fix: ({ how, client, server, host, idle }) =>
      ({
        refused: [
          `Khởi động dịch vụ trên ${host} hoặc cho nó lắng nghe TCP hay TLS ở ${server}; nhiều máy chủ chỉ nhận UDP cho đến khi được cấu hình khác.`,
          `Kiểm tra cổng và giao thức truyền tải mà ${client} dùng (DNS SRV và NAPTR, trunk, tham số transport của URI).`,
          'Tìm tường lửa trả RST dưới danh nghĩa máy chủ, và giới hạn số kết nối.',
        ],
        unreachable: [
          `Kiểm tra ${host} đang chạy và không có bộ lọc nào trên đường cấm ${client} tới ${server}.`,
          'Xem router hoặc máy nào đã gửi bản tin ICMP: tuyến hoặc bộ lọc cần sửa nằm ở đó.',
        ],
        unanswered: [
          `Cho phép TCP tới ${server} trên các tường lửa giữa ${client} và ${host}: SYN biến mất là dấu hiệu của bộ lọc im lặng.`,
          `Kiểm tra ${host} đang chạy và có địa chỉ này.`,
        ],
        reset: [
          ...(idle >= 0
            ? [
                `Cho ${client} giữ kết nối mở: gói giữ kết nối CRLF (RFC 5626 §3.5.1) với chu kỳ ngắn hơn ${duration(idle)}, hoặc TCP keep-alive.`,
                'Tăng thời gian chờ rỗi của tường lửa, NAT hoặc bộ cân bằng tải trên đường, và của chính máy chủ.',
              ]
            : [
                `Kiểm tra ${server} có chờ TLS không, và có chấp nhận SIP từ ${client} không.`,
                `Đọc log của ${host} vào lúc này.`,
              ]),
          'Cho máy khách gửi lại yêu cầu qua kết nối mới khi kết nối cũ bị đứt.',
        ],
      })[how],
    message: ({ how, client, server, host, count, sends, waited, idle, frame, input }) => {
      const where = `(khung ${frame} của ${input}${count === 1 ? '' : `, tổng cộng ${count} lần`}).`;
      switch (how) {
        case 'refused':
          return `${host} từ chối kết nối TCP của ${client} tới ${server}: SYN được trả bằng RST ${where}`;
        case 'unreachable':
          return `Kết nối TCP của ${client} tới ${server} thất bại: mạng trả lại SYN vì không giao được ${where}`;
        case 'unanswered':
          return `Kết nối TCP của ${client} tới ${server} thất bại: ${sends} SYN trong ${duration(waited)}, và không có trả lời ${where}`;
        case 'reset':
          return (
            `Kết nối TCP của ${client} tới ${server} bị đóng ${duration(waited)} sau một yêu cầu, thay vì có đáp ứng` +
            `${idle >= 0 ? `; trước đó nó đã im lặng ${duration(idle)}` : ''} ${where}`
          );
      }
    },
    limits: ({ how }) =>
      how === 'reset'
        ? 'Bản ghi không cho thấy máy kia hay thiết bị trên đường đã đóng kết nối.'
        : 'Bản ghi không cho thấy bản tin SIP nào lẽ ra được gửi qua kết nối này.',
  } satisfies RuleWords<typeof tcpConnectFailed>,

  'tls-handshake-failed': {
    title: 'Bắt tay TLS thất bại',
    why: ({ client, server }) =>
      `Không có TLS thì không có gì của SIP đi từ ${client} tới ${server}: không đăng ký và không cuộc gọi nào cần kết nối này.`,
    fix: (args) => (args.how === 'alert' ? tlsAlerts[args.alert]?.fix(args) : undefined) ?? guesses(args),
    message: (args) => {
      const { how, by, other, alert, count, frame, input, client, server, byClient } = args;
      const known = tlsAlerts[alert];
      const name = alertOf(alert)?.name;
      const what = {
        completed: '',
        alert: `${by} kết thúc bằng alert ${name === undefined ? alert : `${name} (${alert})`}${known === undefined ? '' : `: ${known.meaning(by, other)}`}`,
        hidden: `${by} kết thúc bằng một alert được TLS 1.3 mã hóa, ngay sau ${byClient ? 'chứng thư của máy chủ' : 'bản tin cuối của máy khách'}`,
        closed: byClient
          ? `${by} đóng kết nối ngay sau khi máy chủ đưa ra chứng thư`
          : `${by} đóng kết nối thay vì trả lời bản tin đầu tiên`,
      }[how];
      return `Bắt tay TLS của ${client} với ${server} thất bại: ${what}; ${terms(args)} (khung ${frame} của ${input}${count === 1 ? '' : `, tổng cộng ${count} lần`}).`;
    },
    limits: ({ how }) =>
      how === 'alert' ? '' : 'Bản ghi không cho thấy vì sao: phần nói điều đó bị mã hóa hoặc không được gửi.',
  } satisfies RuleWords<typeof tlsHandshakeFailed>,

  'udp-fragment-lost': {
    title: 'Bản tin lớn bị mất mảnh IP',
    why: ({ kind }) =>
      kind === 'request'
        ? 'IP không đưa gì cho máy chủ khi chưa đủ mọi mảnh: với máy chủ, yêu cầu chưa từng được gửi.'
        : 'IP không đưa gì cho máy khách khi chưa đủ mọi mảnh: với máy khách, máy chủ chưa từng đáp ứng.',
    fix: ({ kind, sender, receiver }) => [
      kind === 'request'
        ? `Cho ${sender} dùng TCP hoặc TLS tới ${receiver}: qua UDP, yêu cầu không được dài hơn 1300 byte, trừ khi biết MTU của cả đường lớn hơn.`
        : `Cho ${receiver} gửi yêu cầu qua TCP hoặc TLS: đáp ứng dùng giao thức truyền tải của yêu cầu, dù dài đến đâu.`,
      `Làm bản tin của ${sender} nhỏ hơn: bớt codec trong SDP, trường tiêu đề dạng rút gọn, bỏ trường tiêu đề không cần.`,
      'Tìm tường lửa, NAT hoặc bộ cân bằng tải trên đường bỏ các mảnh không có tiêu đề UDP, và cho chúng đi qua.',
      'Tìm đường hầm (VPN, PPPoE, GRE) có MTU nhỏ hơn trên đường, và tăng nó hoặc giảm MTU của bên gửi.',
    ],
    message: ({ sender, receiver, received, expected, copies, frame, ...name }) =>
      `Trong ${carriedName(name)} từ ${sender} tới ${receiver} chỉ có ${received} byte đầu${expected > 0 ? ` trên ${expected}` : ''} đến nơi` +
      (copies === 1 ? ` (mảnh ở khung ${frame}); ` : ` (mảnh đầu ở khung ${frame}, ${copies} bản đều như vậy); `) +
      `các mảnh IP khác bị thiếu, và ${receiver} hành xử như thể nó chưa đến.`,
    limits: ({ filtered }) =>
      filtered
        ? 'Cả bản ghi không chứa mảnh nào ngoài mảnh đầu: bộ lọc khi bắt như "port 5060" bỏ các mảnh khác, nên chúng có thể vẫn đã được gửi.'
        : 'Ở đây không thấy được các mảnh bị mất trước hay sau điểm bắt gói tin này.',
  } satisfies RuleWords<typeof udpFragmentLost>,

  'udp-message-oversized': {
    title: 'Yêu cầu quá lớn cho UDP',
    why: ({ kind }) =>
      kind === 'answered'
        ? 'Ở đây thì chạy được; trên đường có MTU nhỏ hơn, hoặc sau tường lửa bỏ các mảnh, cùng cuộc gọi này thất bại mà không có đáp ứng nào.'
        : 'Vượt MTU của đường thì IP cắt nó thành mảnh, và nhiều tường lửa và NAT lặng lẽ bỏ các mảnh.',
    fix: ({ client, server }) => [
      `Cho ${client} dùng TCP hoặc TLS về phía ${server}; trong Kamailio, đặt udp_mtu và udp_mtu_try_proto.`,
      'Làm yêu cầu nhỏ hơn: đề nghị ít codec hơn, tắt tính năng không dùng (video, ICE, offer SRTP), dùng trường ' +
        'tiêu đề dạng rút gọn.',
      'Nếu một trường tiêu đề làm nó lớn (Identity, History-Info, Record-Route, Route), hãy xem có phải chặng nào ' +
        'cũng cần trường đó.',
    ],
    message: ({ kind, method, client, server, size, limit, sends, smaller, smallerSize }) =>
      `${method} của ${client} tới ${server} dài ${size} byte qua UDP, trong khi RFC 3261 cho phép ${limit}` +
      {
        answered: '.',
        unanswered: `, và không bản nào trong ${sends} bản được đáp ứng.`,
        proven: `: không bản nào trong ${sends} bản được đáp ứng, còn ${smaller} dài ${smallerSize} byte thì có.`,
      }[kind],
    limits: ({ kind }) =>
      kind === 'answered'
        ? 'Nếu biết MTU của cả đường lớn hơn, giới hạn là MTU đó trừ 200 byte.'
        : 'Kích thước nhiều khả năng là lý do, nhưng chưa chứng minh được: bản ghi không cho thấy yêu cầu bị mất ở đâu.',
  } satisfies RuleWords<typeof udpMessageOversized>,
};
