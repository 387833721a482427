/** Words of the rules about changes and refreshes of sessions. */
import type { ArgsOf, RuleWords } from '../../../rules/define.ts';
import type { intervalRejectedLoop } from '../../../rules/session/interval-rejected-loop.ts';
import type { reinviteFailed } from '../../../rules/session/reinvite-failed.ts';
import type { reinviteGlare } from '../../../rules/session/reinvite-glare.ts';
import type { sessionRefreshFailed } from '../../../rules/session/session-refresh-failed.ts';
import type { sessionTimerExpiryDrop } from '../../../rules/session/session-timer-expiry-drop.ts';
import { duration } from '../phrases.ts';

type Change = ArgsOf<typeof reinviteFailed>;

const purposes: Readonly<Record<Change['kind'], string>> = {
  fax: ' để chuyển sang fax (T.38)',
  video: ' để thêm video',
  hold: ' để giữ máy',
  offerless: ' không kèm offer',
  media: ' với media khác',
  other: '',
};

function remediesOf({ kind, status, server, client, retryAfter, method }: Change): string[] {
  if (status === 0) {
    return [
      `Kiểm tra ${server} có tới được qua Contact và Route của cuộc gọi: INVITE có thể đã đi đường khác.`,
      'Nếu trước đó đã im lặng lâu, ánh xạ NAT hoặc phiên tường lửa đã đóng: hãy gửi gói giữ kết nối.',
    ];
  }
  if (status === 481 || status === 408 || status === 404) {
    return [
      `Tìm xem ${server} mất cuộc gọi ở đâu: khởi động lại, chuyển dự phòng, hoặc đi qua nút khác vì thiếu Record-Route.`,
      'So sánh Request-URI với Contact mới nhất của phía kia: điện thoại đổi địa chỉ phải báo bằng re-INVITE.',
    ];
  }
  if (retryAfter >= 0) {
    return [`Cho ${client} chờ đến khi INVITE trước của nó có đáp ứng cuối rồi mới gửi INVITE tiếp theo.`];
  }
  if (status === 405 || status === 501) {
    return [`Cho ${client} dùng phương thức khác ${method}, hoặc không dùng: ${server} không nhận nó giữa cuộc gọi.`];
  }
  return {
    fax: [
      `Bật T.38 trên ${server} và trên những gì phía sau nó, hoặc tắt trên ${client} và gửi fax bằng G.711.`,
      'Nếu có bộ chuyển mã hoặc SBC ở giữa, cho nó chuyển m=image qua.',
    ],
    video: [`Cho phép video trên ${server}, hoặc tắt trên ${client}.`],
    hold: [
      `Xem log của ${server} để biết nó không chấp nhận gì trong offer: phiên bản trong o=, thiếu codec, a=inactive hoặc c=0.0.0.0.`,
      'Cho SBC tự trả lời việc giữ máy ở nơi phía kia không làm được.',
    ],
    offerless: [
      `Cho ${client} gửi re-INVITE kèm offer: ${server} không tự tạo offer.`,
      `Hoặc bật offer trễ (delayed offer) trên ${server}.`,
    ],
    media: [
      `So sánh offer với những gì ${server} đã chấp nhận trước đó: offer phải còn một codec của cuộc gọi, và phiên bản trong o= phải tăng thêm một.`,
      `Tắt trên ${client} thứ gây ra re-INVITE (direct media, thỏa thuận lại codec) ở nơi không ai cần.`,
    ],
    other: [`Xem log của ${server} để biết lý do từ chối.`],
  }[kind];
}

const fieldOf = (status: number) => (status === 422 ? 'Min-SE' : 'Min-Expires');

