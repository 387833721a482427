/** Words of the rules about how media sounds. */
import type { RuleWords } from '../../../rules/define.ts';
import type { rtpLossHigh } from '../../../rules/quality/rtp-loss-high.ts';
import { decimal } from '../phrases.ts';

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
};
