/** Words of the rules about offers and answers. */
import type { ArgsOf, RuleWords } from '../../../rules/define.ts';
import type { codecNoOverlap } from '../../../rules/sdp/codec-no-overlap.ts';
import { type dtmfMismatch, keysTold } from '../../../rules/sdp/dtmf-mismatch.ts';
import type { holdDirectionProblem } from '../../../rules/sdp/hold-direction-problem.ts';
import type { offerAnswerViolation } from '../../../rules/sdp/offer-answer-violation.ts';
import type { sdpAnswerInvalid } from '../../../rules/sdp/sdp-answer-invalid.ts';
import type { sdpVersionAnomaly } from '../../../rules/sdp/sdp-version-anomaly.ts';
import type { srtpProfileMismatch } from '../../../rules/sdp/srtp-profile-mismatch.ts';
import type { t38Failure } from '../../../rules/sdp/t38-failure.ts';
import { duration } from '../phrases.ts';
import { codecName, codecNames } from './phrases.ts';

const changes: Readonly<Record<ArgsOf<typeof sdpVersionAnomaly>['changed'], string>> = {
  '': '',
  streams: 'số luồng',
  address: 'địa chỉ media',
  port: 'cổng media',
  codecs: 'codec',
  direction: 'chiều media',
  profile: 'profile',
  media: 'media',
};

