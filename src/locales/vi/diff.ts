/** Vietnamese words about differences. */
import type { DiffWords } from '../locale.ts';

export const diff: DiffWords = {
  aspects: {
    outcome: 'kết quả',
    responses: 'đáp ứng',
    timing: 'thời gian',
    message: 'bản tin',
    repeats: 'lặp lại',
    header: 'tiêu đề',
    sdp: 'SDP',
    finding: 'phát hiện',
  },
  timings: {
    trying: 'đến 100 Trying',
    postDial: 'trễ sau quay số (PDD)',
    ring: 'đổ chuông',
    setup: 'thiết lập',
    final: 'đến khi kết thúc',
    duration: 'đàm thoại',
  },
  onlyA: 'chỉ có ở bản ghi đầu',
  onlyB: 'chỉ có ở bản ghi thứ hai',
  none: 'không có',
  sent: (n) => `gửi ${n} lần`,
  summary: ({ compared, different, onlyA, onlyB }) => [
    `đã so sánh ${compared} cuộc gọi`,
    different === 0 ? 'không có khác biệt' : `${different} khác nhau`,
    ...(onlyA > 0 ? [`${onlyA} chỉ có ở bản ghi đầu`] : []),
    ...(onlyB > 0 ? [`${onlyB} chỉ có ở bản ghi thứ hai`] : []),
  ],
  otherFindings: 'Phát hiện ngoài các cuộc gọi',
};
