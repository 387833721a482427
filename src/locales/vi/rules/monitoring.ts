/** Words of the rules about watching peers. */
import type { RuleWords } from '../../../rules/define.ts';
import type { optionsPingFailing } from '../../../rules/monitoring/options-ping-failing.ts';
import { duration } from '../phrases.ts';

export const monitoring = {
  'options-ping-failing': {
    title: 'OPTIONS ping thất bại',
    why: ({ client, server }) =>
      `${client} coi ${server} là đã ngừng và không gửi cuộc gọi tới đó, hoặc báo thất bại cho các cuộc gọi.`,
    fix: ({ kind, client, server, status }) =>
      ({
        silent: [
          `Kiểm tra ${server} đang chạy, lắng nghe đúng cổng và giao thức truyền tải đó, và không có tường lửa nào ở giữa.`,
          `Kiểm tra ${server} có chấp nhận yêu cầu từ ${client}: nhiều máy lặng lẽ bỏ nguồn lạ.`,
          'Nếu nó nằm sau NAT, hãy ping thường xuyên hơn thời gian NAT quên ánh xạ (25 giây với UDP).',
        ],
        refused: [
          status === 503
            ? `Xem ${server}: bằng 503, nó báo rằng nó quá tải, đang bảo trì, hoặc các gateway của nó đã ngừng.`
            : `Xem phía sau ${server}: bằng 408, nó báo rằng next hop không trả lời.`,
        ],
        'options-only': [
          `Cho ${server} đáp ứng OPTIONS từ ${client}: nó đáp ứng các yêu cầu khác, nên chỉ có ping coi nó là đã ngừng.`,
          `Hoặc tắt ping trên ${client} (qualify, thăm dò của dispatcher, giữ kết nối của trunk).`,
        ],
      })[kind],
    message: ({ kind, client, server, pings, failed, inRow, downs, interval, down, recovered, status }) => {
      const what = {
        silent: 'không có đáp ứng',
        refused: `nhận ${status}`,
        'options-only': 'không có đáp ứng, trong khi các yêu cầu khác có',
      }[kind];
      const end = recovered ? `, cho đến khi ${server} đáp ứng lại sau ${duration(down)}` : '';
      const often = downs > 1 ? ` Nó đã ngừng ${downs} lần.` : '';
      const row = inRow > 1 ? `${inRow} lần liên tiếp` : 'riêng lẻ một lần';
      return `${failed} trong ${pings} OPTIONS ping từ ${client} tới ${server} (mỗi ${duration(interval)}) ${what}, ${row}${end}.${often}`;
    },
    limits: ({ kind }) => (kind === 'refused' ? '' : 'Ở đây không thấy được các ping có đến máy chủ hay không.'),
  } satisfies RuleWords<typeof optionsPingFailing>,
};
