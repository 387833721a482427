import type { TimerId } from '../../catalogue/timers.ts';
import type { TimerText } from '../locale.ts';

/** Words for each timer; the facts are in `catalogue/timers.ts`. */
export const timers: Readonly<Record<TimerId, TimerText>> = {
  T1: {
    title: 'T1: ước lượng thời gian khứ hồi',
    does:
      'Đơn vị của gần như mọi bộ định thời khác: thời gian dự kiến cho một bản tin và đáp ứng. Trên đường chậm, ' +
      'như vô tuyến di động, nó được đặt cao hơn.',
    expired: 'Bản thân nó không hết hạn. Khoảng cách đầu tiên giữa hai bản INVITE cho thấy T1 của máy.',
  },
  T2: {
    title: 'T2: khoảng cách dài nhất giữa các bản lặp',
    does:
      'Giới hạn trên của khoảng cách tăng dần giữa các bản lặp của yêu cầu không phải INVITE, và của đáp ứng cuối ' +
      'cho INVITE.',
    expired: 'Các bản lặp đến mỗi 4 giây cho thấy máy đã chạm giới hạn: phía kia im lặng ít nhất 3,5 giây.',
  },
  T4: {
    title: 'T4: tuổi thọ dài nhất của bản tin',
    does: 'Một bản lặp còn có thể lang thang trong mạng bao lâu. Bộ định thời I và K dựa vào nó.',
    expired: 'Không thấy gì: sau nó, bản lặp đến muộn không gặp giao dịch nào nữa.',
  },
  A: {
    title: 'Bộ định thời A: gửi lại INVITE',
    does:
      'Gửi lại INVITE qua UDP khi chưa có đáp ứng, với khoảng cách tăng gấp đôi: sau 0,5, 1,5, 3,5, 7,5, 15,5 và ' +
      '31,5 giây. Đáp ứng bất kỳ sẽ dừng nó.',
    expired:
      'Các bản lặp của một INVITE với khoảng cách tăng dần: next hop không đáp ứng, hoặc 100 của nó không quay về. ' +
      'Bảy bản là trọn một chuỗi.',
  },
  B: {
    title: 'Bộ định thời B: INVITE không có đáp ứng',
    does: 'Kết thúc INVITE không nhận được đáp ứng nào. Nó chạy trên mọi giao thức truyền tải.',
    expired:
      'Sau nó máy khách bỏ cuộc: thử máy chủ kế tiếp, hoặc người dùng nhận 408 dù trên mạng không có 408. Proxy ' +
      'gửi 408 cho bên gọi vào khoảng thời điểm này.',
  },
  C: {
    title: 'Bộ định thời C: INVITE không kết thúc',
    does: 'Ở proxy, kết thúc INVITE đổ chuông mà không có đáp ứng cuối. Mỗi 101 đến 199 khởi động lại nó, 100 thì không.',
    expired:
      'Proxy gửi CANCEL xuống phía dưới, và bên gọi nhận 487 hoặc 408 khoảng ba phút sau dấu hiệu sống cuối cùng. ' +
      'Sản phẩm thường đặt thấp hơn, như 120 giây.',
  },
  D: {
    title: 'Bộ định thời D: lời từ chối đến muộn',
    does: 'Giữ giao dịch của máy khách sau lời từ chối, để các bản lặp của nó được xác nhận lại.',
    expired: 'Tự nó không thấy gì. Nếu máy chủ vẫn lặp lời từ chối sau đó, không còn ACK nào trả lời.',
  },
  E: {
    title: 'Bộ định thời E: gửi lại yêu cầu',
    does:
      'Gửi lại qua UDP mọi yêu cầu không phải INVITE: sau 0,5, 1,5, 3,5 và 7,5 giây, rồi mỗi 4 giây. Đáp ứng tạm ' +
      'làm nó chậm lại tới T2.',
    expired:
      'Các bản lặp của REGISTER, OPTIONS hoặc BYE: phía kia không đáp ứng, hoặc đáp ứng bị mất. Mười một bản là ' +
      'trọn một chuỗi.',
  },
  F: {
    title: 'Bộ định thời F: yêu cầu không có đáp ứng',
    does: 'Kết thúc yêu cầu không phải INVITE mà không nhận được đáp ứng cuối. Nó chạy trên mọi giao thức truyền tải.',
    expired:
      'Máy khách bỏ cuộc: đăng ký coi như thất bại, phía kia coi như ngừng hoạt động, và sau BYE cuộc gọi có thể ' +
      'vẫn còn ở phía kia.',
  },
  G: {
    title: 'Bộ định thời G: lặp lời từ chối',
    does: 'Gửi lại qua UDP lời từ chối INVITE cho đến khi có ACK.',
    expired: 'Các bản lặp của cùng một 3xx đến 6xx: ACK không tới máy chủ, hoặc máy khách không gửi.',
  },
  H: {
    title: 'Bộ định thời H: lời từ chối không có ACK',
    does: 'Kết thúc việc chờ ACK của lời từ chối.',
    expired:
      'Các bản lặp của lời từ chối dừng lại. Dù sao cuộc gọi cũng đã xong; chỉ còn phải giải thích vì sao thiếu ACK.',
  },
  I: {
    title: 'Bộ định thời I: ACK đến muộn',
    does: 'Giữ giao dịch của máy chủ sau ACK của lời từ chối, để nuốt các bản lặp của ACK.',
    expired: 'Không thấy gì: trong thời gian đó các bản lặp của ACK bị bỏ qua.',
  },
  J: {
    title: 'Bộ định thời J: bản lặp muộn của yêu cầu',
    does: 'Giữ giao dịch của máy chủ sau đáp ứng cuối, để bản lặp của yêu cầu nhận lại cùng đáp ứng.',
    expired: 'Bản lặp đến muộn hơn được coi là yêu cầu mới: BYE cũ khi ấy nhận 481, REGISTER cũ nhận 400 hoặc 500.',
  },
  K: {
    title: 'Bộ định thời K: đáp ứng đến muộn',
    does: 'Giữ giao dịch của máy khách sau đáp ứng cuối, để nuốt các bản lặp của nó.',
    expired: 'Không thấy gì: các bản lặp muộn của đáp ứng bị bỏ.',
  },
  L: {
    title: 'Bộ định thời L: đã trả lời, phía máy chủ',
    does: 'Giữ giao dịch máy chủ của INVITE đã được trả lời, để nuốt các bản lặp của INVITE.',
    expired: 'Không thấy gì. Bản lặp đến sau nó sẽ mở cuộc gọi thứ hai.',
  },
  M: {
    title: 'Bộ định thời M: đã trả lời, phía máy khách',
    does: 'Giữ giao dịch máy khách của INVITE đã được trả lời, để các 2xx khác của phân nhánh tới được bên gọi.',
    expired: '2xx đến muộn hơn không thuộc về đâu: nó không có ACK, và máy đã gửi nó kết thúc cuộc gọi.',
  },
  N: {
    title: 'Bộ định thời N: chờ NOTIFY',
    does: 'Thời gian bên theo dõi chờ NOTIFY đầu tiên sau SUBSCRIBE hoặc REFER, và sau mỗi lần làm mới.',
    expired: 'Lượt theo dõi coi như thất bại dù đã nhận 200, và đèn vẫn tắt.',
  },
  '2xx': {
    title: 'Trả lời mà không có ACK',
    does:
      'Bên được gọi lặp lại 200 của INVITE, sau 0,5, 1,5, 3,5 và 7,5 giây, rồi mỗi 4 giây, cho đến khi có ACK. ' +
      'Việc này diễn ra trên mọi giao thức truyền tải.',
    expired: 'Sau 32 giây không có ACK, bên được gọi gửi BYE: đó là cuộc gọi rớt sau nửa phút mà ai cũng biết.',
  },
  '100rel': {
    title: 'Tiến triển tin cậy mà không có PRACK',
    does: 'Bên được gọi lặp lại 18x tin cậy với khoảng cách tăng gấp đôi cho đến khi có PRACK.',
    expired: 'Sau 32 giây nó nên từ chối INVITE bằng 5xx. Trước đó, các bản lặp cùng RSeq cho thấy thiếu PRACK.',
  },
  trying: {
    title: '100 trong vòng 200 ms',
    does: 'Máy chủ không thể đáp ứng INVITE trong thời gian này phải gửi 100, để máy khách ngừng lặp.',
    expired: 'Có bản lặp của INVITE trước khi 100 đến: máy chủ chậm hơn T1, đang bận hoặc chờ cơ sở dữ liệu.',
  },
  progress: {
    title: 'Dấu hiệu sống khi đổ chuông',
    does: 'Khi đổ chuông hoặc chờ, bên được gọi gửi đáp ứng tạm mỗi phút, để proxy không chạm bộ định thời C.',
    expired:
      'Không có nó, proxy hủy các cuộc gọi đổ chuông hoặc xếp hàng quá ba phút. Đáp ứng tin cậy chỉ cần gửi mỗi ' +
      'hai phút rưỡi.',
  },
  glare: {
    title: 'Chờ sau 491',
    does:
      'Một phía chờ bao lâu sau 491 rồi mới thử lại re-INVITE hoặc UPDATE: 2,1 đến 4 giây cho phía mở cuộc gọi, 0 ' +
      'đến 2 giây cho phía kia.',
    expired:
      'Lần thử thứ hai đến trong thời gian đó và thành công. Nếu cả hai lại thử cùng lúc, một phía không giữ đúng ' +
      'phần của mình.',
  },
  invite: {
    title: 'Thời gian cho phép đổ chuông',
    does: 'INVITE được đổ chuông bao lâu, theo bên gọi ghi trong Expires.',
    expired: 'Bên được gọi đáp ứng 487 dù không có CANCEL, và thời gian kể từ INVITE bằng giá trị đó.',
  },
  session: {
    title: 'Bộ định thời phiên',
    does:
      'Cuộc gọi đã trả lời sống được bao lâu nếu không làm mới. Bên làm mới gửi re-INVITE hoặc UPDATE vào giữa chu ' +
      'kỳ; khuyến nghị 1800 giây, ít nhất 90 giây.',
    expired:
      'Phía chờ vô ích gửi BYE, trước khi hết hạn 32 giây hoặc một phần ba chu kỳ, tùy khoảng nào ngắn hơn. Các ' +
      'cuộc gọi dài bằng nhau là dấu hiệu của nó.',
  },
  registration: {
    title: 'Hiệu lực của bản đăng ký',
    does:
      'Máy chủ đăng ký giữ bản đăng ký bao lâu, theo 200 đã cấp. Điện thoại làm mới sớm hơn nhiều, ở một nửa đến ' +
      'chín phần mười.',
    expired: 'Cuộc gọi tới điện thoại bị từ chối bằng 404 hoặc 480, trong khi điện thoại vẫn tưởng mình đang đăng ký.',
  },
  subscription: {
    title: 'Hiệu lực của lượt theo dõi',
    does:
      'Bên thông báo giữ lượt theo dõi bao lâu, theo 200 đã cấp. Không có Expires thì gói sự kiện quyết định, với ' +
      'presence là một giờ.',
    expired: 'NOTIFY cuối cùng có terminated và timeout, sau đó đèn và danh sách giữ nguyên như cũ.',
  },
  flow: {
    title: 'Giữ kết nối đã đăng ký',
    does:
      'Điện thoại chứng tỏ kết nối còn sống thường xuyên ra sao: qua TCP mỗi 95 đến 120 giây bằng CRLF, qua UDP ' +
      'mỗi 24 đến 29 giây bằng STUN, hoặc ngắn hơn Flow-Timer một chút.',
    expired:
      'Máy chủ đăng ký bỏ kết nối và đáp ứng cuộc gọi bằng 430 hoặc 480; điện thoại đăng ký lại bằng kết nối mới.',
  },
};
