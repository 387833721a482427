/** Words of the rules about how media sounds. */
import type { RuleWords } from '../../../rules/define.ts';
import type { mosLow } from '../../../rules/quality/mos-low.ts';
import type { rtcpProblem } from '../../../rules/quality/rtcp-problem.ts';
import type { rtpClockPtimeMismatch } from '../../../rules/quality/rtp-clock-ptime-mismatch.ts';
import type { rtpJitterHigh } from '../../../rules/quality/rtp-jitter-high.ts';
import type { rtpLossHigh } from '../../../rules/quality/rtp-loss-high.ts';
import { decimal, duration } from '../phrases.ts';

export const quality = {
  'rtp-loss-high': {
    title: 'Mất gói media',
    message: ({ kind, source, destination, lost, expected, share, worst, beyond }) =>
      `${decimal(share)} % luồng ${kind} từ ${source} tới ${destination} đã mất trước khi qua đây: ${lost} trong ${expected} gói` +
      (worst > share ? `, ${decimal(worst)} % trong mười giây tệ nhất` : '') +
      (beyond > 0 ? `; bên nhận còn thiếu thêm ${beyond} gói.` : '.'),
    why: ({ share, longest, kind }) =>
      kind === 'video'
        ? 'Hình đứng hoặc vỡ cho tới khung hình khóa kế tiếp.'
        : share >= 5 || longest >= 5
          ? 'Tiếng bị cắt hoặc mất từ: bộ giải mã che được một gói mất, không che được nhiều gói liền nhau.'
          : 'Việc che gói mất giấu được phần lớn, nhưng đôi lúc giọng nói lách tách hoặc có âm kim loại.',
    fix: ({ source, destination, longest, beyond }) => [
      `Tìm chỗ mất giữa ${source} và điểm bắt gói: lỗi và gói bị bỏ trên các cổng, sai duplex, Wi-Fi, bộ giới hạn băng thông, đường lên đầy.`,
      longest >= 5
        ? 'Mất từng chuỗi dài là của hàng đợi tràn hoặc đường vô tuyến: đánh dấu media bằng DSCP EF (46) và cho nó hàng đợi ưu tiên trên cả đường đi.'
        : 'Mất lẻ từng gói suốt cuộc gọi là của bộ giới hạn băng thông hoặc cáp hỏng: so bộ đếm ở từng chặng.',
      ...(beyond > 0 ? [`Tìm cả phía sau điểm bắt gói: trên đường tới ${destination} còn mất thêm.`] : []),
    ],
    limits: ({ beyond }) =>
      beyond < 0
        ? 'Không bắt được báo cáo nào của bên nhận cho thấy nó có thiếu chính những gói đó, hay chỉ bản ghi thiếu.'
        : '',
  } satisfies RuleWords<typeof rtpLossHigh>,
  'rtp-jitter-high': {
    title: 'Gói media tới không đều',
    message: ({ source, destination, above, lasted, from, worst, apart, late, packets, reported }) =>
      `Luồng audio từ ${source} tới ${destination} đến không đều trong ${duration(lasted)}, ` +
      `${from === 0 ? 'ngay từ gói đầu tiên' : `bắt đầu ${duration(from)} sau gói đầu tiên`}: ` +
      `jitter nhiều lần vượt ${above} ms và lên tới ${decimal(worst)} ms, có lúc hai gói cách nhau ${duration(apart)}` +
      (late > 0 ? `; ${late} trong ${packets} gói tới quá muộn đối với bộ đệm 60 ms` : '') +
      (reported >= 0 ? `; bên nhận báo tới ${decimal(reported)} ms.` : '.'),
    why: ({ late }) =>
      late > 0
        ? 'Gói tới quá muộn bị bỏ đi: tiếng bị cắt vụn như khi mất gói.'
        : 'Bên nhận cần bộ đệm sâu: hai phía cùng bắt đầu nói một lúc và ngắt lời nhau.',
    fix: ({ source, destination, buffer }) => [
      `Bắt gói ở ${source}: nếu gói rời khỏi đó đều đặn, một hàng đợi trên đường đang giữ chúng lại; hãy đánh dấu DSCP EF (46) và giới hạn đường lên thấp hơn tốc độ thật một chút.`,
      `Nếu chúng rời khỏi đó không đều, hãy xem chính ${source}: máy quá tải hoặc máy ảo, bộ định thời thô, bộ chuyển mã.`,
      'Trên Wi-Fi, tìm nhiễu, chuyển vùng và chế độ tiết kiệm điện; thử gọi qua dây cáp.',
      `Trong lúc chờ, cho ${destination} dùng bộ đệm jitter thích nghi tới ${buffer} ms.`,
    ],
    limits: ({ both, reported }) =>
      both
        ? 'Chiều kia cũng không đều trong cùng lúc đó: máy bắt gói quá chậm cũng cho ra hình ảnh như vậy.'
        : reported < 0
          ? 'Không bắt được báo cáo nào của bên nhận cho thấy gói có tới nó không đều hay không.'
          : '',
  } satisfies RuleWords<typeof rtpJitterHigh>,
  'mos-low': {
    title: 'Chất lượng thoại kém',
    message: ({ source, destination, codec, mos, rating, term, lost, late, delay, ...from }) =>
      `Luồng audio từ ${source} tới ${destination} chỉ đạt MOS ${String(mos).replace('.', ',')} theo E-model (điểm ${decimal(rating)} trên 93,2), chủ yếu vì ` +
      {
        loss: `mất gói (${decimal(lost)} %)`,
        jitter: `gói tới quá muộn (${decimal(late)} %)`,
        delay: `độ trễ (${Math.round(delay)} ms một chiều)`,
        codec: `codec (${codec})`,
      }[term] +
      `: mất gói trừ ${decimal(from.fromLoss)} điểm, gói muộn trừ ${decimal(from.fromJitter)}, độ trễ trừ ${decimal(from.fromDelay)} và codec trừ ${decimal(from.fromCodec)}.`,
    why: ({ mos, term }) =>
      term === 'delay'
        ? 'Hai phía cùng bắt đầu nói một lúc, dừng lại rồi lại bắt đầu.'
        : mos < 3.1
          ? 'Nhiều người dùng phàn nàn về những cuộc gọi như vậy: họ phải hỏi lại, hoặc gác máy rồi gọi lại.'
          : 'Một số người dùng phàn nàn về những cuộc gọi như vậy; gọi lâu thì mệt.',
    fix: ({ term, source, destination, codec }) =>
      ({
        loss: [
          `Tìm xem gói mất ở đâu giữa ${source} và điểm bắt gói: bộ đếm trên các cổng, bộ giới hạn băng thông, Wi-Fi, đường lên đầy.`,
          'Đánh dấu media bằng DSCP EF (46) và cho nó hàng đợi ưu tiên trên cả đường đi.',
        ],
        jitter: [
          `Tìm xem cái gì giữ gói lại giữa ${source} và điểm bắt gói: hàng đợi đầy, Wi-Fi, bên gửi quá tải.`,
          `Trong lúc chờ, cho ${destination} dùng bộ đệm jitter thích nghi sâu hơn.`,
        ],
        delay: [
          `Rút ngắn đường đi của media giữa ${source} và ${destination}: máy chuyển tiếp hoặc máy chủ media gần cả hai, không qua vệ tinh, không qua VPN xuyên lục địa.`,
          'Dùng gói 20 ms và bộ đệm jitter tự thích nghi; bỏ những máy chuyển tiếp chỉ để neo media.',
        ],
        codec: [
          `Cho cả hai phía dùng codec tốt hơn ${codec} ở nơi băng thông cho phép: G.711 hoặc Opus.`,
          'Tránh chuyển mã trên đường: mỗi lần chuyển lại mất thêm chất lượng.',
        ],
      })[term],
    limits: ({ measured }) =>
      'Con số này giả định bên nhận che được từng gói mất lẻ và bộ đệm tối đa 60 ms' +
      (measured ? '.' : '; độ trễ của mạng không biết được nên coi như không có.'),
  } satisfies RuleWords<typeof mosLow>,
  'rtp-clock-ptime-mismatch': {
    title: 'Gói media lệch nhịp',
    message: ({ kind, source, destination, codec, clockRate, size, step, samples, measured, off, time, told }) =>
      ({
        step: `Timestamp của luồng ${codec} từ ${source} tới ${destination} tăng ${step} sau mỗi gói, trong khi mỗi gói ${size} byte chứa ${samples} mẫu ở ${clockRate} Hz.`,
        rate: `Timestamp của luồng ${codec} từ ${source} tới ${destination} tăng khoảng ${measured} mỗi giây, trong khi đồng hồ của nó phải chạy ở ${clockRate} Hz.`,
        size: `Mỗi gói từ ${source} tới ${destination} chứa ${size} byte, không phải số nguyên khung ${codec}.`,
        drift: `Đồng hồ của ${source} chạy ${off > 0 ? 'nhanh' : 'chậm'} ${decimal(Math.abs(off))} %: nó gửi tới ${destination} ${off > 0 ? 'nhiều' : 'ít'} âm thanh hơn thời gian thật trôi qua.`,
        maxptime: `Mỗi gói ${codec} từ ${source} chứa ${decimal(time)} ms, trong khi SDP của ${destination} cho phép nhiều nhất ${told} ms (a=maxptime).`,
        ptime: `Mỗi gói ${codec} từ ${source} chứa ${decimal(time)} ms, trong khi SDP của ${destination} yêu cầu ${told} ms (a=ptime).`,
      })[kind],
    why: ({ kind }) =>
      ({
        step: 'Bên nhận tưởng là có khoảng trống hoặc gói lặp lại: tiếng bị cắt vụn hoặc sai tốc độ.',
        rate: 'Bên nhận tưởng là có khoảng trống hoặc gói lặp lại: tiếng bị cắt vụn hoặc sai tốc độ.',
        size: 'Bộ giải mã nhận tải như vậy sẽ phát ra tiếng ồn, hoặc không phát gì.',
        drift: 'Bộ đệm của bên nhận cứ cạn rồi đầy: vài giây một lần, một mẩu tiếng bị thiếu hoặc bị bỏ.',
        maxptime:
          'Bên nhận có bộ đệm cho gói ngắn hơn có thể cắt hoặc bỏ chúng: tiếng bị cắt vụn, hoặc không có tiếng.',
        ptime: 'Phần lớn bên nhận chấp nhận được; một số gateway và DSP làm tiếng bị cắt vụn.',
      })[kind],
    fix: ({ kind, source, destination, codec, clockRate, halved, told }) =>
      ({
        step: [
          `Cho ${source} tăng timestamp theo số mẫu mà một gói chứa, ở ${clockRate} Hz đối với ${codec}${halved ? ' (RFC 3551 §4.5.2), dù nó có 16000 mẫu mỗi giây' : ''}.`,
          'Nếu ở đó có bộ chuyển mã hoặc máy ghi âm, hãy cập nhật nó hoặc đưa nó ra khỏi đường đi của media.',
        ],
        rate: [
          `Cho ${source} đếm timestamp của ${codec} theo ${clockRate} Hz, bất kể tần số của card âm thanh hay tệp của nó.`,
          'So tần số trong a=rtpmap của cả hai SDP: với một codec chúng phải bằng nhau.',
        ],
        size: [
          `Kiểm tra bộ mã hóa của ${source}: tải của nó không phải là những khung ${codec} nguyên vẹn.`,
          'Xem có phải chỉ một bên mã hóa không, và kiểu tải có chỉ những codec khác nhau ở hai bên không.',
        ],
        drift: [
          `Kiểm tra đồng hồ của ${source}: máy ảo không có nguồn thời gian tốt, card âm thanh bị trôi, trunk không lấy đồng hồ của mạng (E1/T1).`,
          'Nếu bên gửi phát lại tệp hoặc hội nghị, hãy cho nó gửi theo bộ định thời chứ không theo độ dài của vòng lặp.',
        ],
        maxptime: [`Đặt thời lượng gói của ${source} không quá ${told} ms: SDP của ${destination} không cho phép hơn.`],
        ptime: [
          `Nếu tiếng bị cắt vụn, đặt thời lượng gói của ${source} là ${told} ms; một số thiết bị lấy ptime từ profile chứ không từ SDP.`,
        ],
      })[kind],
    limits: ({ kind }) => (kind === 'drift' || kind === 'rate' ? 'Con số được đo theo đồng hồ của bản ghi.' : ''),
  } satisfies RuleWords<typeof rtpClockPtimeMismatch>,
  'rtcp-problem': {
    title: 'RTCP báo sự cố hoặc chính nó gặp sự cố',
    message: ({ kind, source, destination, lost, expected, share, reported, here, packets, right, lasted }) =>
      ({
        lost: `Phía sau điểm bắt gói, ${decimal(share)} % media từ ${source} tới ${destination} bị mất: bên nhận thiếu ${lost} trong ${expected} gói đã qua đây.`,
        jitter: `Bên nhận luồng audio từ ${source} tới ${destination} báo jitter ${decimal(reported)} ms, còn ở đây là ${decimal(here)} ms.`,
        port: `${source} gửi RTCP (${packets} gói) tới ${destination}, còn bên nhận chờ nó ở ${right}.`,
        joined: `${source} gửi RTCP (${packets} gói) tới ${destination}, tức cổng RTP, dù rtcp-mux không được thỏa thuận: nó phải tới ${right}.`,
        apart: `${source} gửi RTCP (${packets} gói) tới ${destination}, dù rtcp-mux đã được thỏa thuận: nó phải tới ${right}.`,
        none: `${source} gửi media tới ${destination} trong ${duration(lasted)} mà không có RTCP nào, trong khi phía kia có gửi.`,
      })[kind],
    why: ({ kind }) =>
      ({
        lost: 'Bên nhận nghe tiếng bị cắt vụn dù bản ghi cho thấy luồng sạch.',
        jitter: 'Bên nhận có thể nghe tiếng bị cắt vụn dù gói tới điểm bắt gói đều đặn.',
        port: 'Bên gửi không biết gì về những gói tới nơi; một số thiết bị gác máy khi không nhận được RTCP.',
        joined: 'Bên nhận coi các gói này là RTP hỏng hoặc bỏ đi; một số thiết bị gác máy khi không nhận được RTCP.',
        apart:
          'Không ai nghe ở đó: bên gửi không biết gì về những gói tới nơi, và một số thiết bị gác máy khi không nhận được RTCP.',
        none: 'Không có gì cho biết media tới đó ra sao, và một số thiết bị gác máy khi không nhận được RTCP.',
      })[kind],
    fix: ({ kind, source, destination, right }) =>
      ({
        lost: [
          `Tìm chỗ mất giữa điểm bắt gói và ${destination}: đường truy nhập, Wi-Fi, bộ giới hạn băng thông chiều xuống.`,
          `Bắt gói cả ở ${destination} để xem gói có tới đó rồi bị chính máy ấy bỏ không.`,
        ],
        jitter: [
          `Xem đường từ điểm bắt gói tới ${destination}: đường truy nhập, Wi-Fi, hàng đợi đầy ở chiều xuống.`,
          `Cho ${destination} dùng bộ đệm jitter thích nghi.`,
        ],
        port: [
          `Cho ${source} gửi RTCP tới ${right} như a=rtcp trong SDP nêu, hoặc tới cổng ngay trên cổng RTP nếu SDP không nêu gì.`,
          'Tìm ALG hoặc SBC đổi cổng RTP mà quên a=rtcp.',
        ],
        joined: [
          `Tắt rtcp-mux trên ${source} đối với phía không chấp nhận nó: RTCP phải tới ${right}.`,
          'Kiểm tra a=rtcp-mux có qua được mọi chặng trong cả lời chào lẫn câu trả lời không.',
        ],
        apart: [
          `Cả hai SDP đều có a=rtcp-mux: cho ${source} gửi RTCP tới ${right}, tức cổng RTP.`,
          'Nếu một chặng thêm a=rtcp-mux vào SDP mà không tự gộp cổng, hãy chặn việc đó.',
        ],
        none: [
          `Bật RTCP ở ${source} nếu nó gửi được.`,
          'Nếu nó có gửi, hãy mở các cổng UDP ngay trên cổng RTP ở trên đường: một số tường lửa chỉ mở cổng chẵn.',
        ],
      })[kind],
    limits: ({ kind }) =>
      ({
        lost: 'Một số bên nhận tính cả gói tới quá muộn là gói mất.',
        jitter: 'Mỗi bên nhận tính jitter theo cách riêng.',
        port: '',
        joined: '',
        apart: '',
        none: 'Nhiều thiết bị không bao giờ gửi RTCP.',
      })[kind],
  } satisfies RuleWords<typeof rtcpProblem>,
};