export const sdp = {
  'codec-no-overlap': {
    title: 'Không có codec chung',
    why: ({ kind, harmless }) =>
      harmless
        ? 'Không mất gì: cuộc gọi vẫn tiếp tục mà không cần nó.'
        : {
            refused: 'Cuộc gọi, hoặc thay đổi của nó, thất bại dù liên lạc được với cả hai phía.',
            'all-rejected': 'Cuộc gọi đã thông mà không mang media nào.',
            'no-common': 'Không phía nào giải mã được những gì phía kia gửi: im lặng hoặc tiếng ồn.',
            'events-only': 'Chữ số đi qua được còn tiếng nói thì không: cuộc gọi im lặng.',
            packing:
              'Hai phía dùng cùng codec nhưng đóng gói bit khác nhau, nên phía nào cũng nghe tiếng ồn từ phía kia.',
          }[kind],
    fix: ({ kind, offerer, answerer, offered, offeredMore, supported, supportedMore, warning, harmless }) => {
      if (harmless) return ['Không cần làm gì, trừ khi cần media này (video, fax): khi đó hãy bật ở cả hai phía.'];
      if (kind === 'packing') {
        return [`Đặt octet-align của AMR giống nhau trên ${offerer} và ${answerer}, hoặc để SBC chuyển mã.`];
      }
      return [
        ...(warning === '' ? [] : [`Bắt đầu từ Warning của ${answerer}: "${warning}".`]),
        `Cho phép trên ${answerer} một codec mà ${offerer} đề nghị (${codecNames(offered, offeredMore)}), hoặc trên ${offerer} một codec mà ${answerer} có${supported.length === 0 ? '' : ` (${codecNames(supported, supportedMore)})`}; PCMA hoặc PCMU là điểm chung an toàn nhất.`,
        'Nếu danh sách codec buộc phải khác nhau, hãy để PBX hoặc SBC ở giữa chuyển mã.',
        ...(kind === 'refused'
          ? [
              'Nếu codec khớp, so sánh họ địa chỉ, mã hóa và thời gian gói (ptime) của offer với thiết lập của ' +
                'phía kia.',
            ]
          : []),
      ];
    },
    message: ({ kind, offerer, answerer, carrier, status, told, ...args }) => {
      const media = args.media.join(' và ') || 'không có media';
      const offered = codecNames(args.offered, args.offeredMore);
      const supported = codecNames(args.supported, args.supportedMore);
      return {
        refused: `${answerer} từ chối offer (${media}) của ${offerer} bằng ${status}; đề nghị: ${offered}${told ? `; chấp nhận được: ${supported}` : ''}.`,
        'all-rejected': `${answerer} chấp nhận cuộc gọi trong ${carrier} nhưng từ chối mọi luồng của ${offerer} (${media}: ${offered}) bằng cổng 0.`,
        'no-common': `${carrier} của ${answerer} chọn ${supported}, còn ${offerer} đã đề nghị ${offered}: hai bên không có codec chung.`,
        'events-only': `${offerer} đề nghị ${offered}, và ${carrier} của ${answerer} không có gì chung ngoài telephone-event.`,
        packing: `${carrier} của ${answerer} chọn ${supported} với octet-align khác với đề nghị của ${offerer}.`,
      }[kind];
    },
    limits: ({ kind, warning, told }) =>
      kind === 'refused' && warning === '' && !told
        ? 'Lời từ chối không nói điều gì không chấp nhận được: có thể là thứ khác trong offer, không phải codec.'
        : '',
  } satisfies RuleWords<typeof codecNoOverlap>,

  'dtmf-mismatch': {
    title: 'Chữ số (DTMF) sẽ không đi qua được',
    why: ({ kind }) => {
      const garbled =
        'Chữ số nhiều nhất chỉ đi như âm trong tiếng nói, thứ bị codec và mất gói làm méo: menu và nhập PIN có thể thất bại.';
      const doubled = 'Một phím được tính thành nhiều phím: menu nhảy sai, mã PIN và số điện thoại thừa chữ số.';
      return {
        dropped: garbled,
        neither: garbled,
        clock:
          'Nhiều thiết bị không gửi sự kiện ở tần số lấy mẫu khác với codec, nên menu có thể không nhận được chữ số.',
        'info-refused': 'Chữ số bị mất: menu, nhập PIN và mã hội nghị không phản ứng.',
        'event-type': 'Bên nhận bỏ kiểu tải mà nó không biết: menu, nhập PIN và mã không phản ứng.',
        twice: doubled,
        split: doubled,
        'no-end': 'Phím như bị giữ mãi: bên nhận phải đoán lúc kết thúc, và có thể bỏ sót hoặc lặp lại phím.',
        stalled: 'Bên nhận nào chờ đủ một độ dài nhất định có thể bỏ sót phím, hoặc phát nó quá ngắn.',
        'few-ends': 'Nếu gói kết thúc bị mất, phím như bị giữ mãi.',
      }[kind];
    },
    fix: ({ kind, sender, other, codec, events, status, type }) =>
      ({
        dropped: [
          `Bật sự kiện RFC 4733 trên ${sender} (dtmf_mode=rfc4733 trong Asterisk PJSIP, liberal-dtmf hoặc rfc2833-pt trong FreeSWITCH).`,
          'Nếu có SBC ở giữa, kiểm tra chính sách codec của nó không gỡ telephone-event.',
          `Nếu ${sender} chỉ nhận INFO, hãy đặt ${other} dùng SIP INFO riêng trên leg này.`,
        ],
        neither: [
          `Bật telephone-event trên ${other} và ${sender}; ${codecName(codec)} không truyền âm DTMF nguyên vẹn.`,
          'Nếu không dùng được sự kiện, hãy dùng PCMA hoặc PCMU cho cuộc gọi tới menu và hội nghị.',
        ],
        clock: [
          `Cho cả hai phía liệt kê telephone-event cả ở tần số lấy mẫu của ${codecName(codec)}.`,
          'Hoặc ưu tiên codec 8000 Hz cho cuộc gọi cần chữ số.',
        ],
        'info-refused': [
          `Chuyển ${sender} từ SIP INFO sang sự kiện RFC 4733 (telephone-event), nếu cả hai phía đã thỏa thuận.`,
          status === 481
            ? `So sánh các tag của INFO với của hội thoại: ${other} không biết nó.`
            : `Hoặc bật DTMF qua INFO trên ${other}, với cùng kiểu nội dung.`,
        ],
        'event-type': [
          events.length === 0
            ? `Chỉ cho ${sender} gửi sự kiện khi SDP của phía kia liệt kê telephone-event; nếu không thì dùng INFO hoặc âm.`
            : `Cho ${sender} gửi sự kiện bằng kiểu tải ${events.join(' hoặc ')}, số của bên nhận, thay vì ${type} (RFC 3264 §5.1).`,
          'Nếu một máy chuyển tiếp hoặc SBC nối hai leg ở đó, hãy để nó đổi cả kiểu tải của telephone-event.',
        ],
        twice: [
          `Chỉ bật một cách gửi DTMF trên ${sender}: sự kiện RFC 4733, hoặc SIP INFO (không phải "auto" hay "cả hai").`,
          'Nếu máy chủ ở giữa tạo INFO từ sự kiện, hãy để nó gỡ sự kiện khỏi media.',
        ],
        'no-end': [
          `Cập nhật ${sender}: các gói cuối của một sự kiện mang bit kết thúc và được gửi ba lần (RFC 4733 §2.5.1.4).`,
          'Nếu bộ chuyển mã hoặc máy chuyển tiếp tạo ra sự kiện, hãy xem nó nhận được gì từ phía bên kia.',
        ],
        split: [
          `Cập nhật ${sender}, hoặc máy chuyển tiếp đánh số gói của nó: mọi gói của một sự kiện mang timestamp lúc bắt đầu (RFC 4733 §2.5.1.2).`,
        ],
        stalled: [
          `Cập nhật ${sender}: mỗi gói của một sự kiện cho biết phím đã được nhấn bao lâu (RFC 4733 §2.5.1.2).`,
        ],
        'few-ends': [`Không cần làm gì khi không mất gói; nếu có, hãy cập nhật ${sender} (RFC 4733 §2.5.1.4).`],
      })[kind],
    message: ({ kind, sender, other, carrier, codec, events, status, type, keys, count: n }) => {
      const sent = `${n} phím (${keysTold({ keys, count: n })}) từ ${sender} tới ${other}`;
      return {
        dropped: `${other} đề nghị telephone-event, và ${carrier} của ${sender} chấp nhận ${codecName(codec)} mà không kèm nó.`,
        neither: `${other} và ${sender} thống nhất ${codecName(codec)} mà không có telephone-event: không gì mang chữ số một cách tin cậy.`,
        clock: `${carrier} của ${sender} chọn ${codecName(codec)}, trong khi telephone-event chỉ có ở ${events.join(' và ')}.`,
        'info-refused': `Chữ số mà ${sender} gửi bằng INFO (${events.join(', ')}) bị ${other} từ chối bằng ${status}.`,
        'event-type': `${sent} tới dưới dạng sự kiện với kiểu tải ${type}, còn bên nhận ${events.length === 0 ? 'không liệt kê telephone-event' : `liệt kê telephone-event là ${events.join(' và ')}`}.`,
        twice: `${sent} tới cùng lúc bằng sự kiện RTP và bằng INFO.`,
        'no-end': `${sent} tới bằng sự kiện RTP không bao giờ kết thúc: không gói nào có bit kết thúc.`,
        split: `Mỗi phím từ ${sender} tới ${other} thành nhiều phím: ${n} sự kiện RTP cho ${keys.join(' ')}, mỗi sự kiện một timestamp riêng.`,
        stalled: `${sent} tới bằng sự kiện RTP mà độ dài không tăng từ gói này sang gói khác.`,
        'few-ends': `${sent} tới bằng sự kiện RTP mà phần kết thúc không được gửi ba lần.`,
      }[kind];
    },
    limits: ({ kind, digits }) =>
      kind === 'info-refused' || digits ? '' : 'Bản ghi không cho biết có ai cần chữ số trong cuộc gọi này hay không.',
  } satisfies RuleWords<typeof dtmfMismatch>,

  'hold-direction-problem': {
    title: 'Giữ máy hoặc nối lại với chiều media sai',
    why: ({ kind }) =>
      ({
        'illegal-answer':
          'Hai phía không thống nhất ai gửi: có thể thiếu nhạc chờ, hoặc tiếng nói vẫn đi ở nơi không được nghe.',
        'zero-address':
          'Thiết bị mới coi 0.0.0.0 là lỗi hoặc không gửi RTCP: nhạc chờ và việc nối lại có thể thất bại.',
        'not-resumed': 'Cuộc gọi vẫn bị giữ ở một chiều: sau khi nối lại, một phía không nghe gì.',
        stuck: 'Việc giữ máy của phía kia quay lại như ý muốn của phía này, nên cuộc gọi có thể im lặng mãi.',
      })[kind],
    fix: ({ kind, sender, other }) =>
      ({
        'illegal-answer': [
          `Cho ${sender} trả lời đối xứng với chiều của offer: recvonly hoặc inactive cho sendonly, sendonly hoặc inactive cho recvonly, inactive cho inactive.`,
          `Nếu ${sender} là SBC, kiểm tra nó có chuyển a=sendonly và a=inactive qua ở cả hai chiều.`,
        ],
        'zero-address': [
          `Đặt ${sender} giữ máy bằng a=sendonly hoặc a=inactive với địa chỉ thật của nó (RFC 3264 §8.4).`,
        ],
        'not-resumed': [
          `Cho ${sender} trả lời offer sendrecv theo ý muốn của chính nó, không theo trạng thái cuối của phiên (RFC 6337 §5.1).`,
          `Nếu có SBC hoặc máy chủ hội nghị ở giữa, xem ${sender} có thấy việc nối lại của ${other} hay không.`,
        ],
        stuck: [
          `Cho ${sender} tạo offer theo điều chính nó muốn, ở đây là sendrecv, không theo điều đã thỏa thuận lần cuối (RFC 6337 §5.3).`,
          `Cho ${other} nối lại bằng offer của chính nó thay vì INVITE không có SDP.`,
        ],
      })[kind],
    message: ({ kind, sender, other, carrier, media, offered, answered }) =>
      ({
        'illegal-answer': `${other} đề nghị ${media} với ${offered}, và ${carrier} của ${sender} trả lời ${answered}.`,
        'zero-address': `${carrier} của ${sender} giữ ${media} bằng địa chỉ 0.0.0.0.`,
        'not-resumed': `${other} nối lại ${media} bằng sendrecv, và ${carrier} của ${sender} trả lời ${answered}.`,
        stuck: `Khi được hỏi offer, ${sender} gửi ${media} với ${offered} trong ${carrier}, trạng thái mà việc giữ máy của ${other} để lại.`,
      })[kind],
    limits: ({ kind }) =>
      kind === 'illegal-answer'
        ? 'Chỉ RTP mới cho thấy phía nào thật sự gửi.'
        : kind === 'not-resumed' || kind === 'stuck'
          ? 'Người dùng bấm giữ máy hoặc tắt tiếng trên thiết bị đó cùng lúc trông cũng y như vậy.'
          : '',
  } satisfies RuleWords<typeof holdDirectionProblem>,

  'offer-answer-violation': {
    title: 'Offer không có answer, hoặc answer không có offer',
    why: ({ kind }) =>
      ({
        'offer-missing':
          'Cuộc gọi được trả lời mà không ai biết gửi media đi đâu: im lặng, và phần lớn bên gọi gác máy ngay.',
        'answer-missing': 'Bên đề nghị không bao giờ biết gửi media đi đâu: cuộc gọi im lặng hoặc bị rớt.',
        'answer-late': 'Bên gọi chờ answer trong đáp ứng cuối sẽ im lặng hoặc gác máy; bên khác dùng answer đến sớm.',
        'answer-changed': 'Bên gọi giữ mô tả đầu tiên gửi media sai chỗ: chỉ nghe một chiều hoặc bị cắt phần đầu.',
        'offer-while-pending': 'Hai phía có thể hiểu phiên khác nhau; phần lớn từ chối offer thứ hai.',
        'answer-unasked': 'Bên nhận khắt khe coi là lỗi; bên khác có thể thay đổi phiên dù không ai yêu cầu.',
      })[kind],
    fix: ({ kind, sender, other, carrier }) => [
      {
        'offer-missing': `Cho ${sender} đưa offer vào ${carrier}: INVITE không có SDP là yêu cầu một offer.`,
        'answer-missing': `Cho ${sender} đưa answer vào ${carrier}.`,
        'answer-late': `Cho ${sender} lặp lại SDP của đáp ứng tạm trong ${carrier}.`,
        'answer-changed': `Cho ${sender} dùng To tag khác cho mỗi nguồn media, hoặc thay đổi phiên bằng UPDATE hay re-INVITE sau khi trả lời.`,
        'offer-while-pending': `Cho ${sender} chờ answer của offer đang mở rồi mới tạo offer khác.`,
        'answer-unasked': `Cho ${sender} bỏ SDP khỏi ACK: offer đã được trả lời từ trước.`,
      }[kind],
      kind === 'answer-changed'
        ? `Nếu ${sender} phát thông báo trước khi nối máy, cho nó chuyển tiếp media đó tại cùng một địa chỉ.`
        : `Nếu ${sender} là SBC hoặc PBX nối hai cuộc gọi, xem nó chuyển cuộc gọi không có offer sớm (offer trễ) thành cuộc gọi khác thế nào.`,
      kind === 'answer-changed'
        ? `Cho ${other} theo mô tả cuối cùng nó nhận được.`
        : 'Nếu chỉ một số cuộc gọi thất bại, so sánh đường đi của SDP với cuộc gọi chạy tốt: một quy tắc gỡ thân khỏi một bản tin là đủ gây ra.',
    ],
    message: ({ kind, sender, other, carrier, about, status }) =>
      ({
        'offer-missing': `${about} của ${other} không có SDP, và ${carrier} của ${sender} cũng không mang offer.`,
        'answer-missing': `${carrier} của ${sender} không mang SDP, dù nó nợ ${other} answer cho offer trong ${about}.`,
        'answer-late': `${carrier} của ${sender} không mang SDP; answer cho ${other} chỉ có trong một đáp ứng tạm không tin cậy.`,
        'answer-changed': `Answer trong ${carrier} của ${sender} khác với SDP mà ${about} của nó đã cho thấy.`,
        'offer-while-pending': `${sender} tạo offer mới trong ${carrier} trước khi offer trong ${about} được trả lời${status === 0 ? '' : `, và nhận ${status}`}.`,
        'answer-unasked': `${carrier} của ${sender} mang SDP, dù ${about} đã trả lời offer của nó.`,
      })[kind],
    limits: ({ kind }) =>
      kind === 'answer-changed'
        ? 'Nhiều bên gọi theo mô tả đến sau mà không hại gì.'
        : kind === 'offer-missing'
          ? 'Cuộc gọi chỉ để bật tắt một tính năng của PBX hoặc thử báo hiệu chủ ý không dùng media.'
          : '',
  } satisfies RuleWords<typeof offerAnswerViolation>,

  'sdp-answer-invalid': {
    title: 'SDP answer không khớp với offer',
    why: ({ kind }) =>
      ({
        count:
          'Answer được ghép với offer theo từng dòng: nhiều thiết bị kết thúc cuộc gọi ngay, thiết bị khác nối ' +
          'sai luồng.',
        kind: 'Answer được ghép với offer theo từng dòng: các luồng bị lẫn hoặc cuộc gọi kết thúc ngay.',
        protocol:
          'Bên đề nghị không buộc phải nhận media theo profile khác: nhiều thiết bị kết thúc cuộc gọi hoặc không ' +
          'gửi gì.',
        revived: 'Bên đề nghị đã rút luồng này và không lắng nghe: những gì gửi tới đó bị mất.',
        unnamed: 'Bên nhận không biết số này là codec nào, nên bỏ hoặc làm méo những gì nhận được.',
        'rtcp-mux':
          'RTCP được gửi tới nơi không ai chờ: thiếu báo cáo chất lượng, và một số thiết bị kết thúc cuộc gọi vì ' +
          'thiếu RTCP.',
        'no-address': 'Bên đề nghị không biết gửi media đi đâu: chỉ nghe một chiều, hoặc cuộc gọi kết thúc.',
        fewer:
          'Luồng có thể đóng bằng cổng 0 nhưng không bao giờ được bỏ đi: phía kia từ chối offer hoặc lẫn các luồng.',
      })[kind],
    fix: ({ kind, sender }) => [
      {
        count: `Cho ${sender} trả lời mọi dòng m= theo thứ tự của offer, với cổng 0 cho luồng nó không muốn.`,
        kind: `Cho ${sender} trả lời các dòng m= theo thứ tự của offer, với cổng 0 cho luồng nó không muốn.`,
        protocol: `Cho ${sender} trả lời theo profile đã đề nghị, hoặc từ chối luồng bằng cổng 0.`,
        revived: `Cho ${sender} trả lời cổng 0 cho luồng được đề nghị với cổng 0.`,
        unnamed: `Cho ${sender} ghi dòng a=rtpmap cho mọi payload type từ 96 trở lên.`,
        'rtcp-mux': `Cho ${sender} chỉ trả lời a=rtcp-mux khi được đề nghị.`,
        'no-address': `Cho ${sender} ghi dòng c= cho phiên hoặc cho từng luồng.`,
        fewer: `Cho ${sender} giữ mọi dòng m= của phiên trong các offer sau, với cổng 0 cho luồng đã kết thúc.`,
      }[kind],
      `Nếu ${sender} là SBC hoặc media relay, tìm trong nó quy tắc gỡ hoặc sửa dòng SDP.`,
      'Nếu đó là thiết bị, tìm firmware mới hơn: chỉ nhà sản xuất mới đổi được cách nó tạo SDP.',
    ],
    message: ({ kind, sender, other, carrier, line, expected, found }) =>
      ({
        count: `${carrier} của ${sender} có ${found} dòng m= trong khi offer của ${other} có ${expected}.`,
        kind: `${carrier} của ${sender} có ${found} ở dòng m= thứ ${line}, trong khi ${other} đề nghị ${expected}.`,
        protocol: `${carrier} của ${sender} trả lời dòng m= thứ ${line} là ${found}, trong khi ${other} đề nghị ${expected}.`,
        revived: `${carrier} của ${sender} mở cổng ${found} cho dòng m= thứ ${line}, dòng mà ${other} đề nghị với cổng 0.`,
        unnamed: `${carrier} của ${sender} dùng payload type ${found} ở dòng m= thứ ${line} mà không có rtpmap nói đó là gì.`,
        'rtcp-mux': `${carrier} của ${sender} có a=rtcp-mux cho dòng m= thứ ${line}, điều ${other} không đề nghị.`,
        'no-address': `${carrier} của ${sender} không có dòng c= cho dòng m= thứ ${line}.`,
        fewer: `Offer mới trong ${carrier} của ${sender} có ${found} dòng m=, trong khi phiên đã có ${expected}.`,
      })[kind],
  } satisfies RuleWords<typeof sdpAnswerInvalid>,

  'sdp-version-anomaly': {
    title: 'Phiên bản SDP không theo kịp thay đổi',
    why: ({ kind }) =>
      ({
        unchanged:
          'Bên nhận dựa vào phiên bản sẽ bỏ qua thay đổi: media tiếp tục đi tới địa chỉ cũ, hoặc giữ máy không có ' +
          'tác dụng.',
        lower: 'Bên nhận dựa vào phiên bản coi mô tả này là cũ và có thể bỏ qua.',
        'other-session': 'Bên nhận khắt khe coi đó là phiên mới: có thể từ chối hoặc khởi động lại media.',
      })[kind],
    fix: ({ kind, sender }) =>
      kind === 'other-session'
        ? [
            `Kiểm tra ${sender} có nối hai cuộc gọi (chuyển cuộc gọi, điều khiển bên thứ ba) hoặc đã chuyển dự phòng sang nút khác: khi đó điều này là bình thường.`,
            `Nếu không, cho ${sender} giữ dòng o= của hội thoại và tăng dần phiên bản.`,
          ]
        : [
            `Cho ${sender} tăng phiên bản trong o= thêm một với mỗi thay đổi của SDP.`,
            `Nếu media relay sửa SDP ở ${sender}, cho nó làm chủ dòng o= (rtpengine: các cờ replace-origin và replace-SDP-version).`,
          ],
    message: ({ kind, sender, carrier, before, now, changed }) =>
      ({
        unchanged: `${carrier} của ${sender} thay đổi ${changes[changed]} dưới cùng phiên bản ${now} mà dòng o= đã có trước đó.`,
        lower: `Phiên bản trong dòng o= của ${sender} lùi từ ${before} về ${now} trong ${carrier}.`,
        'other-session': `Dòng o= của ${sender} thay đổi trong hội thoại: "${before}" thành "${now}" trong ${carrier}.`,
      })[kind],
    limits: ({ kind }) =>
      kind === 'other-session'
        ? 'Chuyển cuộc gọi và điều khiển cuộc gọi bởi bên thứ ba thay đổi dòng o= một cách chính đáng.'
        : 'Nhiều bên nhận không xem phiên bản.',
  } satisfies RuleWords<typeof sdpVersionAnomaly>,

  'srtp-profile-mismatch': {
    title: 'Mã hóa media không khớp',
    why: ({ kind }) =>
      ({
        profile:
          'Một phía mã hóa còn phía kia thì không: phần lớn thiết bị gác máy ngay, số còn lại phát tiếng ồn hoặc ' +
          'im lặng.',
        'no-keys': 'Không có khóa thì không mã hóa hay giải mã được gì: phía kia từ chối luồng hoặc im lặng.',
        'wrong-keys': 'Profile đòi bắt tay DTLS mà phía này không có chứng thư, nên không có media nào chạy.',
        'key-not-offered':
          'Bên đề nghị không giải mã được bằng khóa nó chưa từng đưa ra: chỉ nghe một chiều hoặc không có tiếng.',
        setup: 'Bắt tay DTLS không bao giờ bắt đầu, hoặc cả hai phía cùng bắt đầu: không có khóa, không có media.',
        refused:
          'Cuộc gọi, hoặc thay đổi của nó, thất bại: phía kia muốn media không mã hóa, hoặc cấp khóa theo cách khác.',
      })[kind],
    fix: ({ kind, sender, other }) =>
      kind === 'setup'
        ? [
            `Cho ${sender} trả lời a=setup:active (hoặc passive) cho offer actpass, và vai trò ngược lại cho offer khác.`,
            'Nếu SBC chuyển tiếp SDP, cho nó tự kết thúc DTLS hoặc chuyển nguyên các vai trò.',
          ]
        : kind === 'key-not-offered'
          ? [
              `Cho ${sender} trả lời với tag và suite của một trong các dòng a=crypto được đề nghị.`,
              'Bật AES_CM_128_HMAC_SHA1_80 ở cả hai phía: mọi thiết bị SDES đều có.',
            ]
          : [
              `Đặt mã hóa media của ${sender} và ${other} giống nhau: tắt, SDES hoặc DTLS (media_encryption trong Asterisk PJSIP, rtp_secure_media trong FreeSWITCH).`,
              'Nếu buộc phải khác nhau, hãy để SBC hoặc media relay chuyển đổi (rtpengine: ' +
                'transport-protocol=RTP/AVP hoặc RTP/SAVP, với SDES hoặc DTLS tắt).',
              ...(kind === 'no-keys' || kind === 'wrong-keys'
                ? [
                    `Kiểm tra không có gì ở giữa gỡ a=crypto hoặc a=fingerprint khỏi SDP của ${sender}; trên nhiều thiết bị SDES còn cần báo hiệu TLS.`,
                  ]
                : []),
            ],
    message: ({ kind, sender, other, carrier, media, offered, answered, status }) =>
      ({
        profile: `${other} đề nghị ${media} theo ${offered}, và ${carrier} của ${sender} trả lời ${answered}.`,
        'no-keys': `${carrier} của ${sender} báo ${media} được mã hóa (${answered || offered}) mà không có a=crypto và không có a=fingerprint.`,
        'wrong-keys': `${carrier} của ${sender} báo ${media} qua ${answered || offered} với a=crypto mà không có a=fingerprint.`,
        'key-not-offered': `${carrier} của ${sender} dùng khóa "${answered}" cho ${media}, trong khi ${other} đề nghị "${offered}".`,
        setup: `${carrier} của ${sender} có ${answered} cho ${media} trong khi ${other} đề nghị ${offered}.`,
        refused: `${sender} từ chối offer của ${other}, vốn chỉ có ${media} được mã hóa (${offered}), bằng ${status}.`,
      })[kind],
    limits: ({ kind }) =>
      kind === 'refused' ? 'Lời từ chối không nói mã hóa hay điều khác không chấp nhận được.' : '',
  } satisfies RuleWords<typeof srtpProfileMismatch>,

  't38-failure': {
    title: 'Fax không chuyển sang T.38',
    why: ({ outcome }) =>
      ({
        compressed: 'Fax rất có thể sẽ thất bại: âm của nó không qua nổi codec nén.',
        ended: 'Fax không được truyền: cuộc gọi kết thúc ngay khi T.38 bị từ chối.',
        '': 'Fax rất có thể sẽ thất bại: sau khi chuyển, hai máy không nghe thấy nhau.',
      })[outcome],
    fix: ({ kind, sender, other, codec, outcome }) => {
      if (kind === 'silent') {
        return [
          `Bắt gói ở ${sender} và ở ${other}: nếu UDPTL có rời một nơi, tường lửa hoặc NAT trên đường đã bỏ nó; hãy mở các cổng này cho UDP.`,
          'Nếu không nơi nào gửi, tìm xem có phải T.38 do một thiết bị thỏa thuận mà thiết bị khác tạo ra: một SBC chuyển m=image qua nhưng không có bộ chuyển tiếp cho nó.',
          'Khi một phía ở sau NAT, hãy gửi tới nơi nó thật sự gửi từ đó (t38_udptl_nat=yes ở endpoint Asterisk, UDPTL đối xứng).',
        ];
      }
      if (kind === 'mixed') {
        return [
          `Tìm xem vì sao ${sender} còn gửi tiếng nói sau khi đã đồng ý T.38: phần media của nó không theo báo hiệu; hãy cập nhật nó, hoặc tắt T.38 ở đó và gửi fax bằng PCMA hay PCMU.`,
          `Nếu ${sender} là máy chuyển tiếp, kiểm tra nó có chuyển cả hai chặng của mình không.`,
        ];
      }
      return [
        `Bật T.38 trên ${sender} (t38_udptl=yes ở endpoint Asterisk, fax_enable_t38 trong FreeSWITCH, profile T.38 của trunk).`,
        outcome === 'compressed'
          ? `Hoặc cho ${other} lùi về PCMA hay PCMU bằng một re-INVITE khác, tắt khử tiếng vọng và nén khoảng lặng; hiện đang dùng ${codecName(codec)}.`
          : `Hoặc cho ${other} tiếp tục bằng PCMA hay PCMU khi T.38 bị từ chối, tắt khử tiếng vọng và nén khoảng lặng.`,
        'Nếu có SBC ở giữa, kiểm tra nó có chuyển m=image qua; tắt V.34 (super G3) trên máy fax nếu chỉ máy nhanh ' +
          'thất bại.',
      ];
    },
    message: ({ kind, outcome, sender, other, status, codec, after }) => {
      if (kind === 'silent')
        return `T.38 giữa ${other} và ${sender} đã được thỏa thuận, mà trong ${duration(after)} không gói nào của nó qua đây.`;
      if (kind === 'mixed') {
        const speech = codec === '' ? 'tiếng nói' : `tiếng nói (${codecName(codec)})`;
        return `${sender} vẫn gửi ${speech} tới ${other} trong ${duration(after)}, bên cạnh T.38 đã thỏa thuận để thay nó.`;
      }
      return (
        `${other} yêu cầu T.38 và ${sender} từ chối ${kind === 'refused' ? `bằng ${status}` : 'bằng cổng 0'}; ` +
        (outcome === 'ended'
          ? `cuộc gọi kết thúc ${duration(after)} sau đó.`
          : `cuộc gọi vẫn dùng ${codecName(codec)}, và không có offer nào khác theo sau.`)
      );
    },
    limits: ({ kind, outcome }) =>
      outcome === 'ended'
        ? 'Việc gác máy là do bị từ chối chỉ là phỏng đoán từ khoảng thời gian ở giữa.'
        : kind === 'silent'
          ? 'T.38 có thể đi đường khác với tiếng nói trước đó, không qua điểm bắt gói.'
          : '',
  } satisfies RuleWords<typeof t38Failure>,
};