export const session = {
  'interval-rejected-loop': {
    title: 'Chu kỳ bị từ chối vì quá ngắn',
    why: ({ kind, method }) =>
      kind === 'mid-call'
        ? 'Không mất gì: máy khách đã xin lại với chu kỳ dài như máy chủ muốn.'
        : kind === 'minimum-too-low'
          ? 'Phiên phải làm mới thường xuyên như vậy làm nặng mọi máy chủ trên đường, và máy khách có thể từ chối giá trị này.'
          : ({
              REGISTER: 'Điện thoại không đăng ký được: cuộc gọi không đến được nó.',
              SUBSCRIBE: 'Lượt theo dõi không thành: đèn báo, presence hoặc tin nhắn chờ không sáng.',
              PUBLISH: 'Không ai biết trạng thái lẽ ra được công bố.',
              INVITE: 'Cuộc gọi không thành, hoặc kết thúc khi session timer hết hạn.',
              UPDATE: 'Phiên không được làm mới, và cuộc gọi kết thúc khi timer hết hạn.',
            }[method] ?? 'Điều được yêu cầu không thành.'),
    fix: ({ kind, client, server, status, minimum, method }) => {
      const setting = status === 422 ? 'session timer (Session-Expires)' : `thời hạn cho ${method}`;
      return {
        'same-again': [
          `Đặt ${setting} của ${client} từ ${minimum} giây trở lên: nó không tự theo ${fieldOf(status)}.`,
          `Hoặc hạ mức tối thiểu trên ${server}.`,
        ],
        'given-up': [
          `Đặt ${setting} của ${client} từ ${minimum} giây trở lên, hoặc cập nhật nó: sau ${status} lẽ ra nó phải tự thử lại.`,
          `Hoặc hạ mức tối thiểu trên ${server}.`,
        ],
        'minimum-too-low': [
          `Tăng mức tối thiểu (Min-SE) trên ${server} lên 90 giây. Bản thân chu kỳ (Session-Expires) có thể dài hơn: RFC 4028 khuyến nghị 1800 giây.`,
        ],
        needless: [
          `Xem chu kỳ tối thiểu và tối đa trong thiết lập của ${server}, và cập nhật nó: nó từ chối điều phải chấp nhận.`,
          `Trong lúc chờ, cho ${client} xin chu kỳ khác.`,
        ],
        'mid-call': ['Không cần làm gì.'],
      }[kind];
    },
    message: ({ kind, method, client, server, status, requested, minimum, next }) => {
      const asked = requested < 0 ? 'không nêu chu kỳ' : `xin ${requested} giây`;
      const refused = `${server} từ chối ${method} của ${client} (${asked}) bằng ${status}`;
      return {
        'same-again': `${refused} và muốn ít nhất ${minimum} giây; lần tiếp theo lại ${next < 0 ? 'không nêu chu kỳ' : `xin ${next} giây`}.`,
        'given-up': `${refused} và muốn ít nhất ${minimum} giây; ${client} không thử lại ngay.`,
        'minimum-too-low': `${refused} và nêu Min-SE là ${minimum} giây; mức nhỏ nhất cho phép là 90 giây.`,
        needless:
          requested >= 0 && requested < minimum
            ? `${refused} và muốn ${minimum} giây; không được từ chối vì quá ngắn yêu cầu từ một giờ trở lên.`
            : `${refused} dù mức tối thiểu của chính nó là ${minimum} giây.`,
        'mid-call': `${refused} giữa cuộc gọi và muốn ít nhất ${minimum} giây; ${client} đã xin lại đủ dài.`,
      }[kind];
    },
    limits: ({ kind }) =>
      kind === 'given-up' ? 'Lần thử thứ hai với Call-ID khác hiện ra như một mục khác trong báo cáo này.' : '',
  } satisfies RuleWords<typeof intervalRejectedLoop>,

  'reinvite-failed': {
    title: 'Thay đổi cuộc gọi đang diễn ra thất bại',
    why: ({ outcome, status, kind }) =>
      ({
        ended: 'Người dùng mất cuộc gọi giữa lúc đang nói chuyện.',
        retried: 'Không mất gì ngoài thời gian thử thêm một lần.',
        stays:
          status === 0 || status === 481 || status === 408
            ? 'Phía kia không còn biết cuộc gọi này; người dùng đang nói với không ai cả.'
            : kind === 'fax'
              ? 'Fax tiếp tục dưới dạng âm thanh, nơi mất một gói tin là mất một dòng hoặc cả trang.'
              : 'Cuộc gọi tiếp tục như cũ, và điều người dùng hoặc hệ thống muốn (giữ máy, chuyển cuộc gọi, fax, codec khác) không xảy ra.',
      })[outcome],
    fix: remediesOf,
    message: ({ kind, method, client, server, status, phrase, warning, sends, outcome, after }) =>
      `${client} gửi ${method}${purposes[kind]}, và ${server} ` +
      (status === 0
        ? `không đáp ứng (${sends} bản)`
        : `từ chối bằng ${status}${phrase === '' ? '' : ` ${phrase}`}${warning === '' ? '' : ` ("${warning}")`}`) +
      {
        ended: `; cuộc gọi kết thúc ${duration(after)} sau đó.`,
        retried: '; lần thử thứ hai thành công.',
        stays: '; cuộc gọi tiếp tục mà không thay đổi.',
      }[outcome],
    limits: ({ outcome }) =>
      outcome === 'ended' ? 'Nhiều khả năng cái này là hệ quả của cái kia, nhưng không bản tin nào nói vậy.' : '',
  } satisfies RuleWords<typeof reinviteFailed>,

  'reinvite-glare': {
    title: 'Các thay đổi cuộc gọi va chạm nhau',
    why: ({ kind, outcome, collisions }) =>
      kind === 'crossed'
        ? 'Giờ mỗi phía coi một mô tả khác là hợp lệ: có thể dẫn đến im lặng, hoặc chỉ nghe một chiều.'
        : {
            resolved:
              collisions > 1
                ? 'Giữ máy, chuyển cuộc gọi hoặc media đến muộn, và mỗi lần va chạm là một nguy cơ không tự khỏi.'
                : 'Không có gì sai: thử lần thứ hai là cách SIP giải quyết va chạm.',
            open: 'Đến giờ không có gì sai: thử lần thứ hai là cách SIP giải quyết va chạm.',
            'given-up': 'Điều phía bị từ chối muốn (giữ máy, nối lại, làm mới, media khác) không hề xảy ra.',
            unresolved:
              'Không thay đổi nào qua được nữa: giữ máy, nối lại hoặc làm mới phiên của cuộc gọi này thất bại.',
          }[outcome],
    fix: ({ kind, outcome, client, server, collisions, backOff }) =>
      kind === 'crossed'
        ? [
            `Cập nhật ${client} và ${server}: bên nhận re-INVITE khi re-INVITE của mình đang chờ phải từ chối bằng 491.`,
            'Chỉ để một phía khởi xướng thay đổi: direct media của PBX hoặc việc giải phóng media của SBC, không ' +
              'phải cả hai.',
          ]
        : outcome !== 'given-up' && outcome !== 'unresolved' && collisions === 1
          ? ['Không cần làm gì nếu chỉ thỉnh thoảng xảy ra.']
          : [
              ...(outcome === 'given-up'
                ? [`Cho ${client} lặp lại thay đổi sau 491, như RFC 3261 §14.1 yêu cầu.`]
                : []),
              ...(backOff === 'early' || backOff === 'late'
                ? [
                    `Sửa thời gian chờ của ${client}: phía đã tạo Call-ID chờ 2,1 đến 4 giây, phía kia chờ 0 đến 2 giây.`,
                  ]
                : []),
              'Chỉ để một phía làm mới phiên (refresher trong Session-Expires), tốt nhất bằng UPDATE không có SDP.',
              'Tắt ở một trong hai phía thứ tự gửi re-INVITE ngay sau khi trả lời: direct media, khóa codec, giải ' +
                'phóng media.',
            ],
    message: ({ kind, method, client, server, collisions, outcome, retry, backOff }) => {
      if (kind === 'crossed') {
        return `Hai re-INVITE của ${client} và ${server} giao nhau, và mỗi phía chấp nhận re-INVITE của phía kia thay vì từ chối bằng 491.`;
      }
      const times = collisions > 1 ? `, lần cuối trong ${collisions} lần va chạm` : '';
      const timing = { early: ', quá sớm', late: ', quá muộn', right: '', unknown: '' }[backOff];
      const again = `thử lại ${duration(retry)} sau đó${timing}`;
      return (
        `${server} từ chối ${method} của ${client} bằng 491 vì một thay đổi khác đang chờ${times}` +
        {
          resolved: `; ${client} ${again}, và một thay đổi được chấp nhận.`,
          open: retry < 0 ? '.' : `; ${client} ${again}.`,
          'given-up': `, và ${client} không thử lại.`,
          unresolved:
            retry < 0 ? ', và không phía nào thử lại.' : `; ${client} ${again}, và không có gì được chấp nhận nữa.`,
        }[outcome]
      );
    },
    limits: ({ outcome }) =>
      outcome === 'open' ? 'Bản ghi này không cho biết lần thử tiếp theo có thành công hay không.' : '',
  } satisfies RuleWords<typeof reinviteGlare>,

  'session-refresh-failed': {
    title: 'Làm mới phiên thất bại',
    why: ({ outcome }) =>
      outcome === 'ended'
        ? 'Cuộc gọi này kết thúc trước khi điều đó kịp gây hại; cuộc gọi dài hơn sẽ bị rớt khi session timer hết hạn.'
        : 'Không được làm mới, cả hai phía coi cuộc gọi là đã chết khi session timer hết hạn: cuộc gọi dài bị rớt, luôn sau cùng một khoảng thời gian.',
    fix: ({ kind, method, status, client, server, disallowed, renumbered }) => [
      ...(disallowed ? [`Cho ${client} làm mới bằng re-INVITE: ${server} không có ${method} trong trường Allow.`] : []),
      ...(kind === 'unanswered'
        ? [
            `Kiểm tra ${server} còn tới được qua Contact và Route của cuộc gọi: ánh xạ NAT hoặc phiên tường lửa đóng khi không ai gửi gì.`,
            'Giữ đường mở bằng gói giữ kết nối (OPTIONS hoặc CRLF mỗi 30 giây), hoặc để phía kia làm mới.',
          ]
        : status === 481 || status === 408 || status === 404
          ? [
              `Tìm xem ${server} mất cuộc gọi ở đâu: khởi động lại, chuyển dự phòng, hoặc proxy không có Record-Route gửi lần làm mới tới nút khác.`,
              `So sánh Request-URI của ${method} với Contact mới nhất của phía kia.`,
            ]
          : [
              `Cho ${server} chấp nhận ${method} giữa cuộc gọi; ${status} không phải lời đáp cho lần làm mới không thay đổi gì.`,
              ...(method === 'UPDATE'
                ? []
                : [`Hoặc cho ${client} làm mới bằng UPDATE không có SDP ở nơi phía kia cho phép UPDATE.`]),
            ]),
      ...(renumbered
        ? [`Cho ${client} lặp lại dòng o= của offer cuối: phiên bản mới khiến ${server} thỏa thuận lại media.`]
        : []),
    ],
    message: ({ kind, method, client, server, status, phrase, sends, outcome, interval, after }) =>
      `Lần làm mới phiên bằng ${method} của ${client} ` +
      (kind === 'unanswered'
        ? `không có đáp ứng từ ${server} (${sends} bản)`
        : `bị ${server} từ chối bằng ${status}${phrase === '' ? '' : ` ${phrase}`}`) +
      {
        dropped: `, và cuộc gọi bị rớt ${duration(after)} sau đó.`,
        ended: '; cuộc gọi kết thúc trước khi session timer hết hạn.',
        expired: `, và session timer ${interval} giây đã hết hạn.`,
      }[outcome],
    limits: ({ kind }) =>
      kind === 'unanswered'
        ? 'Bản ghi cho thấy không có đáp ứng nào qua điểm bắt gói tin này; ở đây không thấy được phía kia có nhận yêu cầu hay không.'
        : '',
  } satisfies RuleWords<typeof sessionRefreshFailed>,

  'session-timer-expiry-drop': {
    title: 'Cuộc gọi rớt vì session timer',
    why: ({ kind, interval }) =>
      `Người dùng báo cuộc gọi luôn rớt sau cùng một khoảng thời gian: ở đây phiên phải được làm mới trong ${interval} giây, ` +
      (kind === 'uncounted' ? 'và một phía không tính lần làm mới.' : 'mà điều đó không xảy ra.'),
    fix: ({ kind, refresher, sender, method }) => [
      ...{
        absent: [
          refresher === ''
            ? '2xx không nêu refresher, nên mỗi phía chờ phía kia: cho phía trả lời ghi refresher=uac hoặc refresher=uas vào Session-Expires.'
            : `Tìm hiểu vì sao ${refresher}, bên làm mới (refresher), không gửi gì ở nửa chu kỳ: session timer của nó có thể đang tắt, hoặc tường lửa hay SIP ALG phía nó bỏ những gì nó gửi sau khoảng im lặng dài.`,
          'Hoặc để phía kia làm mới: refresher=uas hoặc refresher=uac trong thiết lập của trunk.',
        ],
        unanswered: [
          `Bắt gói tin ở phía kia: ${method} dùng để làm mới phiên không đến đó, hoặc đáp ứng của nó bị mất. Lý do thường gặp là ánh xạ NAT hoặc phiên tường lửa đã đóng trong lúc im lặng.`,
          'Giữ đường mở bằng OPTIONS hoặc gói giữ kết nối mỗi 30 giây, hoặc dùng TCP.',
        ],
        refused: [
          `Xem lời từ chối ${method}: thứ làm mới phiên phải được chấp nhận, nên hãy cho phép UPDATE hoặc re-INVITE giữa cuộc gọi.`,
          'Làm mới bằng UPDATE không có SDP ở nơi phía kia cho phép UPDATE: trong đó không có gì để từ chối.',
        ],
        uncounted: [
          `Cập nhật ${sender}: nó để timer chạy tiếp dù phiên đã được làm mới, có thể vì 2xx đó không mang Session-Expires.`,
          'Cho đáp ứng của mọi lần làm mới lặp lại Session-Expires kèm refresher.',
        ],
      }[kind],
      'Để tạm thoát, tắt session timer ở một trong hai trunk (Asterisk PJSIP: timers=no; chan_sip: ' +
        'session-timers=refuse; FreeSWITCH: enable-timer=false).',
    ],
    message: ({ kind, sender, refresher, interval, after, since, method, status }) => {
      const when = `${sender} gác máy ${duration(after)} sau ${since === 'answer' ? 'khi cuộc gọi được trả lời' : 'lần làm mới cuối'}`;
      const ranOut = `${when}: session timer ${interval} giây đã hết hạn`;
      const refresh = `${method} dùng để làm mới session timer ${interval} giây`;
      return {
        absent:
          refresher === ''
            ? `${ranOut}, vì không ai được chọn để làm mới và không ai làm mới.`
            : `${ranOut}, vì ${refresher}, bên phải làm mới, không gửi lần làm mới nào.`,
        unanswered: `${when}, vì ${refresh} không có đáp ứng.`,
        refused: `${when}, vì ${refresh} bị từ chối bằng ${status}.`,
        uncounted: `${ranOut} ở đó, dù một lần làm mới về sau đã được chấp nhận.`,
      }[kind];
    },
    limits: ({ kind }) =>
      kind === 'absent'
        ? 'Lần làm mới đã gửi nhưng mất trước điểm bắt gói tin này, hoặc đi đường khác, không hiện ra ở đây.'
        : '',
  } satisfies RuleWords<typeof sessionTimerExpiryDrop>,
};
