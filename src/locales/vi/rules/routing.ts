/** Words of the rules about routing and forwarding. */
import { clip } from '../../../rules/clip.ts';
import type { ArgsOf, RuleWords } from '../../../rules/define.ts';
import type { forwardLoop } from '../../../rules/routing/forward-loop.ts';
import type { globalFailureNotHonoured } from '../../../rules/routing/global-failure-not-honoured.ts';
import type { loopDetected } from '../../../rules/routing/loop-detected.ts';
import type { redirectNotFollowed } from '../../../rules/routing/redirect-not-followed.ts';
import { MAX_BREADTH, type tooManyHops } from '../../../rules/routing/too-many-hops.ts';
import { duration } from '../phrases.ts';

function chainOf({ chain, more }: Pick<ArgsOf<typeof forwardLoop>, 'chain' | 'more'>): string {
  return chain.join(', rồi ') + (more > 0 ? ', và còn tiếp' : '');
}

export const routing = {
  'forward-loop': {
    title: 'Chuyển tiếp cuộc gọi dẫn ngược về',
    why: ({ kind }) =>
      kind === 'long'
        ? 'Mỗi lần chuyển tiếp tốn thời gian và có thể tốn tiền, và phần lớn mạng cắt chuỗi ở lần thứ năm.'
        : 'Cuộc gọi đi từ bên này sang bên kia cho đến khi một mạng cắt nó; không ai trả lời được.',
    fix: (args) => [
      args.kind === 'long'
        ? `Xem lần lượt thiết lập chuyển tiếp của từng bên (${chainOf(args)}), và chuyển tiếp thẳng tới bên cuối.`
        : `Bỏ một trong các thiết lập chuyển tiếp của vòng này: ${chainOf(args)}.`,
      'Tìm quy tắc follow-me hoặc nhóm có chứa chính người dùng đó, và tìm PBX và nhà mạng chuyển tiếp qua lại ' +
        'cho nhau.',
      'Đặt giới hạn năm lần chuyển tiếp trên PBX hoặc SBC.',
    ],
    message: (args) =>
      ({
        circle: `${args.field} trong INVITE do ${args.host} gửi nêu ${args.party} hai lần trong một chuỗi chuyển tiếp: ${chainOf(args)}.`,
        redirected: `${args.host} chuyển hướng cuộc gọi tới ${args.party}, nơi đã được gọi trước đó: ${chainOf(args)}.`,
        long: `Cuộc gọi do ${args.host} gửi đã được chuyển tiếp ${args.count} lần theo ${args.field} của nó: ${chainOf(args)}.`,
      })[args.kind],
    limits: ({ kind }) =>
      kind === 'circle'
        ? 'Bên chuyển tiếp theo giờ hoặc theo bên gọi có thể được nêu hai lần một cách chính đáng.'
        : '',
  } satisfies RuleWords<typeof forwardLoop>,

  'global-failure-not-honoured': {
    title: '6xx không kết thúc việc tìm đích',
    why: ({ kind }) =>
      kind === 'lower-class'
        ? 'Bên gọi được báo ít hơn điều bên được gọi nói, và phía bên gọi có thể thử lại ở nơi không ai muốn cuộc gọi.'
        : 'Bên được gọi đã từ chối cuộc gọi cho mọi thiết bị, thế mà thiết bị khác vẫn đổ chuông.',
    fix: ({ client, refuser, status }) => [
      `Nếu không được gọi tiếp bên được gọi, cho ${client} tuân theo 6xx: hủy các nhánh khác và không mở nhánh nào (trong Kamailio, để disable_6xx_block của module tm ở trạng thái tắt).`,
      `Nếu muốn tìm tiếp, cho ${refuser} trả 4xx (486 khi bận, 480 khi từ chối), hoặc ánh xạ ${status} của nó ở biên mạng.`,
    ],
    message: ({ kind, client, refuser, status, other, after, chosen }) =>
      `${refuser} từ chối cuộc gọi cho mọi đích bằng ${status}, và ${client} ` +
      {
        'new-branch': `gọi ${other} ${duration(after)} sau đó.`,
        'still-ringing': `để ${other} tiếp tục đổ chuông trong ${duration(after)}.`,
        'lower-class': `lại chuyển về ${chosen} của ${other}.`,
      }[kind],
    limits: ({ kind }) => (kind === 'lower-class' ? '' : 'Tìm tiếp sau 6xx có thể là chính sách của phần tử này.'),
  } satisfies RuleWords<typeof globalFailureNotHonoured>,

  'loop-detected': {
    title: 'Yêu cầu chạy vòng tròn',
    why: ({ kind }) =>
      kind === 'merged'
        ? 'Một bản của cuộc gọi bị từ chối; bản kia đi tiếp, nên người dùng không nhận thấy gì.'
        : 'Cuộc gọi không đến được ai, và mỗi cuộc gọi như vậy khiến mỗi máy chủ tốn hàng chục yêu cầu.',
    fix: ({ kind, client, server, target }) =>
      kind === 'merged'
        ? [
            `Cho ${client} hoặc các proxy trước nó chỉ gửi cuộc gọi theo một đường, nếu có hai đường dẫn tới ${server}.`,
            'Timer chuyển sang máy chủ tiếp theo quá sớm trông cũng như vậy: chờ lâu hơn trước khi chuyển dự phòng.',
          ]
        : [
            `Khai báo tên miền hoặc số của ${clip(target)} là nội bộ trên ${server} (bí danh, danh sách tên miền, dial plan): nó gửi cuộc gọi đi vì không nhận đó là của mình.`,
            `Tìm các tuyến mặc định của ${client} và ${server} trỏ vào nhau, và chuyển tiếp cuộc gọi dẫn ngược về.`,
            'Cho các proxy kiểm tra vòng lặp (RFC 5393), và gửi yêu cầu đi với Max-Forwards 70.',
          ],
    message: ({ kind, client, server, target, passes, round }) =>
      ({
        circle: `INVITE cho ${target} đi từ ${client} tới ${server} ${passes} lần, cách nhau ${duration(round)}, lần nào cũng cùng đích.`,
        said: `${server} từ chối INVITE của ${client} cho ${target} bằng 482: nó đã gặp yêu cầu này.`,
        merged: `${server} từ chối bản thứ hai của INVITE cho ${target} bằng 482: nó đã nhận bản đầu theo đường khác.`,
      })[kind],
    limits: ({ kind }) => (kind === 'said' ? 'Các chặng mà yêu cầu đã vòng qua không có trong bản ghi này.' : ''),
  } satisfies RuleWords<typeof loopDetected>,

  'redirect-not-followed': {
    title: 'Chuyển hướng không được đi theo',
    why: () =>
      'Cuộc gọi thất bại dù đã biết đích: chuyển tiếp chạy được với một số bên gọi nhưng không chạy với bên này.',
    fix: ({ kind, client, server, status }) => [
      ...(kind === 'ignored'
        ? [
            `Cho ${client} đi theo chuyển hướng (nhiều PBX và trunk mặc định cấm), hoặc để proxy của nó làm.`,
            `Hoặc cho ${server} tự chuyển tiếp cuộc gọi, bằng INVITE mới kèm Diversion hoặc History-Info.`,
          ]
        : [`Cho ${server} đặt địa chỉ mới vào Contact của ${status}; không có gì để bên gọi đi theo.`]),
      `Nếu ${server} hoàn toàn không nên chuyển hướng, hãy tìm thiết lập chuyển tiếp hoặc quá tải trong nó.`,
    ],
    message: ({ kind, client, server, status, target, waited }) =>
      ({
        ignored: `${server} chuyển hướng cuộc gọi tới ${target} bằng ${status}, và ${client} không gọi tới đó trong ${duration(waited)}.`,
        'no-target': `${server} chuyển hướng cuộc gọi bằng ${status} nhưng không nêu Contact, và cuộc gọi kết thúc ở đó.`,
        'same-target': `${server} chuyển hướng cuộc gọi bằng ${status} tới ${target}, chính địa chỉ đã gọi, và cuộc gọi kết thúc ở đó.`,
      })[kind],
    limits: ({ kind }) =>
      kind === 'ignored' ? 'Bên gọi đi theo với Call-ID mới sẽ hiện ra như cuộc gọi khác trong báo cáo này.' : '',
  } satisfies RuleWords<typeof redirectNotFollowed>,

  'too-many-hops': {
    title: 'Yêu cầu hết số chặng cho phép',
    why: ({ kind }) =>
      kind === 'refused' || kind === 'breadth'
        ? 'Yêu cầu chết trên đường đi; chưa hỏi được ai.'
        : 'Chỉ cần thêm vài máy trên đường, ví dụ một lần chuyển tiếp, cuộc gọi sẽ bị từ chối bằng 483.',
    fix: ({ kind, client, server, left, hops }) =>
      ({
        refused: [
          hops > 10
            ? 'Tìm vòng lặp: danh sách Via của yêu cầu này cho thấy máy nào lặp lại.'
            : `Cho bên gọi gửi Max-Forwards 70: yêu cầu này mới đi qua ${hops} máy.`,
          `Tìm các tuyến trỏ ngược, trước hết trên ${client} và ${server}.`,
        ],
        breadth: [
          `Gọi ít đích hơn cùng lúc: một yêu cầu chỉ được phân tổng cộng ${MAX_BREADTH} nhánh trừ khi Max-Breadth cho phép hơn.`,
          'Tìm các nhóm chứa lẫn nhau.',
        ],
        low: [
          `Tìm xem số chặng đã tiêu vào đâu: yêu cầu đến ${server} với ${left} chặng còn lại và ${hops} giá trị trong danh sách Via.`,
          'Cho thiết bị bắt đầu cuộc gọi, hoặc B2BUA trước leg này, gửi Max-Forwards 70.',
        ],
        first: [
          `Cho ${client} gửi Max-Forwards 70, giá trị khuyến nghị.`,
          'Nếu nó mang tiếp số đếm của một leg khác, hãy xem leg đó bắt đầu thế nào.',
        ],
      })[kind],
    message: ({ kind, method, client, server, left, hops }) =>
      ({
        refused: `${server} từ chối ${method} của ${client} bằng 483: không còn chặng nào sau ${hops} chặng.`,
        breadth: `${server} từ chối ${method} của ${client} bằng 440: nó đã được phân ra quá nhiều đích.`,
        low: `${method} từ ${client} tới ${server} chỉ còn ${left} chặng.`,
        first: `${client} gửi ${method} đi với Max-Forwards ${left}; thông thường là 70.`,
      })[kind],
  } satisfies RuleWords<typeof tooManyHops>,
};
