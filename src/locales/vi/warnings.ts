import type { WarningCode } from '../../catalogue/warnings.ts';
import type { CauseText } from '../locale.ts';

/** Words for each Warning code; the facts are in `catalogue/warnings.ts`. `means` follows a colon. */
export const warnings: Readonly<Record<WarningCode, CauseText>> = {
  300: {
    means: 'media dùng giao thức mạng mà phía kia không có, ví dụ IPv6',
    advice: 'Đề nghị phiên bản IP còn lại, cả hai bằng ICE, hoặc media relay có chuyển đổi.',
  },
  301: {
    means: 'phía kia không dùng được kiểu địa chỉ nêu trong dòng c=',
    advice: 'Đặt vào dòng c= địa chỉ thuộc kiểu mà phía kia hỗ trợ, thường là IP4.',
  },
  302: {
    means: 'phía kia không hỗ trợ cách truyền media, như RTP/SAVP hoặc TCP',
    advice: 'Thống nhất chính sách SRTP của hai phía hoặc để SBC chuyển đổi giữa RTP và SRTP.',
  },
  303: {
    means: 'phía kia không hiểu đơn vị băng thông trong dòng b=',
    advice: 'Dùng b=AS hoặc bỏ dòng b=.',
  },
  304: {
    means: 'phía kia không có một trong các loại media được đề nghị, như video hoặc image',
    advice: 'Chỉ đề nghị audio, hoặc bật loại media còn thiếu ở phía được gọi.',
  },
  305: {
    means: 'phía kia không hỗ trợ codec nào được đề nghị cho một luồng',
    advice: 'Thêm codec mà cả hai phía đều có, như G.711, hoặc chuyển mã trên SBC.',
  },
  306: {
    means: 'phía kia không hỗ trợ một trong các thuộc tính a=',
    advice: 'Tìm thuộc tính đó trong nội dung cảnh báo rồi bỏ đi hoặc để thành tùy chọn.',
  },
  307: {
    means: 'phía kia không hiểu một phần khác của mô tả phiên',
    advice: 'So sánh SDP từng dòng với một SDP mà phía này chấp nhận.',
  },
  308: {
    means: 'không ngôn ngữ nào được yêu cầu có hỗ trợ',
    advice: 'Chọn ngôn ngữ có trong danh sách của nội dung cảnh báo, hoặc bỏ các thuộc tính ngôn ngữ.',
  },
  330: {
    means: 'media multicast không tới được mạng của phía kia',
    advice: 'Hãy đề nghị địa chỉ unicast.',
  },
  331: {
    means: 'media unicast không tới được mạng của phía kia, thường do tường lửa',
    advice: 'Mở các cổng RTP trên tường lửa hoặc gửi media qua relay.',
  },
  370: {
    means: 'media cần nhiều băng thông hơn mức hiện có',
    advice: 'Đề nghị codec nhẹ hơn hoặc bỏ video, và kiểm tra giới hạn của bộ kiểm soát chấp nhận cuộc gọi (CAC).',
  },
  380: {
    means: 'không liên lạc được với bên được gọi bằng URI sips',
    advice: 'Gọi bằng URI sip nếu chính sách cho phép, hoặc đăng ký thiết bị qua TLS với Contact sips.',
  },
  381: {
    means: 'chỉ liên lạc được với bên được gọi bằng URI sips',
    advice: 'Gọi bằng URI sips qua TLS trên mọi chặng.',
  },
  399: {
    means: 'máy chủ thêm một ghi chú dạng văn bản tự do',
    advice: 'Đọc nguyên văn ghi chú, và đừng để chương trình nào xử lý theo nó.',
  },
};
