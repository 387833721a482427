/** Words of the rules about what is in the packets of media, and about ICE and DTLS before them. */
import type { RuleWords } from '../../../rules/define.ts';
import { type iceDtlsFailure, ofKeys, unheard } from '../../../rules/rtp/ice-dtls-failure.ts';
import { isNearlyAll, type rtpPayloadTypeUnexpected } from '../../../rules/rtp/rtp-payload-type-unexpected.ts';
import { isMissed, type rtpSourceMismatch } from '../../../rules/rtp/rtp-source-mismatch.ts';
import { concernsKeys, type rtpSsrcChange } from '../../../rules/rtp/rtp-ssrc-change.ts';
import { alertOf } from '../../../rules/tls-alerts.ts';
import { duration } from '../phrases.ts';
import { codecName, codecNames } from './phrases.ts';

const sides = { caller: 'bên gọi', callee: 'bên được gọi' } as const;

export const rtp = {
  'rtp-payload-type-unexpected': {
    title: 'Media mang kiểu tải chưa được thỏa thuận',
    message: ({ kind, deaf, media, source, destination, type, codec, wanted, listed, listedMore, packets, of }) =>
      `${packets} trong ${of} gói ${media} từ ${source} tới ${destination} mang kiểu tải ${type}` +
      (codec === '' ? '' : ` (${codecName(codec)})`) +
      {
        'own-number': `, trong khi ${sides[deaf]} chờ nó ở số ${wanted}.`,
        former: `, kiểu mà ${sides[deaf]} không còn liệt kê từ lần thay đổi cuối (danh sách của họ: ${codecNames(listed, listedMore)}).`,
        unlisted: `, kiểu mà ${sides[deaf]} không liệt kê (danh sách của họ: ${codecNames(listed, listedMore)}).`,
      }[kind],
    why: ({ deaf, ...args }) =>
      isNearlyAll(args)
        ? `Bên nhận bỏ những kiểu tải mà nó không biết: ${sides[deaf]} không nghe thấy gì, hoặc nghe tiếng ồn.`
        : `Bên nhận bỏ những kiểu tải mà nó không biết: ${sides[deaf]} không nghe thấy gì trong lúc chúng tới.`,
    fix: ({ kind, source, type, codec, wanted }) =>
      ({
        'own-number': [
          `Cho ${source} gửi ${codecName(codec)} bằng kiểu tải ${wanted}, số của bên nhận, thay vì ${type}, số của chính nó (RFC 3264 §5.1).`,
          'Nếu một máy chuyển tiếp hoặc SBC nối hai leg ở đó, hãy để nó đổi kiểu tải, hoặc dùng cùng số trên cả hai leg.',
        ],
        former: [
          `Tìm xem ${source} có nhận được offer hoặc answer cuối cùng không, và cho nó đổi codec theo đó.`,
          'Nếu SBC đã trả lời thay nó, hãy tìm re-INVITE hoặc UPDATE trên leg phía sau.',
        ],
        unlisted: [
          `Cho ${source} gửi một codec có trong SDP mà nó nhận được${codec === '' ? '' : `, không phải ${codecName(codec)}`} (RFC 3264 §6.1).`,
          'Nếu hai leg được nối ở giữa, hãy chuyển mã ở đó, hoặc đề nghị trên cả hai leg những codec chung.',
          'So SDP ở mọi chặng: bên gửi có thể đã nhận SDP của leg khác.',
        ],
      })[kind],
  } satisfies RuleWords<typeof rtpPayloadTypeUnexpected>,
  'rtp-ssrc-change': {
    title: 'Luồng media bắt đầu lại giữa cuộc gọi',
    message: ({ kind, media, source, destination, before, after, at, changes, signalled, wrapped, encrypted }) =>
      `Luồng ${media}${encrypted ? ' mã hóa' : ''} từ ${source} tới ${destination} ` +
      {
        source: `đổi SSRC từ ${before} sang ${after}`,
        sequence: `bắt đầu lại số thứ tự với cùng SSRC (${after})`,
        timestamp: `nhảy timestamp với cùng SSRC (${after})`,
      }[kind] +
      ` ${duration(at)} sau khi nhấc máy` +
      (wrapped && concernsKeys({ kind, encrypted }) ? ' và sau hơn 65.535 gói' : '') +
      (signalled === '' ? ', không có báo hiệu nào lúc đó' : `, quanh thời điểm của một ${signalled}`) +
      (changes > 1 ? `; tổng cộng có ${changes} lần thay đổi.` : '.'),
    why: ({ kind, encrypted, wrapped }) =>
      !concernsKeys({ kind, encrypted })
        ? 'Bên nhận phải đặt lại bộ đệm: một tiếng lách tách hoặc một quãng ngắt ngắn, và im lặng từ đó nếu nó không theo kịp.'
        : kind === 'sequence'
          ? 'Bên nhận SRTP coi số lùi lại là gói phát lại, hoặc giải mã với bộ đếm vòng (ROC) sai: im lặng từ đó trở đi.'
          : wrapped
            ? 'Bộ đếm vòng (ROC) của SRTP đã lớn hơn không, và bắt đầu từ không với nguồn mới: bên nào giữ giá trị cũ thì từ đó không giải mã được gì.'
            : 'Bên nhận phải bắt đầu lại với khóa và bộ đệm của nó: im lặng từ đó nếu nó không theo kịp.',
    fix: ({ kind, source, destination, encrypted, signalled }) => [
      `Xem ở ${source} chuyện gì xảy ra lúc đó: một nguồn khác được nối vào (thông báo, nhạc chờ, chuyển cuộc gọi trên leg kia), hoặc dịch vụ media của nó khởi động lại.`,
      ...(concernsKeys({ kind, encrypted })
        ? [
            kind === 'source'
              ? `Cho ${source} bắt đầu bộ đếm vòng của SSRC mới từ không, và ${destination} giữ riêng một bộ đếm cho mỗi SSRC (RFC 3711 §3.3.1).`
              : `Cho ${source} giữ số thứ tự và bộ đếm vòng chừng nào còn giữ khóa, hoặc lấy khóa hay SSRC mới bằng re-INVITE.`,
          ]
        : [
            kind === 'source'
              ? `Cho ${source} đặt bit marker ở gói đầu tiên của nguồn mới, và giữ SSRC cùng số thứ tự ở những chỗ có thể.`
              : `Cho ${source} lấy SSRC mới khi bắt đầu lại, hoặc đi tiếp với số thứ tự và timestamp cũ (RFC 3550 §5.1).`,
          ]),
      ...(signalled === '' && kind !== 'timestamp'
        ? [`Nếu mất tiếng từ lúc đó, hãy xem ${destination} có nhận nguồn khác khi không có re-INVITE không.`]
        : []),
    ],
    limits: ({ signalled }) =>
      signalled === ''
        ? 'Bản ghi không cho biết bên nhận có theo kịp không; máy chủ nối người khác vào trên leg kia cũng làm vậy mà không báo gì trên leg này.'
        : 'Bản ghi không cho biết bên nhận có theo kịp không.',
  } satisfies RuleWords<typeof rtpSsrcChange>,
  'rtp-source-mismatch': {
    title: 'Media tới từ socket mà bên gửi không công bố',
    message: ({ kind, party, media, announced, source, before, destination, packets, at, same, replies }) =>
      ({
        nat: `Luồng ${media} của ${sides[party]} tới ${destination} từ ${source}, còn SDP của họ nêu địa chỉ riêng ${announced}.`,
        port: `Luồng ${media} của ${sides[party]} tới ${destination} từ ${source}, còn SDP của họ nêu cổng khác, ${announced}.`,
        elsewhere: `Luồng ${media} của ${sides[party]} tới ${destination} từ ${source}, còn SDP của họ nêu máy khác, ${announced}.`,
        moved:
          `${duration(at)} sau khi nhấc máy, luồng ${media} của ${sides[party]} bắt đầu tới ${destination} từ ${source} thay vì ${before}` +
          `${same ? '' : ', với SSRC khác'}, không có báo hiệu nào` +
          (isMissed({ replies, source }) ? `; phía kia gửi tới ${replies}.` : '.'),
        second: `Từ ${duration(at)} sau khi nhấc máy, ${packets} gói ${media} tới ${destination} từ ${source}, trong khi gói của ${sides[party]} vẫn tiếp tục tới từ ${before}.`,
      })[kind],
    why: ({ kind, party, source, same, replies }) =>
      ({
        nat: 'Mọi thứ ổn chừng nào phía kia trả về nơi media thật sự tới từ đó (RTP đối xứng); nếu nó theo SDP thì không ai nghe thấy nó.',
        port: 'Tường lửa và NAT chỉ cho vào những gì trả lời cổng đã gửi đi: media gửi tới cổng được công bố có thể bị bỏ.',
        elsewhere: 'Tường lửa chỉ mở cho địa chỉ được công bố, hoặc máy chủ media nghiêm ngặt, sẽ bỏ media này.',
        moved: !same
          ? `Nếu bên nhận chấp nhận, những gì tới từ đó được nghe thay cho ${sides[party]}: đúng khi là chuyển đổi dự phòng, sai khi bị chèn vào.`
          : isMissed({ replies, source })
            ? `Phía kia vẫn gửi tới nơi media tới từ đó trước đây: từ lúc đó ${sides[party]} không nghe thấy gì.`
            : `Máy chủ media coi nguồn đầu tiên là nguồn duy nhất sẽ bỏ nguồn mới: từ lúc đó không ai nghe thấy ${sides[party]}.`,
        second:
          'Bên nhận trộn cả hai, nhảy qua lại giữa chúng hoặc theo nguồn sau cùng: có âm thanh lạ trong cuộc gọi, hoặc mất âm thanh đúng.',
      })[kind],
    fix: ({ kind, party, source, announced, before, destination, same }) =>
      ({
        nat: [
          `Cho máy ở ${destination} trả về nguồn thật của media (rtp_symmetric, comedia, rtpengine) chừng nào ${sides[party]} còn ở sau NAT.`,
          `Hoặc cho ${sides[party]} công bố địa chỉ mà người khác tới được, thay cho ${announced} (external_media_address, ext-rtp-ip, STUN, ICE).`,
        ],
        port: [
          `Cho ${sides[party]} gửi từ chính cổng mà nó công bố (RFC 4961): RTP đối xứng, ở phần lớn thiết bị là một thiết lập.`,
          'Nếu NAT đổi cổng trên đường đi, hãy cho phía kia trả về nguồn thật của media.',
        ],
        elsewhere: [
          `Tìm xem ${source} là gì: nếu là máy chuyển tiếp hoặc địa chỉ thứ hai của ${sides[party]}, hãy để SDP nêu nó thay cho ${announced}.`,
          'Nếu luật tường lửa được tạo theo SDP, hãy mở cả cho địa chỉ này.',
        ],
        moved: same
          ? [
              `Tìm NAT hoặc router giữa ${sides[party]} và ${destination} đã cấp ánh xạ khác cho luồng: khởi động lại, đường lên thứ hai, hoặc hết hạn sau khi im lặng.`,
              'Gửi gì đó trong mỗi quãng nghỉ (comfort noise, RTP keep-alive theo RFC 6263) để ánh xạ không hết hạn.',
              `Cho máy ở ${destination} theo nguồn dịch chuyển, ít nhất trong chốc lát sau khi im lặng.`,
            ]
          : [
              `Tìm xem ${source} là gì: máy chủ media đã tiếp quản, hoặc ai đó chèn media vào.`,
              `Cho máy chủ media trước ${destination} giữ nguồn mà nó biết đầu tiên (strictrtp trong Asterisk, strict-source trong rtpengine), và dùng SRTP.`,
            ],
        second: [
          `Tìm xem ${source} là gì: máy chủ media chưa được giải phóng, hoặc ai đó chèn media vào cổng ${destination}.`,
          `Cho máy chủ media ở đó chỉ nhận từ ${before} (strictrtp trong Asterisk, strict-source trong rtpengine), và dùng SRTP.`,
        ],
      })[kind],
    limits: ({ kind }) =>
      kind === 'moved' || kind === 'second'
        ? 'Bản ghi không cho biết bên nhận có chấp nhận nguồn mới không.'
        : kind === 'port'
          ? 'Bản ghi không cho biết bên gửi có nghe ở cổng được công bố không.'
          : '',
  } satisfies RuleWords<typeof rtpSourceMismatch>,
  'ice-dtls-failure': {
    title: 'ICE hoặc DTLS không hoàn tất',
    message: ({ kind, from, to, pairs, requests, codes, alert, by, lasted, setup }) => {
      const refused = codes.join(' và ');
      return {
        unanswered: `ICE không tìm được đường nào trong ${duration(lasted)}: ${requests} lần kiểm tra trên ${pairs} cặp socket không được trả lời, trong đó có từ ${from} tới ${to}.`,
        conflict: `ICE không tìm được đường nào trong ${duration(lasted)}: ${to} nhận cùng vai trò với ${from} và từ chối các lần kiểm tra bằng 487.`,
        refused: `ICE không tìm được đường nào trong ${duration(lasted)}: ${to} từ chối các lần kiểm tra của ${from} bằng ${refused}.`,
        unnominated: `Kiểm tra ICE giữa ${from} và ${to} thành công, nhưng trong ${duration(lasted)} không cặp socket nào được chọn.`,
        turn: `Máy chủ TURN ${to} từ chối yêu cầu của ${from} bằng ${refused}, và media không còn đường nào khác.`,
        silent: `${from} yêu cầu ${to} bắt tay DTLS ${requests} lần trong ${duration(lasted)} mà không được trả lời.`,
        alert: `${by === '' ? to : by} cắt ngang bắt tay DTLS giữa ${from} và ${to} bằng alert ${alertOf(alert)?.name ?? 'số'} (${alert}).`,
        stuck: `Bắt tay DTLS giữa ${from} và ${to} đã bắt đầu nhưng không xong trong ${duration(lasted)}.`,
        idle: `ICE giữa ${from} và ${to} đã thông, nhưng trong ${duration(lasted)} không phía nào bắt đầu bắt tay DTLS (a=setup:${setup.join(', a=setup:')}).`,
      }[kind];
    },
    why: ({ kind }) =>
      ofKeys.has(kind)
        ? 'Không bắt tay thì không có khóa: không phía nào giải mã được, và phần lớn không gửi gì cả.'
        : 'Không có cặp địa chỉ dùng được thì không có media: cả hai chiều im lặng, và phần lớn người dùng gác máy.',
    fix: ({ kind, from, to, by, hashes, setup }) =>
      ({
        unanswered: [
          'Mở UDP giữa các cổng media của hai phía trên mọi tường lửa, hoặc cho cả hai một máy chủ TURN mà chúng tới được, nếu cần thì qua TCP hoặc TLS ở cổng 443.',
          `Kiểm tra ${to} có chạy ICE và trả lời kiểm tra ở socket đó không; khi cả hai phía ở sau NAT đối xứng thì chỉ có máy chuyển tiếp giúp được.`,
          'Nếu ứng viên được gửi sau (trickle ICE), kiểm tra chúng có tới nơi và phía kia có nhận không.',
        ],
        conflict: [
          'Để một phía điều khiển: bên đưa offer, hoặc bên cài đặt đầy đủ khi bên kia là lite (RFC 8445 §6.1.1).',
          `Nếu SBC biến offer thành answer, hãy để nó kết thúc ICE riêng trên từng leg; ${to} phải đổi vai trò sau 487.`,
        ],
        refused: [
          'So a=ice-ufrag và a=ice-pwd của offer và answer cuối cùng với tên người dùng trong các lần kiểm tra: một phía dùng của offer trước hoặc của leg khác.',
          `Đọc log của ${to} để biết vì sao nó từ chối.`,
        ],
        unnominated: [
          `Xem log của ${from}, bên điều khiển: nó phải chọn một cặp dùng được (USE-CANDIDATE).`,
          'Nếu một phía là lite, kiểm tra nó có nói a=ice-lite không và phía kia có nhận vai trò điều khiển không.',
        ],
        turn: [
          `Kiểm tra người dùng, mật khẩu và đồng hồ đối với ${to} (401, 438), hạn mức và cổng của nó (486, 508), và không ai làm mới một allocation đã mất (437).`,
          'Cho máy khách hỏi máy chủ TURN thứ hai, hoặc mở đường UDP trực tiếp.',
        ],
        silent: [
          `Kiểm tra ${to} có chạy DTLS trên socket media của nó không, và không tường lửa nào giữa nó và ${from} bỏ các gói trên 1.200 byte.`,
          'So a=setup của hai phía: một bên phải là active, bên kia passive (RFC 5763 §5).',
        ],
        alert: [
          'So chứng thư của mỗi phía với a=fingerprint mà phía kia nhận được: SBC có thể chỉ thay một trong hai.',
          ...(hashes.length > 0
            ? [
                `Cho cả hai công bố a=fingerprint:sha-256 thay cho ${hashes.join(' và ')}: không phải thiết bị nào cũng nhận hàm băm cũ.`,
              ]
            : []),
          `Đọc log của ${by === '' ? to : by}; hai bên phải có chung một phiên bản DTLS và một bộ mã.`,
        ],
        stuck: [
          `Bắt gói ở cả hai phía: gói lớn mang chứng thư có thể mất mảnh giữa ${from} và ${to}; hạ MTU của DTLS xuống 1.200 byte.`,
          'Đọc log DTLS của cả hai phía để biết chúng đang chờ bản tin nào.',
        ],
        idle: [
          `So a=setup: bên gọi nói ${setup[0]} và bên được gọi nói ${setup[1]}; một bên phải là active và bắt đầu (RFC 5763 §5).`,
          'Nếu SBC chuyển tiếp SDP, hãy để nó tự kết thúc DTLS hoặc chuyển a=setup và a=fingerprint nguyên vẹn.',
        ],
      })[kind],
    limits: ({ kind }) =>
      unheard.has(kind)
        ? 'Ở một điểm bắt gói không thấy được yêu cầu không tới nơi hay câu trả lời bị mất trên đường về.'
        : '',
  } satisfies RuleWords<typeof iceDtlsFailure>,
};
