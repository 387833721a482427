/** Words of the rules about INVITE, CANCEL and their responses. */
import type { RuleWords } from '../../../rules/define.ts';
import type { cancelAnswerRace } from '../../../rules/invite/cancel-answer-race.ts';
import type { cancelMisuse } from '../../../rules/invite/cancel-misuse.ts';
import type { inviteNoFinalResponse } from '../../../rules/invite/invite-no-final-response.ts';
import type { inviteNoResponse } from '../../../rules/invite/invite-no-response.ts';
import type { inviteStalledAfterTrying } from '../../../rules/invite/invite-stalled-after-trying.ts';
import type { non2xxFinalNotAcked } from '../../../rules/invite/non2xx-final-not-acked.ts';
import { duration } from '../phrases.ts';
import { fieldName } from './phrases.ts';

export const invite = {
  'cancel-answer-race': {
    title: 'CANCEL giao với lời trả lời',
    why: ({ release }) =>
      release === 'late' || release === 'missing'
        ? 'Với mạng, cuộc gọi vẫn diễn ra dù bên gọi đã gác máy: nó bị tính cước, còn bên được gọi nghe im lặng.'
        : 'Cuộc gọi được tính là đã trả lời, và có thể bị tính cước, dù bên gọi đã gác máy.',
    fix: ({ release, caller }) =>
      release === 'late' || release === 'missing'
        ? [
            `Cho ${caller} xác nhận 2xx bằng ACK và gửi BYE ngay: sau 2xx, CANCEL không còn tác dụng.`,
            'Trên máy chủ, đừng tính cước cuộc gọi mà bên gọi đã hủy trước khi lời trả lời đến họ.',
          ]
        : [
            'Nếu hiếm gặp thì không cần sửa gì: gác máy và nhấc máy cùng lúc là chuyện con người.',
            'Nếu hay gặp, tìm CANCEL bị giữ lại trên đường, hoặc máy tự động trả lời rất nhanh.',
          ],
    message: ({ caller, server, first, apart, release, released }) =>
      (first === 'cancel'
        ? `${server} trả lời INVITE ${duration(apart)} sau khi ${caller} gửi CANCEL`
        : `${caller} gửi CANCEL ${duration(apart)} sau khi ${server} trả lời INVITE`) +
      {
        done: `; cuộc gọi được giải phóng bằng BYE ${duration(released)} sau đó.`,
        late: `, và BYE cần thiết mãi ${duration(released)} sau mới đến.`,
        missing: ', và không có BYE nào giải phóng cuộc gọi.',
        unseen: '.',
      }[release],
    limits: ({ release }) =>
      release === 'unseen' ? 'Bản ghi này không cho thấy sau đó cuộc gọi có được giải phóng hay không.' : '',
  } satisfies RuleWords<typeof cancelAnswerRace>,

  'cancel-misuse': {
    title: 'CANCEL trái quy tắc',
    why: ({ kind }) =>
      ({
        early:
          'CANCEL có thể vượt trước INVITE: nó bị từ chối bằng 481, và bên được gọi đổ chuông dù bên gọi đã gác máy.',
        differs: 'Máy chủ có thể không tìm thấy INVITE và trả 481: bên được gọi vẫn đổ chuông dù bên gọi đã gác máy.',
        elsewhere: 'Máy đó không biết INVITE: bên được gọi vẫn đổ chuông dù bên gọi đã gác máy.',
        method: 'Máy chủ bỏ qua nó: chỉ INVITE mới chờ đủ lâu để hủy.',
        require:
          'Máy chủ phải bỏ qua trường này trong CANCEL; máy bị lỗi từ chối bằng 420, và khi đó bên được gọi vẫn ' +
          'đổ chuông.',
        challenged:
          'Không thể gửi lại CANCEL kèm thông tin xác thực: bên được gọi vẫn đổ chuông dù bên gọi đã gác máy.',
      })[kind],
    fix: ({ kind, client, server, field }) =>
      ({
        early: [
          `Cho ${client} giữ CANCEL lại đến khi có đáp ứng tạm: tìm bản cập nhật phần mềm.`,
          `Cho ${server} gửi 100 ngay.`,
        ],
        differs: [
          `Cho ${client} chép ${fieldName(field)} của INVITE vào CANCEL: đây là lỗi phần mềm của nó.`,
          'Nếu có router hoặc SBC ở giữa, hãy tắt SIP ALG ở đó.',
        ],
        elsewhere: [
          `Cho ${client} gửi CANCEL tới đúng địa chỉ và cổng mà INVITE đã đi, không chọn lại bằng DNS hay bộ cân bằng tải.`,
        ],
        method: [`Cho ${client} chỉ dùng CANCEL cho INVITE.`],
        require: [`Cho ${client} bỏ Require và Proxy-Require khỏi CANCEL.`],
        challenged: [
          `Miễn xác thực cho CANCEL (và ACK) trên ${server}; trong Kamailio và OpenSIPS, đừng gọi các hàm proxy_authorize cho chúng.`,
        ],
      })[kind],
    message: ({ kind, client, server, field, sent, expected, apart, status }) =>
      ({
        early:
          `${client} gửi CANCEL trước khi có đáp ứng nào: ` +
          (status === 100 ? `100 đến ${duration(apart)} sau đó.` : `nó lặp lại INVITE ${duration(apart)} sau đó.`),
        differs: `CANCEL của ${client} ${sent === '' ? `không có ${fieldName(field)}` : `có ${fieldName(field)} ${sent}`}, trong khi INVITE ${expected === '' ? 'không có' : `có ${expected}`}.`,
        elsewhere: `${client} gửi CANCEL tới ${sent} còn INVITE tới ${expected}.`,
        method: `${client} gửi CANCEL cho ${sent} tới ${server}.`,
        require: `CANCEL của ${client} có trường tiêu đề ${sent}.`,
        challenged: `${server} thách thức CANCEL của ${client} bằng ${status}.`,
      })[kind],
  } satisfies RuleWords<typeof cancelMisuse>,

  'invite-no-final-response': {
    title: 'INVITE không có đáp ứng cuối',
    why: ({ kind }) =>
      kind === 'ringing'
        ? 'Đường dây, kênh và có thể cả mạch phía sau vẫn bị chiếm, còn bên gọi nghe chuông mãi.'
        : 'Bên được gọi có thể vẫn đổ chuông dù bên gọi đã đi, và mọi máy chủ trên đường đều giữ cuộc gọi trong bộ nhớ.',
    fix: ({ kind, server }) =>
      kind === 'ringing'
        ? [
            `Đặt thời gian không trả lời ở nơi nhận cuộc gọi (phía sau ${server}), hoặc trường Expires trong INVITE.`,
            'Bảo đảm mọi proxy trên đường chạy timer C (hơn 3 phút) và kết thúc cuộc gọi bằng CANCEL và 408.',
            'Nếu việc chờ là chủ ý (hàng đợi), cho phía kia lặp lại đáp ứng tạm mỗi phút.',
          ]
        : [
            `Kiểm tra ${server} còn chạy và CANCEL có đến được nó hay không: cùng địa chỉ, cổng và branch với INVITE.`,
            'Tìm tường lửa hoặc ánh xạ NAT đã đóng trong lúc đổ chuông; giữ nó mở bằng rport và gói giữ kết nối.',
          ],
    message: ({ kind, server, status, waited, cancels }) =>
      kind === 'ringing'
        ? `Điều cuối cùng từ ${server} là ${status}; sau đó không có gì trong ${duration(waited)}.`
        : `${server} không đáp ứng CANCEL (${cancels} bản) cũng không đáp ứng INVITE sau ${status}, trong ${duration(waited)}.`,
    limits: ({ kind }) => (kind === 'ringing' ? 'Hàng đợi hoặc thông báo có thể chủ ý giữ cuộc gọi như vậy.' : ''),
  } satisfies RuleWords<typeof inviteNoFinalResponse>,

  'invite-no-response': {
    title: 'INVITE không có đáp ứng nào',
    why: () =>
      'Bên gọi chờ đến timer B (32 giây) rồi cuộc gọi mới thất bại hoặc chuyển sang tuyến khác; người dùng nghe ' +
      'im lặng.',
    fix: ({ client, server, size, transport }) => [
      `Kiểm tra ${server} đang chạy, lắng nghe đúng cổng và giao thức truyền tải đó, và không có tường lửa nào ở giữa.`,
      `Kiểm tra ${server} có chấp nhận yêu cầu từ ${client}: nhiều máy chủ lặng lẽ bỏ nguồn lạ.`,
      ...(size > 1300 && transport === 'udp'
        ? [`INVITE dài ${size} byte: qua UDP nó bị phân mảnh, và các mảnh thường bị bỏ. Hãy thử TCP.`]
        : []),
      'Cho bên gọi chuyển dự phòng sớm hơn: đích DNS SRV tiếp theo, kiểm tra sống bằng OPTIONS, timer B ngắn hơn.',
    ],
    message: ({ client, server, sends, waited }) =>
      `${server} không bao giờ đáp ứng INVITE của ${client}: ` +
      (sends === 1
        ? `một bản, và không có đáp ứng nào trong ${duration(waited)}.`
        : `${sends} bản gửi trong ${duration(waited)}, và không có đáp ứng nào.`),
    limits: () =>
      'Bản ghi cho thấy không có đáp ứng nào qua điểm bắt gói tin này; ở đây không thấy được máy chủ có nhận ' +
      'INVITE hay không.',
  } satisfies RuleWords<typeof inviteNoResponse>,

  'invite-stalled-after-trying': {
    title: 'INVITE không đi xa hơn 100 Trying',
    why: () =>
      'Bên gọi không nghe gì và bỏ cuộc. 100 chỉ nói rằng next hop đã có yêu cầu: những gì phía sau nó đều im lặng.',
    fix: ({ server }) => [
      `Xem thêm một chặng: tìm xem ${server} gửi cuộc gọi này đi đâu, và bắt gói tin ở giữa hai bên. Máy kế tiếp đó không trả lời.`,
      `Cho ${server} chuyển dự phòng sớm hơn: 2 đến 5 giây không đáp ứng là phải sang tuyến tiếp theo (fr_timer của Kamailio mặc định 30 giây).`,
      `Nếu ${server} không gửi INVITE đi đâu cả, hãy xem nó chờ gì trước: DNS, ENUM, cơ sở dữ liệu hoặc truy vấn HTTP của phần định tuyến.`,
    ],
    message: ({ client, server, ended, silence }) =>
      `${server} đã nhận INVITE của ${client} bằng 100 và không gửi gì thêm trong ${duration(silence)}` +
      {
        cancel: `, cho đến khi ${client} bỏ cuộc bằng CANCEL.`,
        timeout: ', rồi kết thúc bằng 408.',
        nothing: '; bản ghi không có gì kết thúc lần gọi này.',
      }[ended],
    limits: () => 'Từ điểm bắt gói tin này không thấy được cuộc gọi mắc kẹt ở đâu phía sau máy chủ đó.',
  } satisfies RuleWords<typeof inviteStalledAfterTrying>,

  'non2xx-final-not-acked': {
    title: 'Lời từ chối INVITE không có ACK đúng',
    why: ({ copies, kind }) =>
      copies > 1 || kind === 'elsewhere'
        ? 'Máy chủ lặp lại lời từ chối đến timer H (32 giây) và giữ cuộc gọi trong bộ nhớ suốt thời gian đó; giới hạn cuộc gọi bị lấp đầy.'
        : 'Máy chủ này chấp nhận được. Máy khác không biết INVITE nào được xác nhận, lặp lại lời từ chối trong 32 giây và giữ cuộc gọi trong bộ nhớ.',
    fix: ({ kind, client, server, field }) =>
      ({
        absent: [
          `Cho ${client} tự xác nhận mọi đáp ứng cuối của INVITE, theo từng chặng: tìm bản cập nhật phần mềm, hoặc script proxy bỏ mất đáp ứng từ chối.`,
          `Kiểm tra đáp ứng của ${server} có đến được ${client}: ánh xạ NAT hết hạn, hoặc địa chỉ hay cổng sai trong Via.`,
        ],
        differs: [
          `Báo cho nhà sản xuất của ${client}: trong ACK của lời từ chối, ${fieldName(field)} phải là của ${field === 'to-tag' ? 'đáp ứng' : 'INVITE'}.`,
          'Nếu có router hoặc SBC ở giữa, hãy tắt SIP ALG ở đó: nó có thể chỉ sửa Via của một số yêu cầu.',
        ],
        elsewhere: [
          `Báo cho nhà sản xuất của ${client}: ACK của lời từ chối đi tới nơi INVITE đã đi, với branch của INVITE; chỉ ACK của 2xx mới theo Contact và route set.`,
        ],
        ignored: [
          `Kiểm tra ACK có đến được ${server}: so với bản ghi bắt trên chính máy đó, và xem tường lửa cùng bộ cân bằng tải phía trước.`,
          `Nếu có đến, ${server} không ghép được nó: so sánh branch, sent-by và To tag ở đó.`,
        ],
      })[kind],
    message: ({ kind, client, server, status, copies, lasted, field, sent, expected }) =>
      ({
        absent: `${client} không bao giờ xác nhận ${status} của ${server}, bản đã gửi ${copies} lần trong ${duration(lasted)}.`,
        differs: `ACK mà ${client} dùng để xác nhận ${status} của ${server} ${sent === '' ? `không có ${fieldName(field)}` : `có ${fieldName(field)} ${sent}`}, lẽ ra phải ${expected === '' ? 'không có' : `là ${expected}`}.`,
        elsewhere: `${client} gửi ACK cho ${status} của ${server} tới ${sent}, nên ${server} không nhận được.`,
        ignored: `${server} gửi ${status} ${copies} lần trong ${duration(lasted)} dù ${client} đã xác nhận.`,
      })[kind],
    limits: ({ kind }) =>
      ({
        absent: 'ACK đi đường khác sẽ không được thấy ở đây.',
        differs: '',
        elsewhere: '',
        ignored: 'Ở đây không thấy được ACK bị mất sau điểm bắt gói tin này hay máy chủ không ghép được.',
      })[kind],
  } satisfies RuleWords<typeof non2xxFinalNotAcked>,
};
