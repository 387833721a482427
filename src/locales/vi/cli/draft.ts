/** What a drafted file of expectations says of itself, in its comments: above everything, and above the names of its settings. */
import type { DraftWords } from '../../cli.ts';

export const draft: DraftWords = {
  head: [
    'Điều mà một bản ghi phải thể hiện: "sipsleuth expect TỆP-NÀY capture.pcap" kiểm tra nó.',
    'Bản nháp soạn từ một bản ghi; hãy xóa những gì không bắt buộc, và nới những gì có thể thay đổi.',
  ],
  comments: {
    select:
      'Nói đến những cuộc gọi nào: có "=" ở trước nghĩa là đúng y như vậy, không có thì một phần của văn bản là đủ.',
    count: 'Phải có bao nhiêu; ">= 1" hoặc "2..5" thì rộng hơn.',
    outcome: 'Một danh sách nghĩa là một trong số đó.',
    sequence: 'Các đáp ứng ở phía người gọi: ? nhiều nhất một, + một hoặc hơn, 18x là 180 đến 189, * là bất kỳ.',
    timings: 'Gấp đôi những gì đã thấy, làm tròn lên.',
    sdp: 'Codec mà hai bên đã thống nhất.',
    findings: 'Chỉ những quy tắc này được phép phát hiện điều gì; "sipsleuth explain QUY-TẮC" cho biết chúng tìm gì.',
    capture: 'Tất cả những gì đã đọc, tính chung.',
  },
};
