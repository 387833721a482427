/** Words of status codes within the story of one call, where its facts are known. */
import type { InCallWords } from '../status-in-call.ts';

export const inCall: InCallWords = {
  trying: {
    callee: 'Thiết bị của bên được gọi đã nhận INVITE và đang xử lý; chưa biết có đổ chuông hay không.',
    nextHop: 'Next hop đã nhận INVITE và đang xử lý; chưa biết gì về bên được gọi.',
  },
  ringing: {
    here: 'Thiết bị của bên được gọi đang đổ chuông và đề nghị early media: hồi âm chuông có thể đến từ phía kia.',
    nowhere: 'Thiết bị của bên được gọi đang đổ chuông. Hồi âm chuông do thiết bị của bên gọi tự phát.',
    before: (code) =>
      `Thiết bị của bên được gọi đang đổ chuông. ${code} trước đó đã mở early media: bên gọi nghe âm thanh đó hoặc hồi âm chuông do thiết bị của mình phát.`,
  },
  progress: {
    here: 'Early media: đường âm thanh mở trước khi trả lời, để phía kia phát hồi âm chuông hoặc thông báo.',
    nowhere:
      'Cuộc gọi đang tiến triển, nhưng không có SDP nên chưa có âm thanh, và cũng không có hồi âm chuông trừ khi 180 đến sau.',
    before: (code) => `Cuộc gọi đang tiến triển. Early media mà ${code} đã mở vẫn tiếp tục.`,
  },
  answered: {
    here: 'Cuộc gọi đã được trả lời. SDP cho biết bên trả lời muốn nhận âm thanh ở đâu.',
    nowhere: 'Cuộc gọi đã được trả lời, nhưng không có SDP: không đâu cho biết bên trả lời muốn nhận âm thanh ở đâu.',
    before: (code) => `Cuộc gọi đã được trả lời. SDP đã đến trước đó, trong ${code}.`,
  },
  redirected: 'Tạm thời nên gửi cuộc gọi tới địa chỉ trong Contact của đáp ứng này.',
  challenge: {
    proxy:
      'Một proxy đòi thông tin xác thực trước khi cho cuộc gọi qua; thách thức nằm trong Proxy-Authenticate. Bên gọi phải gửi lại INVITE kèm lời giải cho thách thức đó.',
    server:
      'Chính máy chủ đòi thông tin xác thực; thách thức nằm trong WWW-Authenticate. Bên gọi phải gửi lại INVITE kèm lời giải cho thách thức đó.',
    howToFix:
      'Cấu hình ở bên gọi tên người dùng và mật khẩu cho realm của thách thức, hoặc cho máy chủ chấp nhận ' +
      'cuộc gọi theo địa chỉ IP.',
  },
  timeout: {
    silent: {
      howToFix:
        'Tìm chặng đã gửi mã này, và thử chặng phía sau nó bằng OPTIONS. Kiểm tra DNS và đăng ký của bên được gọi.',
    },
    underWay: {
      description: 'Cuộc gọi đang tiến triển, và không ai trả lời trước khi một timer hết hạn.',
      howToFix:
        'Nếu cần đổ chuông lâu hơn, hoặc lẽ ra hộp thư thoại phải nhận, hãy xem timer không trả lời và chuyển ' +
        'tiếp khi không trả lời.',
    },
  },
  unavailable: {
    rang: {
      description: 'Thiết bị của bên được gọi đã báo chuông, nhưng không ai nhận cuộc gọi.',
      howToFix:
        'Đã liên lạc được với điện thoại. Nếu lẽ ra hộp thư thoại phải nhận, kiểm tra chuyển tiếp khi không ' +
        'trả lời và timer của nó.',
    },
    otherwise: { howToFix: 'Trước hết kiểm tra đăng ký của bên được gọi, rồi thiết lập không làm phiền (DND) của họ.' },
  },
  busy: {
    unrung:
      'Cuộc gọi bị từ chối mà không đổ chuông: thiết bị đang có cuộc gọi, bật không làm phiền (DND), hoặc đã chạm ' +
      'giới hạn cuộc gọi.',
    rang: 'Không có gì hỏng.',
    forward: 'Nếu những cuộc gọi như vậy cần vào hộp thư thoại, hãy để proxy hoặc PBX chuyển tiếp khi bận.',
  },
  cancelled: 'INVITE kết thúc vì đã bị hủy; đây là kết cục bình thường của nó.',
  media: {
    readWarning: 'Đọc Warning và so sánh offer với những gì thiết bị hỗ trợ.',
    compare: 'So sánh offer với những gì thiết bị hỗ trợ.',
    howToFix: 'Thêm codec chung như G.711, thống nhất chính sách SRTP, hoặc chuyển mã trên SBC.',
  },
  fault: {
    description: 'Máy chủ bỏ cuộc vì lỗi của chính nó.',
    temporary: 'Bằng Retry-After, nó cho biết lỗi là tạm thời.',
    own: 'Xem log của máy đã gửi: lỗi script hoặc cơ sở dữ liệu, hoặc next hop mà nó đã thử.',
    made: 'Xem tiếp về phía sau: máy chủ đã tạo mã này từ một đáp ứng khác mà nó nhận được.',
  },
  overload: {
    description: 'Máy chủ báo rằng hiện không xử lý được cuộc gọi: quá tải, bảo trì hoặc thiếu tài nguyên.',
    otherServer: 'Bên gọi nên dùng máy chủ hoặc tuyến khác.',
    leaveAlone: 'Bên gọi nên để yên máy này trong thời gian đã nêu và tạm dùng máy chủ khác.',
    howToFix: 'Chuyển sang máy chủ hoặc tuyến dự phòng, rồi kiểm tra dung lượng và trạng thái gateway ở máy đã gửi.',
    oneTrunk: 'Nếu chỉ một trunk đầy, đừng để nó gửi Retry-After: bên gọi có thể tránh cả máy chủ.',
  },
  busyEverywhere: {
    description:
      'Đã liên lạc được với bên được gọi và họ bận trên mọi thiết bị; không gì khác, kể cả hộp thư thoại, sẽ trả lời.',
    later: 'Gọi lại sau.',
    afterRetry: 'Gọi lại sau thời gian nêu trong Retry-After.',
    howToFix: 'Nếu lẽ ra hộp thư thoại hoặc thiết bị khác phải nhận, hãy cho phía kia trả 486 thay vì 600.',
  },
  declined: {
    rang: {
      description:
        'Người dùng, hoặc ứng dụng thay mặt người dùng, từ chối cuộc gọi trên mọi thiết bị và không nêu lý do.',
      howToFix:
        'Không có gì hỏng. Nếu cần hộp thư thoại hoặc điện thoại khác nhận những cuộc gọi như vậy, hãy cho thiết bị trả 486 hoặc 480: 603 cấm thử nơi khác.',
    },
    otherwise: {
      description: 'Cuộc gọi bị từ chối cho mọi thiết bị của bên được gọi, và không nêu lý do.',
      howToFix:
        'Tìm thiết lập không làm phiền (DND), danh sách chặn hoặc sàng lọc cuộc gọi ở phía được gọi. Nếu do hệ thống phân tích, kiểm tra uy tín và mức chứng thực của số gọi.',
    },
  },
};
