import type { UnregisteredCode } from '../../catalogue/statuses.ts';
import type { UnregisteredText } from '../locale.ts';

/** Words for the codes that are met although nobody registered them; the facts are in `catalogue/statuses.ts`. */
export const unregistered: Readonly<Record<UnregisteredCode, UnregisteredText>> = {
  409: {
    from: 'RFC 2543, bị RFC 3261 bỏ',
    description:
      'Bản đăng ký mâu thuẫn với bản khác. RFC 2543 lấy mã này từ HTTP; RFC 3261 đã bỏ, và máy khách coi như 400.',
    whenSeen: 'Từ máy chủ đăng ký cũ, và từ script do người quen HTTP viết.',
    howToFix: 'Xem các bản đăng ký của người dùng ở máy chủ đăng ký, và cho máy chủ dùng 403 hoặc 500 thay thế.',
    means: 'bản đăng ký mâu thuẫn với bản khác, theo lời của một RFC cũ',
    useWhen: 'một phía còn nói RFC 2543; mọi bên khác coi nó như 400',
  },
  411: {
    from: 'RFC 2543, bị RFC 3261 bỏ',
    description: 'Yêu cầu thiếu Content-Length. RFC 2543 lấy mã này từ HTTP; RFC 3261 đã bỏ, và máy khách coi như 400.',
    whenSeen: 'Từ máy chủ rất cũ, và từ script viết theo lối HTTP.',
    howToFix: 'Cho máy khách gửi Content-Length, nhất là qua TCP.',
    means: 'máy chủ đòi Content-Length, theo lời của một RFC cũ',
    useWhen: 'máy khách còn nói RFC 2543 và quên Content-Length; mọi bên khác coi nó như 400',
  },
  477: {
    from: 'Kamailio và OpenSIPS',
    description:
      'Proxy không gửi được yêu cầu tới next hop: không có socket, không có tuyến, kết nối bị từ chối hoặc bắt tay ' +
      'TLS thất bại. Máy khách coi như 400.',
    whenSeen:
      'Từ Kamailio và OpenSIPS, ngay sau INVITE, khi không tới được gateway hoặc điện thoại qua TCP, TLS hoặc ' +
      'WebSocket.',
    howToFix:
      'Tìm trong log của proxy địa chỉ mà nó đã thử. Kiểm tra các socket lắng nghe, tuyến, và kết nối của điện ' +
      'thoại đã đăng ký còn mở không.',
    means: 'proxy không gửi được tới next hop; mã này là của riêng Kamailio và OpenSIPS',
    useWhen: 'proxy Kamailio hoặc OpenSIPS báo việc gửi thất bại cho máy khách của mình; với bên khác nó là 400',
  },
  478: {
    from: 'Kamailio và OpenSIPS',
    description: 'Proxy không phân giải được tên của next hop. Máy khách coi như 400.',
    whenSeen: 'Từ Kamailio và OpenSIPS, sau khi tra DNS cho Request-URI hoặc Route thất bại, đôi khi sau vài giây chờ.',
    howToFix:
      'Tra tên đó ngay trên proxy, bằng NAPTR, SRV và A hoặc AAAA. Tên miền sai trong kế hoạch quay số hoặc máy ' +
      'chủ DNS chết là nguyên nhân thường gặp.',
    means: 'không phân giải được tên của next hop; mã này là của riêng Kamailio và OpenSIPS',
    useWhen: 'proxy Kamailio hoặc OpenSIPS báo việc tra tên thất bại cho máy khách của mình; với bên khác nó là 400',
  },
  479: {
    from: 'Kamailio và OpenSIPS',
    description: 'Proxy không đọc được URI mà nó phải gửi tới. Máy khách coi như 400.',
    whenSeen: 'Từ Kamailio và OpenSIPS, khi Request-URI, Route hoặc đích được ghi lại bị sai dạng.',
    howToFix: 'Xem Request-URI và xem script định tuyến đã làm gì với nó; thiếu scheme hoặc thừa một ký tự là đủ.',
    means: 'không đọc được URI đích; mã này là của riêng Kamailio và OpenSIPS',
    useWhen: 'proxy Kamailio hoặc OpenSIPS báo URI sai dạng cho máy khách của mình; với bên khác nó là 400',
  },
  490: {
    from: 'một Internet-Draft đã hết hạn; PJSIP và Sofia-SIP vẫn liệt kê',
    description:
      'Yêu cầu bị chính bản cập nhật của nó vượt trước, theo lời của bản nháp chưa bao giờ thành RFC. Máy khách ' +
      'coi như 400.',
    whenSeen: 'Hầu như không gặp trên mạng; một số bộ phần mềm vẫn giữ tên nó trong bảng.',
    howToFix: 'Xem sản phẩm trong Server, vì chỉ hãng sản xuất mới nói được vì sao nó được gửi.',
    means: 'yêu cầu đã bị yêu cầu mới hơn thay thế, theo lời của bản nháp hết hạn',
    useWhen: 'cả hai bên làm theo bản nháp hết hạn; mọi bên khác coi nó như 400',
  },
  687: {
    from: 'một Internet-Draft đã hết hạn; Sofia-SIP vẫn liệt kê',
    description:
      'Hội thoại đã kết thúc, theo lời của bản nháp chưa bao giờ thành RFC. Máy khách coi như 600, nên phân nhánh ' +
      'kết thúc.',
    whenSeen: 'Hầu như không gặp trên mạng; Sofia-SIP vẫn giữ tên nó.',
    howToFix: 'Nếu sau nó cần thử đích khác, hãy cho thay bằng 481 hoặc 487.',
    means: 'hội thoại đã kết thúc, theo lời của bản nháp hết hạn',
    useWhen: 'cả hai bên làm theo bản nháp hết hạn; mọi bên khác coi nó như 600',
  },
};
