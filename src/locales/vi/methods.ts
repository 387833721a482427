import type { MethodName } from '../../catalogue/methods.ts';
import type { MethodText } from '../locale.ts';

/** Words for each method; the facts are in `catalogue/methods.ts`. */
export const methods: Readonly<Record<MethodName, MethodText>> = {
  INVITE: {
    description:
      'Bắt đầu cuộc gọi, hoặc thay đổi cuộc gọi đang diễn ra khi gửi bên trong hội thoại (re-INVITE). Đây là phương ' +
      'thức duy nhất có đổ chuông, và là phương thức duy nhất có đáp ứng cuối được xác nhận bằng ACK.',
    whenSeen:
      'Khi bắt đầu mọi cuộc gọi, một lần nữa sau 401 hoặc 407 kèm thông tin xác thực, và giữa cuộc gọi để giữ máy, ' +
      'đổi codec, T.38 và làm mới phiên.',
  },
  ACK: {
    description:
      'Xác nhận đáp ứng cuối của INVITE, còn bản thân nó không bao giờ được đáp ứng. Với 2xx, ACK đi đầu cuối tới ' +
      'Contact; với đáp ứng cuối khác, mỗi chặng gửi ACK riêng.',
    whenSeen:
      'Sau mọi đáp ứng cuối của INVITE. Nếu ACK không đến được bên được gọi, 200 lặp lại và cuộc gọi rớt sau 32 giây.',
  },
  BYE: {
    description:
      'Kết thúc cuộc gọi đã trả lời. Bên nào cũng có thể gửi; nếu cả hai gửi cùng lúc, mỗi BYE vẫn được đáp ứng, ' +
      'bằng 200 hoặc 481.',
    whenSeen:
      'Khi kết thúc cuộc gọi; bên gửi và trường Reason cho biết ai gác máy và vì sao. BYE không được đáp ứng sẽ để ' +
      'lại cuộc gọi treo ở phía kia.',
  },
  CANCEL: {
    description:
      'Rút lại một yêu cầu chưa có đáp ứng cuối, trên thực tế là INVITE. Nó đi từng chặng với Via branch của INVITE ' +
      'đó và nhận 200 riêng.',
    whenSeen:
      'Khi bên gọi bỏ cuộc lúc đang đổ chuông, hoặc khi proxy dừng các nhánh khác của phân nhánh. Sau đó INVITE kết ' +
      'thúc bằng 487, hoặc bằng 200 nếu việc trả lời nhanh hơn.',
  },
  OPTIONS: {
    description: 'Hỏi phía kia hỗ trợ những gì mà không tạo cuộc gọi.',
    whenSeen:
      'Chủ yếu để giữ kết nối giữa các trunk và tới điện thoại sau NAT. Hầu như đáp ứng cuối nào cũng chứng tỏ phía ' +
      'kia còn sống; im lặng, 408 hoặc 503 nghĩa là phía kia ngừng hoạt động.',
  },
  REGISTER: {
    description:
      'Báo cho máy chủ đăng ký biết gặp người dùng ở địa chỉ nào và trong bao lâu. Thời hạn 0 xóa bản đăng ký.',
    whenSeen:
      'Khi khởi động và trước mỗi lần hết hạn, thường có một 401 xen giữa. Call-ID giữ nguyên và CSeq tăng dần qua ' +
      'từng lần.',
  },
  PRACK: {
    description:
      'Xác nhận đáp ứng tạm được gửi tin cậy (100rel), và có thể mang SDP offer hoặc answer. RAck của nó nêu RSeq ' +
      'và CSeq được xác nhận.',
    whenSeen:
      'Trong IMS và trên gateway PSTN, sau 18x có Require: 100rel. Nếu thiếu, 18x lặp lại và cuộc gọi bị từ chối ' +
      'sau 32 giây.',
  },
  UPDATE: {
    description: 'Thay đổi phiên mà không động đến trạng thái của INVITE, kể cả trước khi cuộc gọi được trả lời.',
    whenSeen:
      'Trong hội thoại sớm cho điều kiện tiên quyết và early media, về sau để làm mới phiên. Chỉ được gửi nếu phía ' +
      'kia ghi UPDATE trong Allow.',
  },
  INFO: {
    description:
      'Mang dữ liệu ứng dụng theo đường báo hiệu của cuộc gọi. Nó không thay đổi cuộc gọi, cũng không thay đổi media.',
    whenSeen: 'Cho DTMF dạng application/dtmf-relay, cho yêu cầu khung hình video và cho Info Package.',
  },
  SUBSCRIBE: {
    description:
      'Xin được thông báo về một sự kiện, như presence, tin nhắn chờ hoặc trạng thái đường dây. Thời hạn 0 kết thúc ' +
      'lượt theo dõi, hoặc lấy trạng thái một lần.',
    whenSeen:
      'Từ điện thoại có đèn báo bận (BLF), đèn hộp thư thoại và danh bạ trạng thái. Sau mỗi lần thành công phải có ' +
      'NOTIFY ngay, kể cả khi không có gì để báo.',
  },
  NOTIFY: {
    description:
      'Báo trạng thái của sự kiện cho bên theo dõi. Subscription-State cho biết lượt theo dõi có tiếp tục hay không.',
    whenSeen:
      'Sau mỗi SUBSCRIBE, mỗi lần trạng thái thay đổi, và sau REFER để báo tiến trình chuyển cuộc gọi. NOTIFY bị ' +
      'đáp ứng bằng 481 sẽ kết thúc lượt theo dõi.',
  },
  REFER: {
    description: 'Yêu cầu bên nhận liên lạc với địa chỉ khác, thường để chuyển cuộc gọi. Sau đó NOTIFY báo kết quả.',
    whenSeen:
      'Trong chuyển cuộc gọi trực tiếp, chuyển có tham vấn và bấm-để-gọi (click-to-dial). Đáp ứng thành công chỉ ' +
      'nói rằng yêu cầu được tiếp nhận; NOTIFY cuối cùng cho biết đích có trả lời hay không.',
  },
  MESSAGE: {
    description: 'Mang văn bản ngắn hoặc nội dung khác ngay trong yêu cầu. Nó không tạo hội thoại.',
    whenSeen:
      'Cho nhắn tin tức thời, SMS qua IMS và thông báo từ máy móc. 202 nghĩa là máy chủ đã lưu bản tin, không phải ' +
      'đã giao.',
  },
  PUBLISH: {
    description:
      'Tải trạng thái sự kiện, như presence, lên máy chủ để phân phối. SIP-ETag và SIP-If-Match gắn các lần làm mới ' +
      'với lần tải đầu.',
    whenSeen:
      'Từ máy khách presence và từ điện thoại gửi báo cáo chất lượng thoại. 412 nghĩa là máy chủ đã mất entity tag.',
  },
};
