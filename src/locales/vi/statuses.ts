import type { StatusCode } from '../../catalogue/statuses.ts';
import type { StatusText } from '../locale.ts';

/**
 * Words for each registered response code; the facts are in `catalogue/statuses.ts`.
 * Frames of the clauses: `means` completes “183 có nghĩa là …” and stands alone after a colon; `useWhen` completes
 * “Dùng 183 khi …”. Both are whole clauses with a subject of their own, or a passive that needs none.
 */
export const statuses: Readonly<Record<StatusCode, StatusText>> = {
  100: {
    description:
      'Next hop đã nhận yêu cầu và đang xử lý; sẽ còn đáp ứng khác đến sau. Máy khách ngừng phát lại; chưa biết gì ' +
      'về bên được gọi.',
    whenSeen:
      'Là đáp ứng đầu tiên của hầu hết mọi INVITE, chỉ vài mili giây sau khi gửi, trong lúc proxy tìm bên được gọi. ' +
      'Mỗi chặng tự tạo 100 của mình: stateful proxy không bao giờ chuyển tiếp 100 mà nó nhận được.',
    howToFix:
      'Không cần sửa gì nếu còn đáp ứng khác đến sau. Nếu chỉ có 100 trong hơn vài giây, hãy kiểm tra kết nối phía ' +
      'sau next hop và cấu hình định tuyến của proxy ở đó, và bắt gói tin mà nó gửi đi tiếp: nguyên nhân thường gặp ' +
      'là gateway chết, truy vấn bị treo hoặc các nhánh phân nhánh im lặng.',
    means: 'next hop đã nhận yêu cầu và đang xử lý',
    useWhen: 'chưa có đáp ứng nào khác kịp sẵn sàng trong 200 ms và máy khách cần ngừng phát lại INVITE',
  },
  180: {
    description:
      'Thiết bị của bên được gọi đang báo cho người dùng. Nếu không có âm thanh từ phía kia, thiết bị của bên gọi ' +
      'tự phát hồi âm chuông.',
    whenSeen:
      'Trong mọi cuộc gọi tới điện thoại đang đổ chuông; cũng có thể đến sau 183, vì đáp ứng tạm không có thứ tự cố ' +
      'định. 180 đến muộn thường do tìm gọi (paging) di động hoặc thiết bị phải được đánh thức bằng push.',
    howToFix:
      'Nếu bên gọi không nghe thấy gì, kiểm tra xem 180 có mang SDP mà không có RTP đi kèm hay không, và cho thiết ' +
      'bị bên gọi tự phát hồi âm chuông. Nếu chỉ leg phía bên gọi thiếu 180, tìm B2BUA bỏ mất nó sau 183.',
    means: 'thiết bị của bên được gọi đang báo cho người dùng',
    useWhen: 'thiết bị được gọi bắt đầu đổ chuông',
  },
  181: {
    description:
      'Một máy chủ đang chuyển tiếp cuộc gọi và thử đích mới trong cùng INVITE. Bên gọi giữ nguyên leg của mình và ' +
      'chờ.',
    whenSeen:
      'Chuyển tiếp cuộc gọi, follow-me và nhóm đổ chuông do proxy hoặc PBX xử lý. 18x tiếp theo thường mang To-tag ' +
      'mới; History-Info hoặc Diversion cho biết cuộc gọi đã đi đâu.',
    howToFix:
      'Bản thân mã này không cần sửa gì. Nếu sau đó cuộc gọi thất bại, hãy xét đích cuối cùng thay vì số đã quay; ' +
      'tìm đích đó trong History-Info hoặc Diversion.',
    means: 'máy chủ đang tự chuyển tiếp cuộc gọi tới đích khác',
    useWhen: 'máy chủ của bạn chuyển tiếp cuộc gọi và bên gọi nên biết vì sao thiết lập lâu hơn',
  },
  182: {
    description:
      'Bên được gọi hiện không nhận được cuộc gọi, và máy chủ đưa cuộc gọi vào hàng đợi thay vì từ chối. Chưa ai ' +
      'được báo; cụm từ kèm theo có thể cho biết vị trí trong hàng đợi.',
    whenSeen:
      'Trung tâm cuộc gọi và nhóm ACD, đôi khi là gateway chờ trunk rỗi. Mã này được lặp lại trong khi bên gọi chờ.',
    howToFix:
      'Kiểm tra 182 có được lặp lại khoảng mỗi phút một lần; nếu không, timer C của proxy (hơn 3 phút) sẽ kết thúc ' +
      'cuộc gọi đang chờ. Nếu bên gọi gác máy vì im lặng, hãy mở early media bằng SDP và phát nhạc hoặc thông báo.',
    means: 'cuộc gọi đang chờ trong hàng đợi và chưa thiết bị nào đổ chuông',
    useWhen: 'bên được gọi không rỗi và bạn giữ cuộc gọi chờ thay vì từ chối',
  },
  183: {
    description:
      'Cuộc gọi đang tiến triển theo cách mà không mã nào khác mô tả. Khi có SDP, đường media mở trước khi trả lời ' +
      'để phía kia phát hồi âm chuông hoặc thông báo.',
    whenSeen:
      'Trong cuộc gọi tới PSTN hoặc mạng di động, nơi âm báo được phát trong băng, và trong cuộc gọi VoLTE phải ' +
      'dành tài nguyên trước. Khi đứng trước 4xx đến 6xx, nó thường mang thông báo giải thích vì sao thất bại.',
    howToFix:
      'Bản thân nó không cần sửa gì. Nếu bên gọi không nghe gì, kiểm tra 183 có mang SDP với codec thuộc offer, ' +
      'thiết bị gọi có xử lý SDP đó, có RTP theo sau, và tường lửa hoặc P-Early-Media cho RTP đi qua. Nếu không ' +
      'định phát âm thanh sớm, hãy gửi 180 để bên gọi có hồi âm chuông tại chỗ.',
    means: 'cuộc gọi đang tiến triển và early media có thể theo sau',
    useWhen: 'bạn muốn mở đường media trước khi trả lời',
  },
  199: {
    description:
      'Một hội thoại sớm (early dialog) của INVITE phân nhánh đã kết thúc trong khi INVITE vẫn đang chờ. To-tag cho ' +
      'biết nhánh nào, Reason cho biết vì sao.',
    whenSeen:
      'Phía sau proxy phân nhánh, chủ yếu trong IMS, khi một thiết bị đã từ chối còn các thiết bị khác vẫn đổ ' +
      'chuông. Chỉ bên gọi có ghi 199 trong Supported mới nên nhận mã này.',
    howToFix:
      'Chỉ giải phóng tài nguyên của hội thoại sớm đó, không gửi BYE cho nó, và tiếp tục chờ đáp ứng cuối. Nếu ' +
      'INVITE không ghi 199 trong Supported, hãy sửa phần tử đã gửi mã này.',
    means: 'một hội thoại sớm đã kết thúc nhưng INVITE vẫn đang chờ',
    useWhen: 'một nhánh đã thất bại, các nhánh khác còn tiếp tục, và bên gọi có ghi 199 trong Supported',
  },
  200: {
    description:
      'Thành công; điều gì thành công thì tùy phương thức. Với INVITE, cuộc gọi đã được trả lời; với REGISTER, bản ' +
      'đăng ký đã được lưu; với CANCEL, mã này chỉ nói rằng CANCEL đã được hiểu.',
    whenSeen:
      'Là đáp ứng cuối của mọi giao dịch bình thường. 200 cho INVITE lặp lại sau 0,5, 1 rồi 2 giây nghĩa là bên gửi ' +
      'nó chưa thấy ACK.',
    howToFix:
      'Nếu cuộc gọi đã trả lời bị rớt sau 32 giây, kiểm tra ACK có đến được địa chỉ trong Contact của 200 hay ' +
      'không. Nếu không có tiếng, so sánh SDP answer với địa chỉ và cổng mà RTP thực sự dùng.',
    means: 'yêu cầu đã thành công, và với INVITE là cuộc gọi đã được trả lời',
    useWhen: 'yêu cầu đã được thực hiện trọn vẹn',
  },
  202: {
    description:
      'Yêu cầu được tiếp nhận để xử lý; trước đây mã này có nghĩa là kết quả còn bỏ ngỏ. Mã đã lỗi thời: hãy xử lý ' +
      'đúng như 200.',
    whenSeen: 'Từ các stack đời cũ khi đáp ứng REFER hoặc SUBSCRIBE, và từ kho bản tin nhận MESSAGE để giao sau.',
    howToFix:
      'Phía nhận không cần đổi gì: NOTIFY tiếp theo cho biết kết quả. Phía gửi hãy đáp ứng SUBSCRIBE và REFER bằng ' +
      '200, vì RFC 6665 và RFC 7647 cấm dùng 202 ở đó.',
    means: 'yêu cầu được tiếp nhận và, giống như sau 200, kết quả sẽ đến riêng',
    useWhen: 'kho bản tin nhận MESSAGE để giao sau; với SUBSCRIBE và REFER hãy gửi 200',
  },
  204: {
    description:
      'SUBSCRIBE thành công, nhưng sẽ không có NOTIFY vì bên theo dõi đã có trạng thái hiện tại. Mã này chỉ hợp lệ ' +
      'trong một lượt theo dõi sự kiện đang có.',
    whenSeen:
      'Khi làm mới lượt theo dõi presence và tương tự bằng Suppress-If-Match (RFC 5839) để bớt thông báo. Hiếm gặp ' +
      'ở nơi khác.',
    howToFix:
      'Đừng chờ NOTIFY sau mã này. Nếu trạng thái ở bên theo dõi đã cũ, hãy làm mới mà không kèm Suppress-If-Match ' +
      'để bên thông báo gửi lại toàn bộ trạng thái.',
    means: 'lượt theo dõi sự kiện đã được làm mới và không có NOTIFY theo sau',
    useWhen: 'SUBSCRIBE trong hội thoại mang Suppress-If-Match và entity tag của nó vẫn khớp',
  },
  300: {
    description:
      'Địa chỉ này ứng với nhiều đích, liệt kê trong Contact; bên gọi hoặc thiết bị của họ phải chọn. Máy chủ không ' +
      'tự thử các đích đó.',
    whenSeen:
      'Máy chủ chuyển hướng và truy vấn định tuyến giá rẻ nhất (LCR) trả về danh sách tuyến xếp theo giá trị q. ' +
      'Người dùng PBX hiếm khi gặp.',
    howToFix:
      'Để thiết bị hoặc proxy phía gọi thử các Contact theo thứ tự q. Nếu sau ACK không có gì tiếp theo thì trunk ' +
      'đã tắt chuyển hướng, hoặc không Contact nào định tuyến được.',
    means: 'địa chỉ được gọi dẫn tới nhiều đích và bên gọi phải chọn một',
    useWhen: 'bên được gọi có nhiều địa chỉ và máy chủ của bạn không tự thử chúng',
  },
  301: {
    description:
      'Người dùng đã rời hẳn địa chỉ này. Contact cho địa chỉ mới; nên cập nhật danh bạ và bộ nhớ đệm tuyến.',
    whenSeen:
      'Số đã đổi, người dùng chuyển sang tên miền khác, hoặc số đã chuyển mạng được máy chủ chuyển hướng tìm ra. ' +
      'Gateway tạo mã này từ mã Q.850 số 22 khi có kèm số mới.',
    howToFix:
      'Gửi yêu cầu tới Contact và lưu địa chỉ đó vào dial plan. Nếu bên gọi không đi theo, hãy bật chuyển hướng ' +
      'trên trunk hoặc tự viết lại số.',
    means: 'người dùng đã chuyển hẳn sang địa chỉ mới',
    useWhen: 'địa chỉ cũ sẽ không bao giờ còn hiệu lực và bạn biết địa chỉ mới',
  },
  302: {
    description:
      'Tạm thời nên gửi cuộc gọi tới địa chỉ trong Contact; địa chỉ đã gọi vẫn dùng cho các cuộc gọi sau. Nếu không ' +
      'kèm thời hạn, địa chỉ đó chỉ dùng cho một lần thử và không được lưu đệm.',
    whenSeen:
      'Chuyển tiếp cuộc gọi và không làm phiền (DND) trên điện thoại của người tạm thời ở nơi khác, truy vấn chuyển ' +
      'mạng giữ số và định tuyến, chia tải giữa các máy chủ. INVITE tiếp theo phải dùng Contact làm Request-URI.',
    howToFix:
      'Chỉ để riêng cuộc gọi này đi tới Contact. Nếu sau ACK không có INVITE mới, hãy bật chuyển hướng trên trunk, ' +
      'hoặc để PBX tự gọi chuyển tiếp kèm trường Diversion. Cũng kiểm tra Contact có tới được không và có dẫn ngược ' +
      'về nơi gọi đến hay không.',
    means: 'tạm thời có thể gặp người dùng ở địa chỉ khác',
    useWhen: 'cuộc gọi cần đi nơi khác trong một thời gian và bên gọi phải tự thử địa chỉ đó',
  },
  305: {
    description:
      'Thiết bị được gọi yêu cầu liên lạc qua proxy nêu trong Contact. Chỉ user agent được gửi mã này, và nó chỉ áp ' +
      'dụng cho một yêu cầu này.',
    whenSeen:
      'Gần như không bao giờ: ít máy khách đi theo, vì một Contact không đáng tin có thể lái cuộc gọi đi bất cứ ' +
      'đâu. Mã này đến từ thiết bị nhất định đòi đi qua proxy của nó.',
    howToFix:
      'Cấu hình proxy đó làm tuyến tới thiết bị thay vì dựa vào 305. Nếu buộc phải theo, hãy gửi lại yêu cầu một ' +
      'lần qua Contact, và chỉ khi tin cậy phía kia.',
    means: 'phải liên lạc với bên được gọi qua proxy nêu trong Contact',
    useWhen: 'user agent của bạn chỉ nhận cuộc gọi qua một proxy nhất định',
  },
  380: {
    description:
      'Cuộc gọi thất bại ở đây, nhưng thân bản tin mô tả một dịch vụ khác có thể xử lý. Trong IMS, thân đó báo cho ' +
      'điện thoại biết đây là cuộc gọi khẩn cấp.',
    whenSeen:
      'Trong IMS, khi điện thoại quay số khẩn cấp mà không nhận ra; thân có kiểu application/3gpp-ims+xml. Rất hiếm ' +
      'ở nơi khác.',
    howToFix:
      'Đọc thân bản tin. Trong IMS, cho điện thoại đăng ký và gọi theo kiểu khẩn cấp; ở nơi khác, hiển thị phương ' +
      'án thay thế cho người dùng, vì không có hành vi tự động nào được quy định.',
    means: 'cuộc gọi thất bại nhưng thân bản tin nêu dịch vụ khác để dùng',
    useWhen: 'bạn không hoàn tất được cuộc gọi nhưng mô tả được dịch vụ làm được việc đó',
  },
  400: {
    description: 'Máy chủ không hiểu được yêu cầu. Cụm từ kèm theo, hoặc Warning 399, cần nói rõ phần nào bị hỏng.',
    whenSeen:
      'Trường tiêu đề sai cú pháp hoặc bị thiếu, SDP hỏng, Content-Length sai, hoặc bản tin bị ALG làm hỏng. Một số ' +
      'sản phẩm dùng mã này cho mọi lần từ chối mà chúng không phân loại được.',
    howToFix:
      'Đọc cụm từ, rồi so sánh từng trường tiêu đề của yêu cầu với một yêu cầu chạy tốt trên cùng tuyến. Sửa bên ' +
      'gửi; nếu bản tin bị đổi trên đường đi, hãy tắt SIP ALG trên router.',
    means: 'yêu cầu sai cú pháp nên máy chủ không xử lý được',
    useWhen: 'cú pháp của yêu cầu bị hỏng; hãy nêu trường tiêu đề hỏng trong cụm từ',
  },
  401: {
    description:
      'Chính user agent hoặc máy chủ đăng ký đòi thông tin xác thực; thách thức nằm trong WWW-Authenticate. 401 lần ' +
      'đầu là bước bình thường của xác thực digest.',
    whenSeen:
      'Một lần khi bắt đầu hầu hết các lượt đăng ký, và trong cuộc gọi tới máy chủ thách thức với tư cách user ' +
      'agent. 401 lặp lại nghĩa là sai tên người dùng, mật khẩu, realm hoặc thuật toán, hoặc nonce hết hạn quá sớm.',
    howToFix:
      'Gửi lại yêu cầu kèm Authorization và CSeq cao hơn. Nếu lại bị thách thức, hãy tìm stale=true: nếu có thì ' +
      'dùng nonce mới; nếu không thì sửa thông tin xác thực hoặc realm.',
    means: 'máy chủ được gọi hoặc máy chủ đăng ký đòi thông tin xác thực trong Authorization',
    useWhen: 'máy chủ đăng ký hoặc user agent của bạn, chứ không phải proxy, cần biết ai đang yêu cầu',
  },
  402: {
    description:
      'Được RFC 3261 dành riêng và chưa bao giờ quy định thêm. Nơi nào gặp mã này, nhà khai thác dùng nó cho tài ' +
      'khoản hết tiền.',
    whenSeen:
      'Trên dịch vụ trả trước và trunk bán buôn đã dùng hết số dư. Các hệ thống tính cước khác trả 403 vì cùng lý do.',
    howToFix:
      'Nạp tiền hoặc mở khóa tài khoản rồi gọi lại. Nếu tài khoản còn tiền, hãy hỏi nhà cung cấp xem đã chạm giới ' +
      'hạn nào.',
    means: 'nhà cung cấp đòi thanh toán trước khi phục vụ yêu cầu',
    useWhen: 'hai bên đã thống nhất rằng nó chỉ việc hết tiền; không tiêu chuẩn nào định nghĩa mã này',
  },
  403: {
    description:
      'Từ chối theo chính sách: yêu cầu đúng cú pháp, nhưng máy chủ này không phục vụ. Thông tin xác thực không ' +
      'thay đổi được điều đó, và gửi lại cùng yêu cầu cũng vô ích.',
    whenSeen:
      'Số gọi mà nhà cung cấp không chấp nhận, địa chỉ nguồn không có trong danh sách truy cập, đích bị chặn, giới ' +
      'hạn cuộc gọi hoặc tài khoản bị khóa. Một số máy chủ đăng ký trả mã này khi sai mật khẩu; bộ kiểm tra STIR ' +
      'gửi nó khi Date đã cũ.',
    howToFix:
      'Hãy tìm một chính sách, không phải lỗi cú pháp: so sánh From, P-Asserted-Identity, địa chỉ nguồn và tiền tố ' +
      'đã quay với một cuộc gọi đi lọt. Hỏi đơn vị vận hành máy chủ đã tạo mã này xem quy tắc nào khớp.',
    means: 'máy chủ hiểu yêu cầu nhưng từ chối thực hiện',
    useWhen: 'chính sách cấm yêu cầu, và cả thông tin xác thực lẫn việc thử lại đều không giúp gì',
  },
  404: {
    description:
      'Máy chủ này biết chắc người dùng không tồn tại trong tên miền, hoặc nó hoàn toàn không phục vụ tên miền đó.',
    whenSeen:
      'Số quay sai định dạng, DID chưa được khai báo, hoặc Request-URI sai tên miền. Một số máy chủ đăng ký cũng ' +
      'dùng mã này cho người dùng chỉ là chưa đăng ký.',
    howToFix:
      'So sánh Request-URI với điều máy chủ mong đợi: dấu + hoặc 00 ở đầu, mã quốc gia, phần tên miền. Sau đó kiểm ' +
      'tra số đã được khai báo, hoặc thiết bị đã đăng ký.',
    means: 'người dùng không tồn tại ở máy chủ này, hoặc tên miền không được phục vụ ở đây',
    useWhen: 'máy chủ của bạn biết chắc không có người dùng hoặc tên miền đó',
  },
  405: {
    description:
      'Máy chủ biết phương thức này nhưng không cho phép với địa chỉ trong Request-URI. Allow liệt kê những gì nó ' +
      'chấp nhận.',
    whenSeen:
      'REGISTER gửi tới máy chủ không phải máy chủ đăng ký, hoặc REFER, MESSAGE hay PUBLISH bị tắt trên trunk. Một ' +
      'số phía trả mã này cho OPTIONS giữ kết nối.',
    howToFix:
      'Dùng phương thức có trong Allow, hoặc gửi yêu cầu tới đúng máy chủ. Khi đáp ứng OPTIONS ping, mã này vô hại, ' +
      'vì nó chứng tỏ phía kia còn sống.',
    means: 'phương thức được biết nhưng không được phép với địa chỉ này',
    useWhen: 'bạn nhận ra phương thức nhưng từ chối nó ở địa chỉ này; Allow liệt kê các phương thức khác',
  },
  406: {
    description:
      'Mọi kiểu thân mà máy chủ có thể gửi lại đều bị trường Accept của yêu cầu loại trừ. Mã này nói về thân của ' +
      'đáp ứng, không phải về media được đề nghị.',
    whenSeen:
      'SUBSCRIBE có Accept thiếu định dạng của gói sự kiện, hoặc OPTIONS hay INVITE có Accept quá hẹp. Một số PBX ' +
      'dùng sai mã này cho trường hợp không khớp codec, lẽ ra phải là 488.',
    howToFix:
      'Mở rộng Accept theo những gì máy chủ trả về, ví dụ application/pidf+xml cho presence. Nếu yêu cầu là INVITE ' +
      'có SDP, hãy coi đáp ứng như 488 và so sánh codec.',
    means: 'máy chủ chỉ trả lời được theo định dạng mà Accept loại trừ',
    useWhen: 'trường Accept của yêu cầu loại trừ mọi kiểu thân mà bạn có thể trả về',
  },
  407: {
    description:
      'Một proxy trên đường đi đòi thông tin xác thực trước khi chuyển tiếp yêu cầu; thách thức nằm trong ' +
      'Proxy-Authenticate. 407 lần đầu là bình thường.',
    whenSeen:
      'Khi bắt đầu cuộc gọi ra qua nhà cung cấp hoặc PBX. 407 lần hai cho cùng realm nghĩa là thông tin xác thực ' +
      'sai hoặc nonce đã hết hạn; cho realm khác thì đơn giản là proxy thứ hai.',
    howToFix:
      'Gửi ACK, rồi gửi lại INVITE kèm Proxy-Authorization và CSeq cao hơn. Nếu máy khách bỏ cuộc, hãy cấu hình ' +
      'thông tin xác thực cho realm đó, hoặc cho trunk được chấp nhận theo địa chỉ IP.',
    means: 'một proxy trên đường đi đòi thông tin xác thực trong Proxy-Authorization',
    useWhen: 'proxy của bạn cần biết bên gọi trước khi chuyển tiếp yêu cầu',
  },
  408: {
    description:
      'Không nhận được đáp ứng kịp thời: máy chủ không liên lạc hoặc không định vị được người dùng trước khi timer ' +
      'hết hạn. Có thể gửi lại đúng yêu cầu đó sau.',
    whenSeen:
      'Sau 30 đến 32 giây không có 18x nào: next hop chết, điện thoại nằm sau ánh xạ NAT đã đóng, hoặc DNS hỏng. ' +
      'Sau 120 hoặc 180 giây đổ chuông: timer không trả lời.',
    howToFix:
      'Tìm chặng đã tạo ra mã này và timer khớp với độ trễ của nó. Sau đó thử next hop bằng OPTIONS, kiểm tra DNS ' +
      'và đăng ký của bên được gọi, hoặc chỉnh timer không trả lời.',
    means: 'máy chủ không nhận được đáp ứng kịp thời',
    useWhen: 'bạn đã chờ đáp ứng cho đến khi timer của mình, hoặc Expires của INVITE, hết hạn',
  },
  410: {
    description:
      'Địa chỉ từng hợp lệ nay đã mất hẳn, và máy chủ không biết địa chỉ mới. Máy chủ không thể chắc chắn điều này ' +
      'phải gửi 404.',
    whenSeen:
      'Tài khoản đã đóng hoặc số đã đổi. Gateway tạo mã này từ mã Q.850 số 22 không kèm số mới, và từ mã số 23.',
    howToFix:
      'Xóa số khỏi dial plan, hoặc tìm số mới bằng cách khác. Nếu số lẽ ra phải hoạt động, hãy hỏi nhà cung cấp xem ' +
      'số đã bị ngừng chưa.',
    means: 'địa chỉ đã bị thu hồi hẳn và không biết địa chỉ mới nào',
    useWhen: 'bạn biết địa chỉ từng tồn tại, đã chấm dứt hẳn và không có địa chỉ thay thế',
  },
  412: {
    description:
      'Điều kiện kèm theo yêu cầu không được thỏa. Trên thực tế, PUBLISH nêu trong SIP-If-Match một entity tag mà ' +
      'máy chủ không biết.',
    whenSeen:
      'Sau khi máy chủ presence khởi động lại hoặc bản công bố hết hạn, khi máy khách làm mới trạng thái cũ. Một ' +
      'lần thì vô hại, lặp lại thì là lỗi.',
    howToFix:
      'Gửi lại PUBLISH với toàn bộ trạng thái, không kèm SIP-If-Match, và giữ SIP-ETag mới. Nếu còn lặp lại, kiểm ' +
      'tra mọi PUBLISH của máy khách có đến cùng một máy chủ hay không.',
    means: 'máy chủ không biết entity tag trong SIP-If-Match',
    useWhen: 'PUBLISH nêu một bản công bố mà bạn không còn giữ',
  },
  413: {
    description: 'Thân bản tin lớn hơn mức máy chủ này chấp nhận. Có Retry-After nếu giới hạn chỉ là tạm thời.',
    whenSeen: 'Thân MESSAGE lớn, thân multipart kèm vị trí hoặc ISUP, tài liệu presence, SDP đầy ứng viên ICE.',
    howToFix:
      'Thu nhỏ thân, gửi nội dung bằng tham chiếu, hoặc chuyển văn bản dài sang MSRP. Nếu có Retry-After, chờ đúng ' +
      'thời gian đó rồi thử lại.',
    means: 'thân của yêu cầu quá lớn đối với máy chủ',
    useWhen: 'thân bản tin, chứ không phải URI hay cả bản tin, vượt giới hạn của bạn',
  },
  414: {
    description: 'Máy chủ từ chối xử lý Request-URI dài như vậy; phần còn lại của bản tin không bị xét đến.',
    whenSeen:
      'URI phình to vì tham số: trường tiêu đề nhúng, token dài, hoặc dữ liệu định tuyến mà proxy thêm vào mỗi lần ' +
      'đi qua.',
    howToFix:
      'Bỏ tham số và trường tiêu đề nhúng khỏi Request-URI. Nếu nó dài thêm qua từng chặng, hãy tìm proxy cứ thêm vào.',
    means: 'Request-URI quá dài đối với máy chủ',
    useWhen: 'riêng Request-URI đã vượt giới hạn của bạn',
  },
  415: {
    description:
      'Máy chủ không hỗ trợ kiểu, mã hóa nội dung hoặc ngôn ngữ của thân. Accept, Accept-Encoding hoặc ' +
      'Accept-Language cho biết nó nhận gì.',
    whenSeen:
      'INFO với application/dtmf-relay, thân multipart kèm ISUP hoặc vị trí, thân bị nén. Codec bị từ chối là ' +
      'chuyện khác: khi đó là 488.',
    howToFix:
      'Gửi lại yêu cầu với kiểu thân có trong Accept, hoặc bỏ phần thừa ở SBC. Với DTMF, chuyển sang sự kiện RFC 4733.',
    means: 'thân có kiểu, mã hóa nội dung hoặc ngôn ngữ mà máy chủ không hỗ trợ',
    useWhen: 'bạn hoàn toàn không đọc được loại thân này; hãy liệt kê trong Accept những loại đọc được',
  },
  416: {
    description: 'Máy chủ không biết scheme của Request-URI, ví dụ tel, urn hoặc sips.',
    whenSeen:
      'URI tel gửi tới máy chủ chỉ nhận SIP URI, sips gửi tới máy chủ không có TLS, hoặc urn:service:sos gửi tới ' +
      'mạng không có định tuyến khẩn cấp.',
    howToFix:
      'Viết lại đích thành sip:số@tên-miền;user=phone. Với sips, bật TLS trên máy chủ, hoặc gọi bằng URI sip nếu ' +
      'chính sách cho phép.',
    means: 'máy chủ không biết scheme của Request-URI',
    useWhen: 'máy chủ của bạn không định tuyến được URI có scheme này',
  },
  417: {
    description:
      'Yêu cầu đòi xử lý ưu tiên bằng Require: resource-priority, và máy chủ không biết giá trị nào trong số đã cho.',
    whenSeen:
      'Giữa các mạng quân sự, chính phủ hoặc khẩn cấp dùng không gian tên khác nhau, như dsn, ets hoặc wps. Cuộc ' +
      'gọi thông thường không gặp.',
    howToFix:
      'Dùng giá trị có trong Accept-Resource-Priority nếu đáp ứng có trường này. Nếu không, ánh xạ không gian tên ở ' +
      'biên mạng, hoặc bỏ Require để cuộc gọi đi với mức ưu tiên bình thường.',
    means: 'máy chủ không biết giá trị ưu tiên nào mà yêu cầu đòi hỏi',
    useWhen: 'yêu cầu đòi resource-priority và bạn không hiểu giá trị nào của nó',
  },
  420: {
    description: 'Yêu cầu đòi một phần mở rộng mà máy chủ không hỗ trợ; Unsupported liệt kê phần đó.',
    whenSeen:
      'Require hoặc Proxy-Require với 100rel, timer, precondition, sec-agree hoặc path gửi tới phía cũ hơn hoặc ' +
      'khắt khe hơn. Thường do cấu hình trunk bắt buộc PRACK.',
    howToFix:
      'Chuyển các option tag nêu trong Unsupported từ Require sang Supported và gửi lại yêu cầu. Nếu thật sự cần ' +
      'phần mở rộng, hãy bật nó ở phía kia.',
    means: 'yêu cầu đòi phần mở rộng mà máy chủ không hỗ trợ',
    useWhen: 'bạn không biết một option tag trong Require hoặc Proxy-Require',
  },
  421: {
    description:
      'Máy chủ cần một phần mở rộng mà máy khách không ghi trong Supported; Require trong đáp ứng nêu tên phần đó. ' +
      'Đây là chiều ngược lại của 420.',
    whenSeen:
      'Phía kia nhất định đòi session timer, 100rel, outbound hoặc sec-agree. Hiếm gặp, vì máy chủ nên lùi về SIP ' +
      'cơ bản mỗi khi có thể.',
    howToFix:
      'Bật phần mở rộng nêu trong Require ở máy khách để nó xuất hiện trong Supported. Nếu máy khách không làm ' +
      'được, hãy nới chính sách ở máy chủ.',
    means: 'máy chủ cần phần mở rộng mà máy khách không đề nghị',
    useWhen: 'bạn hoàn toàn không phục vụ được yêu cầu nếu thiếu một phần mở rộng không có trong Supported',
  },
  422: {
    description:
      'Chu kỳ phiên yêu cầu trong Session-Expires ngắn hơn mức chặng này cho phép. Min-SE mang giá trị nhỏ nhất ' +
      'được chấp nhận.',
    whenSeen:
      'Khi bên gọi đề nghị chu kỳ phiên thấp hơn mức tối thiểu của proxy, SBC hoặc bên được gọi. Một 422 rồi đến ' +
      'INVITE đã sửa là bình thường.',
    howToFix:
      'Gửi lại INVITE với Session-Expires không nhỏ hơn Min-SE nhận được, và lặp lại Min-SE đó trong INVITE. Nếu ' +
      'máy khách không thử lại, hãy tăng session timer của nó; giá trị khuyến nghị là 1800 giây.',
    means: 'chu kỳ phiên trong Session-Expires thấp hơn mức tối thiểu cho phép',
    useWhen: 'INVITE hoặc UPDATE đòi session timer ngắn hơn mức bạn chấp nhận',
  },
  423: {
    description:
      'Thời hạn yêu cầu quá ngắn. Min-Expires cho biết thời hạn ngắn nhất mà máy chủ chấp nhận cho lượt đăng ký, ' +
      'lượt theo dõi sự kiện hoặc bản công bố.',
    whenSeen:
      'Điện thoại sau NAT đăng ký mỗi 30 hoặc 60 giây ở máy chủ đăng ký có mức tối thiểu cao hơn. Một 423 rồi thử ' +
      'lại đúng là bình thường; nếu gửi cho thời hạn từ một giờ trở lên thì là lỗi máy chủ.',
    howToFix:
      'Gửi lại yêu cầu với thời hạn ít nhất bằng Min-Expires, hoặc tăng chu kỳ ở máy khách. Nếu đăng ký ngắn chỉ để ' +
      'giữ ánh xạ NAT, hãy dùng gói giữ kết nối CRLF hoặc STUN.',
    means: 'thời hạn yêu cầu thấp hơn mức tối thiểu mà máy chủ cho phép',
    useWhen: 'REGISTER, SUBSCRIBE hoặc PUBLISH xin thời hạn ngắn hơn mức tối thiểu của bạn và ngắn hơn một giờ',
  },
  424: {
    description:
      'Vị trí trong yêu cầu sai cú pháp, không tải được hoặc không đủ tốt cho bên nhận. Geolocation-Error nói rõ ' +
      'sai chỗ nào; hội thoại đang có vẫn được giữ.',
    whenSeen:
      'Cuộc gọi khẩn cấp và cuộc gọi định tuyến theo vị trí có PIDF-LO hỏng, URI vị trí không truy xuất được, hoặc ' +
      'vị trí mâu thuẫn với thông tin của mạng.',
    howToFix:
      'Đọc mã trong Geolocation-Error, sửa vị trí và gửi lại yêu cầu. Nếu đáp ứng mang sẵn một vị trí, hãy đưa vị ' +
      'trí đó vào.',
    means: 'không dùng được thông tin vị trí trong yêu cầu',
    useWhen: 'bạn cần vị trí và không vị trí nào trong yêu cầu dùng được',
  },
  425: {
    description:
      'Bản tin cảnh báo trong yêu cầu, một tài liệu CAP, hỏng đến mức không thể xử lý. AlertMsg-Error nói vì sao; ' +
      'hội thoại đang có vẫn được giữ.',
    whenSeen:
      'Cuộc gọi khẩn cấp không tương tác (RFC 8876) từ cảm biến và thiết bị báo động gửi thân CAP sai cú pháp hoặc ' +
      'không đầy đủ.',
    howToFix:
      'Kiểm tra tài liệu CAP theo mã trong AlertMsg-Error rồi gửi lại. Mã 101 nghĩa là không tìm thấy cảnh báo: ' +
      'kiểm tra thân multipart và tham chiếu tới nó.',
    means: 'không hiểu được cảnh báo khẩn cấp trong yêu cầu',
    useWhen: 'cảnh báo sai cú pháp và không phần nào khác của yêu cầu dùng được',
  },
  428: {
    description:
      'Bên kiểm tra đòi danh tính bên gọi có chữ ký, nhưng yêu cầu không có trường Identity, hoặc không có trường ' +
      'nào theo định dạng PASSporT mà nó hỗ trợ.',
    whenSeen:
      'Kết nối liên mạng STIR/SHAKEN bắt buộc chứng thực (attestation), khi phía khởi tạo không ký hoặc SBC gỡ mất ' +
      'trường Identity.',
    howToFix:
      'Ký cuộc gọi ở nhà cung cấp khởi tạo và cho mọi SBC chuyển Identity qua; dùng TCP nếu trường này làm bản tin ' +
      'quá lớn cho UDP. Nếu không, hãy nới chính sách của bên kiểm tra.',
    means: 'bên kiểm tra đòi trường Identity và không thấy trường nào nó hỗ trợ',
    useWhen: 'chính sách của bạn đòi danh tính có chữ ký và yêu cầu không có chữ ký nào bạn kiểm tra được',
  },
  429: {
    description:
      'Đích của việc chuyển cuộc gọi đòi bằng chứng ai đã yêu cầu: token Referred-By hợp lệ bị thiếu hoặc đã cũ. ' +
      'Bên chuyển biết điều này qua NOTIFY.',
    whenSeen:
      'Chuyển cuộc gọi bằng REFER tới đích có kiểm tra Referred-By, điều hiếm gặp. Từ FreeSWITCH, mã này chỉ việc ' +
      'kiểm tra Identity thất bại, trong khi RFC 8224 dùng 436.',
    howToFix:
      'Gửi lại REFER với token Referred-By do bên chuyển ký. Nếu FreeSWITCH tạo ra 429, hãy xem trường Identity và ' +
      'URL chứng thư của nó.',
    means: 'đích chuyển cuộc gọi đòi token Referred-By hợp lệ',
    useWhen: 'yêu cầu do REFER kích hoạt phải chứng minh ai đã yêu cầu nó',
  },
  430: {
    description:
      'Kết nối từ edge proxy tới thiết bị đã đăng ký bị đứt. Đây là thông tin giữa các proxy: proxy nắm thông tin ' +
      'đăng ký nên thử luồng (flow) khác của cùng thiết bị.',
    whenSeen:
      'Mạng dùng SIP outbound (RFC 5626), sau khi thiết bị mất kết nối TCP, TLS hoặc WebSocket. Không thiết bị nào ' +
      'được nhận mã này; thiết bị nhận phải coi nó như 400.',
    howToFix:
      'Cho proxy có thẩm quyền thử các luồng khác của thiết bị và bỏ luồng đã chết. Sau đó tìm vì sao nó đứt: thiếu ' +
      'gói giữ kết nối, NAT hết hạn hoặc edge proxy khởi động lại.',
    means: 'edge proxy đã mất kết nối tới thiết bị',
    useWhen: 'edge proxy của bạn thấy luồng tới thiết bị đã đứt và proxy phía trước có thể biết luồng khác',
  },
  433: {
    description:
      'Cuộc gọi bị từ chối vì bên gọi giấu danh tính. Bên gọi có thể thử lại với số hiển thị, nếu người dùng đồng ý.',
    whenSeen:
      'Bên được gọi hoặc mạng bật chặn cuộc gọi ẩn danh, khi From là anonymous hoặc Privacy yêu cầu ẩn. Chỉ thiếu ' +
      'P-Asserted-Identity thì chưa phải lý do.',
    howToFix:
      'Gọi lại với số hiển thị: kiểm tra From, Privacy và thiết lập CLIR của bên gọi. Nếu không hề định giấu số, ' +
      'hãy tìm chặng đã biến cuộc gọi thành ẩn danh.',
    means: 'bên được gọi hoặc mạng của họ không nhận cuộc gọi ẩn danh',
    useWhen: 'bên gọi chủ ý giấu danh tính và chính sách từ chối những cuộc gọi như vậy',
  },
  436: {
    description:
      'Bên kiểm tra không tải được chứng thư cần để kiểm tra trường Identity. Bản thân chữ ký chưa được xét.',
    whenSeen:
      'Cuộc gọi STIR/SHAKEN có URL info hoặc x5u không tới được, chậm hoặc bị tường lửa chặn, hoặc trỏ tới kho ' +
      'chứng thư đang ngừng.',
    howToFix:
      'Từ máy kiểm tra, thử tải URL của tham số info. Sửa kho chứng thư, DNS hoặc TLS của nó, hoặc tường lửa nằm giữa.',
    means: 'bên kiểm tra không tải được chứng thư của trường Identity',
    useWhen: 'bạn không lấy được chứng thư cho bất kỳ trường Identity nào trong yêu cầu',
  },
  437: {
    description:
      'Bên kiểm tra có chứng thư nhưng không tin hoặc không hỗ trợ, vì CA lạ hoặc thuật toán nó không xử lý.',
    whenSeen:
      'Cuộc gọi STIR/SHAKEN ký dưới một CA ngoài danh sách tin cậy của bên kiểm tra, ví dụ giữa hai hệ thống quốc ' +
      'gia. Tài liệu cũ gọi mã này là Unsupported Certificate.',
    howToFix:
      'So sánh bên cấp chứng thư với danh sách tin cậy của bên kiểm tra và cập nhật bên nào đã cũ. Kiểm tra chữ ký ' +
      'có dùng ES256.',
    means: 'đã tìm thấy chứng thư ký nhưng không được tin cậy hoặc không được hỗ trợ',
    useWhen: 'bạn có chứng thư ký nhưng không chấp nhận bên cấp hoặc thuật toán của nó',
  },
  438: {
    description:
      'Không trường Identity nào chứa PASSporT hợp lệ và được hỗ trợ: chữ ký không khớp với yêu cầu, hoặc token ' +
      'thiếu phần bắt buộc.',
    whenSeen:
      'Cuộc gọi STIR/SHAKEN có số hoặc Date bị viết lại sau khi ký, thường do SBC hoặc quy tắc chuẩn hóa số. Danh ' +
      'tính giả mạo trông cũng y như vậy.',
    howToFix:
      'So sánh orig, dest và iat của PASSporT với bên gọi, bên được gọi và Date như đã nhận. Hãy ký sau chặng cuối ' +
      'cùng có viết lại, và thử lại với dạng đầy đủ của token.',
    means: 'không trường Identity nào trong yêu cầu mang chữ ký hợp lệ',
    useWhen: 'bạn đã kiểm tra chữ ký và nó không khớp với yêu cầu',
  },
  439: {
    description:
      'Máy chủ đăng ký hỗ trợ SIP outbound, nhưng proxy đầu tiên trên đường đi thì không, nên không giữ được luồng ' +
      'tới thiết bị.',
    whenSeen:
      'Lượt đăng ký có reg-id và Supported: outbound đi qua edge proxy không tự thêm mình vào Path với tham số ob.',
    howToFix: 'Bật outbound và Path trên edge proxy, chọn proxy khác, hoặc cho máy khách đăng ký không kèm reg-id.',
    means: 'proxy đầu tiên không hỗ trợ outbound mà lượt đăng ký đòi hỏi',
    useWhen: 'máy chủ đăng ký của bạn thấy reg-id và outbound, nhưng chặng đầu không thêm ob vào Path',
  },
  440: {
    description: 'Proxy sẽ phải phân nhánh song song nhiều hơn mức Max-Breadth cho phép. Một số đích chưa được thử.',
    whenSeen:
      'Nhóm đổ chuông lớn hoặc phân nhánh lồng nhau vượt mức mặc định 60 nhánh song song; cũng có thể do các quy ' +
      'tắc chuyển tiếp nhân lên theo vòng tròn.',
    howToFix:
      'Đổ chuông ít đích hơn cùng lúc, hoặc cho proxy phân nhánh tuần tự. Nếu nhóm nhỏ, hãy tìm các quy tắc chuyển ' +
      'tiếp tỏa nhánh vào nhau.',
    means: 'yêu cầu sẽ phân ra nhiều nhánh song song hơn mức cho phép',
    useWhen:
      'proxy của bạn không thể phân nhánh trong giới hạn Max-Breadth, cũng không thể thử tuần tự hay chuyển hướng',
  },
  469: {
    description:
      'INFO thuộc một Info Package mà bên nhận không đồng ý. Recv-Info liệt kê những gói nó chấp nhận; cuộc gọi vẫn ' +
      'tiếp tục.',
    whenSeen: 'Ứng dụng gửi DTMF hoặc dữ liệu riêng trong Info Package mà phía kia chưa từng công bố trong Recv-Info.',
    howToFix:
      'Chỉ gửi các gói có trong Recv-Info của phía kia, hoặc bật gói đó ở phía kia. Với DTMF, sự kiện RFC 4733 ' +
      'tránh được vấn đề này.',
    means: 'bên nhận không đồng ý với Info Package này',
    useWhen: 'INFO nêu một gói mà Recv-Info của bạn chưa từng liệt kê',
  },
  470: {
    description:
      'Máy trung gian phân phát yêu cầu tới một danh sách người nhận chưa có sự đồng ý của ít nhất một người. ' +
      'Permission-Missing nêu các địa chỉ đó.',
    whenSeen:
      'MESSAGE hoặc INVITE tới danh sách URI, như nhắn tin nhóm hoặc mời họp hội nghị, trong hệ thống theo RFC 5360.',
    howToFix:
      'Thêm các địa chỉ trong Permission-Missing vào danh sách của máy trung gian và chờ chủ nhân đồng ý, hoặc bỏ ' +
      'họ ra. Sau đó gửi lại yêu cầu.',
    means: 'máy trung gian không được phép liên lạc với ít nhất một người nhận',
    useWhen: 'yêu cầu mang danh sách URI có người nhận chưa đồng ý',
  },
  480: {
    description:
      'Bên được gọi có tồn tại nhưng hiện không nhận được cuộc gọi: đã đăng xuất, ngoài vùng phủ sóng hoặc không ' +
      'muốn bị làm phiền. Retry-After có thể cho biết khi nào thử lại.',
    whenSeen:
      'Không có đăng ký còn hiệu lực, bật không làm phiền (DND), di động tắt máy, hoặc đổ chuông cho đến khi ' +
      'gateway bỏ cuộc (mã Q.850 số 19). FreeSWITCH gửi mã này cho mọi nguyên nhân nó không ánh xạ được.',
    howToFix:
      'Trước hết kiểm tra đăng ký của bên được gọi, rồi thiết lập không làm phiền, rồi mã Q.850 trong trường ' +
      'Reason. Warning 380 hoặc 381 cho thấy sip và sips không khớp nhau.',
    means: 'bên được gọi có tồn tại nhưng hiện không sẵn sàng',
    useWhen: 'bạn biết người dùng nhưng lúc này không có cách nào liên lạc',
  },
  481: {
    description:
      'Yêu cầu tự nhận thuộc một hội thoại hoặc giao dịch mà bên nhận không biết. Khi đáp ứng CANCEL, mã này chỉ ' +
      'ảnh hưởng đến CANCEL đó.',
    whenSeen:
      'Sau khi hai BYE giao nhau, sau khi khởi động lại hoặc chuyển dự phòng mà không giữ trạng thái hội thoại, khi ' +
      'session timer hết hạn ở một phía, hoặc tag bị đổi trên đường đi. PRACK nhận mã này khi RAck không khớp gì.',
    howToFix:
      'So sánh Call-ID và cả hai tag với của hội thoại; với CANCEL, so sánh Via branch với của INVITE. Nếu khớp thì ' +
      'yêu cầu đã đến nút khác: kiểm tra Record-Route và việc ghim phiên vào nút trong cụm.',
    means: 'bên nhận không biết hội thoại hay giao dịch nào khớp với yêu cầu',
    useWhen: 'yêu cầu mang To-tag, hoặc là CANCEL hay PRACK, mà không khớp với gì bạn biết',
  },
  482: {
    description:
      'Máy chủ đã gặp yêu cầu này: nó quay lại theo vòng lặp, hoặc hai bản của một yêu cầu phân nhánh gặp nhau ở ' +
      'cùng một user agent.',
    whenSeen:
      'Hai máy chủ định tuyến qua lại cho nhau, một tên miền mà proxy không nhận là của mình, hoặc chuyển tiếp cuộc ' +
      'gọi theo vòng tròn. Khi là yêu cầu bị gộp từ một nhánh, mã này vô hại nếu nhánh khác thành công.',
    howToFix:
      'Đọc chồng Via để xem máy nào lặp lại, rồi thêm bí danh tên miền còn thiếu hoặc cắt tuyến mặc định giữa ' +
      'chúng. Với yêu cầu bị gộp, đừng gửi một cuộc gọi hai lần tới cùng thiết bị.',
    means: 'yêu cầu đã đi qua máy chủ này',
    useWhen: 'cùng một yêu cầu quay lại với bạn mà không đổi, hoặc đến bạn hai lần do phân nhánh',
  },
  483: {
    description: 'Max-Forwards về 0 trước khi yêu cầu tìm được đích.',
    whenSeen:
      'Hầu như luôn là vòng lặp định tuyến, thường là loại viết lại Request-URI ở mỗi vòng nên cơ chế phát hiện ' +
      'vòng lặp bỏ sót. Hiếm khi là một chuỗi rất dài, hoặc máy khách bắt đầu thấp hơn mức 70 thông thường.',
    howToFix:
      'Lần theo chồng Via tới các máy lặp lại và sửa tuyến hoặc chuyển tiếp giữa chúng. Nếu không máy nào lặp lại, ' +
      'cho bên gửi bắt đầu với Max-Forwards 70.',
    means: 'yêu cầu đã dùng hết số chặng cho phép',
    useWhen: 'yêu cầu bạn phải chuyển tiếp đến nơi với Max-Forwards bằng 0',
  },
  484: {
    description:
      'Số đã quay quá ngắn để định tuyến. Với quay số chồng lấn (overlap), mã này chỉ đơn giản xin thêm chữ số.',
    whenSeen:
      'Người dùng ngừng quay số giữa chừng, dial plan có timer chờ chữ số quá ngắn, hoặc gateway nhận mã Q.850 số ' +
      '28 vì sai định dạng số.',
    howToFix:
      'Đếm chữ số trong Request-URI và sửa dial plan để cả số được gửi đi một lần. Trên gateway, kiểm tra cả kiểu ' +
      'số (TON) và tiền tố.',
    means: 'số không đầy đủ',
    useWhen: 'thêm chữ số thì địa chỉ vẫn có thể hợp lệ',
  },
  485: {
    description:
      'Địa chỉ khớp với nhiều người dùng và máy chủ không đoán. Contact có thể liệt kê các ứng viên để con người chọn.',
    whenSeen: 'Danh bạ mà một tên như lee khớp với vài người. Số điện thoại hầu như không bao giờ gây ra mã này.',
    howToFix:
      'Gọi địa chỉ đầy đủ của một ứng viên trong Contact. Trên máy chủ, làm cho bí danh là duy nhất, hoặc trả 404 ' +
      'nếu danh sách phải giữ kín.',
    means: 'địa chỉ mơ hồ vì nhiều người dùng chung',
    useWhen: 'địa chỉ khớp với nhiều người dùng và chỉ con người mới chọn được',
  },
  486: {
    description:
      'Đã liên lạc được với bên được gọi ở thiết bị này, nhưng thiết bị không thể hoặc không muốn nhận thêm cuộc ' +
      'gọi. Thiết bị khác hoặc hộp thư thoại vẫn có thể trả lời.',
    whenSeen:
      'Người dùng đang nói chuyện, nút từ chối được bấm, không làm phiền (DND) đang bật, hoặc đã chạm giới hạn cuộc ' +
      'gọi. Gateway tạo mã này từ mã Q.850 số 17.',
    howToFix:
      'Nếu mã đến trong vòng 0,3 giây và không đổ chuông, kiểm tra không làm phiền (DND) và giới hạn cuộc gọi. Nếu ' +
      'cuộc gọi cần vào hộp thư thoại, kiểm tra proxy hoặc PBX có chuyển tiếp khi bận.',
    means: 'bên được gọi đang bận ở thiết bị này',
    useWhen: 'một thiết bị bận và thiết bị khác, hoặc hộp thư thoại, vẫn có thể nhận cuộc gọi',
  },
  487: {
    description:
      'Yêu cầu bị kết thúc trước khi được trả lời. Với INVITE, đây là kết quả bình thường của CANCEL; BYE trong hội ' +
      'thoại sớm hoặc Expires hết hạn cũng dẫn tới mã này.',
    whenSeen:
      'Bên gọi gác máy khi đang đổ chuông, thiết bị khác đã trả lời, hoặc timer không trả lời của proxy hết hạn. ' +
      'Trên đường truyền: CANCEL, 200 cho CANCEL, 487 cho INVITE, ACK.',
    howToFix:
      'Không cần sửa gì nếu trước đó có CANCEL; Reason của nó phân biệt cuộc gọi đã được nhận ở nơi khác với cuộc ' +
      'gọi bị bỏ. Nếu không CANCEL, BYE hay Expires nào giải thích được, hãy xem xét B2BUA đã gửi mã này.',
    means: 'INVITE bị kết thúc trước khi được trả lời, thường do CANCEL',
    useWhen: 'một INVITE đang chờ bị hủy; bản thân CANCEL nhận 200',
  },
  488: {
    description:
      'Phiên được đề nghị không phù hợp với thiết bị này: codec, mã hóa, giao thức truyền tải hoặc họ địa chỉ. ' +
      'Thiết bị khác có thể chấp nhận, và cuộc gọi đang có vẫn tiếp tục như cũ.',
    whenSeen:
      'Không có codec chung, SRTP chỉ một phía bắt buộc, media IPv6 gửi tới thiết bị IPv4, hoặc re-INVITE sang T.38 ' +
      'hay video tới thiết bị không có.',
    howToFix:
      'Đọc Warning (305 là không khớp codec) và so sánh offer với những gì thiết bị hỗ trợ. Thêm codec chung như ' +
      'G.711, thống nhất chính sách SRTP, hoặc chuyển mã trên SBC.',
    means: 'media được đề nghị không phù hợp với thiết bị này',
    useWhen: 'bạn không chấp nhận được offer này nhưng thiết bị khác của cùng người dùng có thể chấp nhận',
  },
  489: {
    description:
      'Gói sự kiện trong trường Event không được hỗ trợ ở đây. Allow-Events cần liệt kê các gói được hỗ trợ.',
    whenSeen:
      'SUBSCRIBE cho presence, dialog (BLF) hoặc message-summary tại máy chủ không có tính năng đó, hoặc NOTIFY cho ' +
      'sự kiện không ai yêu cầu. Điện thoại thường thử mọi gói chúng biết.',
    howToFix:
      'Chọn gói có trong Allow-Events, hoặc bật tính năng trên máy chủ. Nếu không, tắt việc theo dõi sự kiện đó ' +
      'trên điện thoại để bớt nhiễu.',
    means: 'máy chủ không hỗ trợ gói sự kiện này',
    useWhen: 'bạn không biết gói sự kiện nêu trong Event',
  },
  491: {
    description:
      'Bên nhận đang có INVITE hoặc offer của chính mình chờ trong hội thoại này, nên hai bên va chạm. Mỗi phía chờ ' +
      'một khoảng ngẫu nhiên rồi thử lại.',
    whenSeen:
      'Hai đầu gửi re-INVITE hoặc UPDATE cùng lúc, ví dụ giữ máy trùng với làm mới phiên, hoặc ngay sau khi trả lời.',
    howToFix:
      'Thử lại sau 2,1 đến 4 giây nếu bạn đã tạo Call-ID, nếu không thì sau 0 đến 2 giây. Nếu không bao giờ hết, ' +
      'hãy tìm yêu cầu còn đang chờ, chẳng hạn re-INVITE bị mất ACK.',
    means: 'hai phía cùng lúc tìm cách thay đổi phiên',
    useWhen: 'INVITE hoặc offer trong UPDATE đến trong khi yêu cầu của chính bạn trong hội thoại này còn đang chờ',
  },
  493: {
    description:
      'Thân được mã hóa bằng S/MIME và bên nhận không có khóa, hoặc không muốn dùng khóa, để giải mã. Đáp ứng có ' +
      'thể kèm chứng thư cần dùng thay.',
    whenSeen:
      'Thân mã hóa đầu cuối bằng chứng thư cũ hoặc sai của người nhận. Rất hiếm, vì ít thiết bị SIP dùng S/MIME.',
    howToFix:
      'Mã hóa lại bằng chứng thư trong đáp ứng, hoặc bằng chứng thư hiện hành của người nhận. Nếu không định mã ' +
      'hóa, hãy gửi thân ở dạng rõ qua TLS.',
    means: 'bên nhận không giải mã được thân bản tin',
    useWhen: 'thân được mã hóa bằng S/MIME và bạn không có khóa',
  },
  494: {
    description:
      'Chặng đầu tiên và máy khách phải thỏa thuận cơ chế bảo mật trước khi yêu cầu được phục vụ. Security-Server ' +
      'liệt kê các lựa chọn.',
    whenSeen:
      'Mạng dùng sec-agree (RFC 3329), trong đó có IMS: khi yêu cầu chưa được bảo vệ mà đòi cơ chế này, hoặc khi ' +
      'Security-Verify không lặp đúng danh sách của máy chủ.',
    howToFix:
      'Chọn trong Security-Server cơ chế có giá trị q cao nhất mà máy khách biết, khởi động nó, rồi gửi lại yêu cầu ' +
      'kèm Security-Verify. Nếu vẫn bị từ chối, kiểm tra xem có chặng nào đã đổi danh sách.',
    means: 'chặng đầu tiên đòi thỏa thuận bảo mật trước khi phục vụ yêu cầu',
    useWhen: 'yêu cầu chưa được bảo vệ đòi sec-agree, hoặc Security-Verify của nó khác danh sách của bạn',
  },
  500: {
    description:
      'Máy chủ bỏ cuộc vì lỗi của chính nó. Khi có Retry-After, lỗi là tạm thời và có thể gửi lại yêu cầu sau thời ' +
      'gian đó.',
    whenSeen:
      'Lỗi script hoặc cơ sở dữ liệu, CSeq thấp hơn lần trước, hoặc INVITE thứ hai đến khi INVITE đầu chưa xong. ' +
      'Proxy cũng đổi một 503 duy nhất từ phía sau thành 500.',
    howToFix:
      'Xem log của máy đã tạo ra mã này, không phải máy đã chuyển nó về. Nếu leg phía sau có 503, hãy khắc phục ' +
      'tình trạng quá tải hoặc tuyến đó; nếu không, kiểm tra thứ tự CSeq trong hội thoại.',
    means: 'máy chủ gặp lỗi ngoài dự kiến',
    useWhen: 'có gì đó hỏng trong máy chủ của bạn và không mã nào khác mô tả được',
  },
  501: {
    description:
      'Máy chủ hoàn toàn không hỗ trợ phương thức này, với bất kỳ người dùng nào. Nếu biết phương thức và chỉ từ ' +
      'chối ở đây, nó sẽ gửi 405.',
    whenSeen:
      'REFER, UPDATE, PUBLISH hoặc MESSAGE gửi tới user agent hoặc gateway đơn giản. Gateway cũng tạo mã này từ mã ' +
      'Q.850 số 29 và 79.',
    howToFix:
      'Đọc trường Allow của phía kia và tắt tính năng đó cho trunk này. Nếu gateway gửi, hãy hỏi phía PSTN xem dịch ' +
      'vụ nào bị từ chối.',
    means: 'máy chủ hoàn toàn không hỗ trợ phương thức hoặc tính năng này',
    useWhen: 'bạn không nhận ra phương thức và không hỗ trợ nó cho người dùng nào',
  },
  502: {
    description: 'Proxy hoặc gateway nhận được đáp ứng không hợp lệ từ máy chủ hoặc mạng kế tiếp.',
    whenSeen:
      'Gateway PSTN nhận mã Q.850 số 27, đích hỏng; ít gặp hơn là proxy có máy chủ phía sau trả về dữ liệu vô nghĩa.',
    howToFix:
      'Thử đích đó qua tuyến khác: nếu ở đó được thì lỗi ở gateway hoặc nhà mạng của nó. Nếu không, hãy báo đường ' +
      'dây bị hỏng.',
    means: 'máy chủ hoặc mạng kế tiếp trả về đáp ứng không hợp lệ',
    useWhen: 'gateway hoặc proxy của bạn nhận từ phía sau một đáp ứng vô nghĩa',
  },
  503: {
    description:
      'Máy chủ hiện không xử lý được yêu cầu vì quá tải, bảo trì hoặc thiếu tài nguyên. Máy khách nên dùng máy chủ ' +
      'khác, và nếu có Retry-After thì để yên máy này trong thời gian đó.',
    whenSeen:
      'Mọi kênh trunk đều bận vào giờ cao điểm, không gateway nào tới được, giới hạn giấy phép hoặc tốc độ cuộc ' +
      'gọi, máy chủ đang tắt. Gateway PSTN tạo mã này từ các mã Q.850 như 34, 41 và 42.',
    howToFix:
      'Chuyển sang máy chủ hoặc tuyến dự phòng, hoặc chờ hết thời gian trong Retry-After. Sau đó kiểm tra dung ' +
      'lượng và trạng thái gateway ở máy đã gửi; nếu còn kéo dài, hãy chia cuộc gọi cho nhiều máy chủ. Đừng gửi ' +
      'Retry-After chỉ vì một trunk bận: phía kia có thể ngừng dùng cả máy chủ.',
    means: 'chính máy chủ quá tải hoặc ngừng phục vụ, bất kể gọi cho ai',
    useWhen: 'lúc này không yêu cầu nào tới máy chủ này thành công được và máy khách nên sang máy khác',
  },
  504: {
    description: 'Máy chủ phụ thuộc vào một hệ thống khác, và hệ thống đó không trả lời kịp.',
    whenSeen:
      'Truy vấn DNS, LDAP, HTTP hoặc cơ sở dữ liệu phía sau proxy chậm hoặc chết, hoặc gateway có timer hết hạn (mã ' +
      'Q.850 số 102). UPDATE cần người dùng đồng ý cũng nhận mã này.',
    howToFix:
      'Trên máy đã tạo ra mã này, tìm truy vấn hoặc liên kết bị chậm và sửa. Sau đó rút ngắn thời gian chờ của nó ' +
      'hoặc thêm phương án dự phòng, để cuộc gọi không còn phải chờ.',
    means: 'hệ thống phía sau máy chủ không đáp ứng kịp',
    useWhen: 'truy vấn hoặc gateway mà bạn phụ thuộc hết thời gian chờ trước khi bạn kịp quyết định',
  },
  505: {
    description: 'Máy chủ không hỗ trợ phiên bản SIP trong dòng yêu cầu.',
    whenSeen:
      'Dòng đầu không phải SIP/2.0: lưu lượng HTTP trên cổng 5060, máy quét, hoặc luồng TCP bị lệch ranh giới bản tin.',
    howToFix:
      'Xem nguyên văn dòng đầu và sửa bên gửi. Trên TCP, kiểm tra Content-Length của bản tin trước đó, vì giá trị ' +
      'sai làm lệch mọi thứ phía sau.',
    means: 'phiên bản SIP của yêu cầu không được hỗ trợ',
    useWhen: 'dòng yêu cầu mang phiên bản khác SIP/2.0',
  },
  513: {
    description: 'Toàn bộ bản tin lớn hơn mức máy chủ xử lý được.',
    whenSeen:
      'INVITE chất đầy ứng viên ICE, hoặc có trường Record-Route, History-Info hay Identity dài; cả thân MESSAGE lớn.',
    howToFix:
      'Rút gọn danh sách codec và trường tiêu đề, dùng dạng rút gọn, hoặc tăng kích thước bộ đệm trên máy chủ. Nếu ' +
      'dùng UDP thì cũng chuyển sang TCP, vì các mảnh bị mất từ trước khi chạm giới hạn này rất nhiều.',
    means: 'cả bản tin quá lớn đối với máy chủ',
    useWhen: 'tiêu đề và thân cộng lại vượt mức bạn xử lý được',
  },
  555: {
    description: 'Mạng không hỗ trợ dịch vụ thông báo đẩy (push) mà REGISTER nêu trong pn-provider.',
    whenSeen:
      'Ứng dụng di động đăng ký kèm tham số push (RFC 8599) trong mạng không hỗ trợ push, hoặc dùng nhà cung cấp ' +
      'push khác. Mã này chỉ đáp ứng REGISTER.',
    howToFix:
      'Dùng pn-provider mà mạng cung cấp, cấu hình nhà cung cấp đó trên proxy, hoặc đăng ký không kèm push. ' +
      'REGISTER với pn-provider rỗng sẽ hỏi xem những gì được hỗ trợ.',
    means: 'dịch vụ push nêu trong pn-provider không được hỗ trợ',
    useWhen: 'REGISTER đòi nhà cung cấp push mà phía bạn không có gì hỗ trợ',
  },
  580: {
    description:
      'Không đáp ứng được điều kiện tiên quyết trong SDP, như băng thông dành sẵn, nên phiên không được thiết lập. ' +
      'SDP trong đáp ứng đánh dấu điều kiện không đạt.',
    whenSeen:
      'Cuộc gọi VoLTE và IMS khác không dành được bearer, do vùng phủ sóng, chính sách hoặc hết thời gian chờ trong ' +
      'mạng lõi.',
    howToFix:
      'So sánh các dòng curr và des của hai phía để tìm phía chưa bao giờ dành xong tài nguyên. Kiểm tra log bearer ' +
      'và chính sách của mạng đó, hoặc đổi điều kiện tiên quyết thành tùy chọn.',
    means: 'không đáp ứng được điều kiện tiên quyết của offer',
    useWhen: 'offer đòi tài nguyên, như bearer dành sẵn, mà bạn không cung cấp được',
  },
  600: {
    description:
      'Đã liên lạc được với bên được gọi và họ bận trên mọi thiết bị, còn 486 chỉ nói về một thiết bị. Không được ' +
      'thử đích nào khác: 6xx kết thúc phân nhánh và proxy hủy mọi nhánh còn lại.',
    whenSeen:
      'User agent hoặc máy chủ ứng dụng biết mọi thiết bị đều bận, hoặc gateway ánh xạ máy bận thành 600 trong khi ' +
      'lẽ ra là 486. Sau mã này, hộp thư thoại không được thử.',
    howToFix:
      'Gọi lại sau, theo Retry-After nếu có: khi bên được gọi chưa rảnh thì không còn cách nào khác để gặp họ. Nếu ' +
      'lẽ ra hộp thư thoại hoặc thiết bị khác phải nhận cuộc gọi, hãy cho phía được gọi gửi 486.',
    means: 'bên được gọi bận trên mọi thiết bị và không được thử đích nào khác',
    useWhen: 'bạn biết rằng cả thiết bị lẫn hộp thư thoại của người dùng đều sẽ không nhận cuộc gọi',
  },
  603: {
    description:
      'Đã liên lạc được với bên được gọi, và người dùng, hoặc thứ gì đó thay mặt người dùng, từ chối cuộc gọi trên ' +
      'mọi thiết bị mà không nêu lý do. Khác với 600, mã này không nói rằng họ bận. Phân nhánh kết thúc.',
    whenSeen:
      'Nút từ chối của nhiều ứng dụng, không làm phiền (DND) hoặc danh sách chặn; gateway với mã Q.850 số 21 từ ' +
      'người dùng. Ở Mỹ, cụm từ "Network Blocked" kèm mã số 21 đánh dấu cuộc gọi bị hệ thống phân tích chặn.',
    howToFix:
      'Xét theo thời gian và cụm từ: trong vòng một giây và không đổ chuông là quy tắc của máy chủ, muộn hơn là con ' +
      'người. Nếu con người đã từ chối, hãy tôn trọng và dùng cách khác như tin nhắn hoặc email. Nếu bị hệ thống ' +
      'phân tích chặn, kiểm tra uy tín và mức chứng thực của số, và dùng đầu mối khiếu nại nếu có.',
    means: 'bên được gọi từ chối cuộc gọi trên mọi thiết bị',
    useWhen: 'người dùng từ chối cuộc gọi và không nên thử thiết bị nào khác',
  },
  604: {
    description:
      'Nơi có thẩm quyền về người dùng này nói rằng không đâu có người dùng đó, nên không cần hỏi máy chủ nào khác.',
    whenSeen:
      'Hiếm: ít máy chủ có thể biết điều này, nên phần lớn gửi 404 cho số lạ. Mã này không bao giờ đúng khi máy chủ ' +
      'chỉ tìm trong tên miền của mình.',
    howToFix:
      'Kiểm tra số từng chữ số, kể cả mã quốc gia. Nếu người dùng có tồn tại, sửa máy chủ đã tự nhận là biết và cho ' +
      'nó trả 404.',
    means: 'người dùng không tồn tại ở đâu cả, theo một máy chủ có thể biết điều đó',
    useWhen: 'máy chủ của bạn có thẩm quyền về người dùng và biết rằng không địa chỉ nào tồn tại',
  },
  606: {
    description:
      'Người dùng muốn nói chuyện, nhưng phiên được đề nghị không phù hợp với thiết bị nào của họ. Warning cho biết ' +
      'lý do; phân nhánh kết thúc.',
    whenSeen:
      'Các vấn đề media giống như ở 488, xét cho mọi thiết bị của người dùng: codec, băng thông, kiểu địa chỉ. Hiếm ' +
      'gặp, và khi gặp thì thường là dùng nhầm thay cho 488.',
    howToFix:
      'Đọc Warning và SDP trong đáp ứng, rồi đề nghị định dạng có ở đó. Nếu chỉ hỏi một thiết bị, cho nó gửi 488 để ' +
      'có thể thử thiết bị khác.',
    means: 'media được đề nghị không phù hợp với thiết bị nào của người dùng',
    useWhen: 'bạn biết không thiết bị nào của người dùng này chấp nhận được offer',
  },
  607: {
    description:
      'Người được gọi đánh dấu cuộc gọi là không mong muốn, như bấm nút thư rác trong chương trình thư. Nhà cung ' +
      'cấp có thể dựa vào đó để đánh giá hoặc chặn bên gọi.',
    whenSeen:
      'Trong mạng công bố sip.607 cho điện thoại, sau khi người dùng bấm phím báo rác hoặc chặn. Dưới dạng Reason ' +
      'SIP;cause=607, mã này cũng có trong BYE và CANCEL.',
    howToFix:
      'Đừng gọi lại. Nếu cuộc gọi là chính đáng, kiểm tra uy tín của số, mức chứng thực và tên hiển thị, và liên hệ ' +
      'nhà cung cấp của bên được gọi.',
    means: 'bên được gọi coi cuộc gọi là không mong muốn',
    useWhen: 'người được gọi từ chối cuộc gọi vì là cuộc gọi rác',
  },
  608: {
    description:
      'Một máy trung gian, như hệ thống phân tích, từ chối cuộc gọi vì cho là không mong muốn mà không hỏi người ' +
      'dùng. Call-Info trỏ tới danh thiếp có chữ ký để khiếu nại.',
    whenSeen:
      'Cuộc gọi bị chặn trong một mạng trên đường đi (RFC 8688), đôi khi sau 183 có thông báo dành cho bên gọi ' +
      'không biết mã này.',
    howToFix:
      'Lấy đầu mối liên hệ từ jCard trong Call-Info và yêu cầu gỡ chặn. Trong lúc chờ, kiểm tra mức chứng thực, ' +
      'kiểu gọi và số đang bị gắn nhãn thế nào.',
    means: 'một máy trung gian cho rằng cuộc gọi không mong muốn và đã chặn',
    useWhen: 'mạng của bạn thay mặt người dùng chặn cuộc gọi và cung cấp đầu mối khiếu nại',
  },
};

/**
 * Words for a code that is not registered, by class; 0 is for a number outside 100–699.
 * `{code}` stands for the code met (RFC 3261 §8.1.3.2).
 */
export const statusClasses: Readonly<Record<0 | 1 | 2 | 3 | 4 | 5 | 6, StatusText>> = {
  0: {
    description:
      '{code} chưa được đăng ký và nằm ngoài khoảng 100 đến 699, nên không thuộc lớp nào và không phải mã đáp ứng ' +
      'SIP hợp lệ.',
    whenSeen: 'Mã riêng của một hãng, lưu lượng của giao thức khác trên cổng SIP, hoặc dòng đầu bị hỏng.',
    howToFix:
      'Xem nguyên văn dòng đầu có {code} và bên đã gửi nó. Nếu đúng là SIP, cho bên gửi dùng mã từ 100 đến 699.',
    means: 'bên gửi không tuân theo SIP; {code} chưa được đăng ký và không có lớp nào để coi như x00',
    useWhen: 'không phía SIP nào sẽ đọc nó: {code} chưa được đăng ký và không thuộc lớp nào',
  },
  1: {
    description:
      '{code} chưa được đăng ký với IANA. Vì là đáp ứng tạm nên nó được coi như 183: cuộc gọi vẫn đang tiến triển.',
    whenSeen: 'Mã tiến triển riêng giữa các phần tử của một hãng, hoặc mã từ bản nháp chưa từng được công bố.',
    howToFix:
      'Bỏ qua {code} trừ khi cuộc gọi cũng thất bại; khi đó đọc cụm từ và thân của nó, và xét theo đáp ứng cuối. Ở ' +
      'phía mình, hãy gửi 183.',
    means: 'cuộc gọi vẫn đang tiến triển; mã này chưa được đăng ký và được coi như 183',
    useWhen: 'hai bên đã thống nhất; với mọi bên khác {code} chưa được đăng ký và được coi như 183',
  },
  2: {
    description: '{code} chưa được đăng ký với IANA. Vì thuộc lớp 2xx nên nó được coi như 200: yêu cầu đã thành công.',
    whenSeen: 'Mã thành công riêng của một hãng, hoặc thói quen lấy từ HTTP.',
    howToFix:
      'Coi {code} là thành công, và gửi ACK nếu nó đáp ứng INVITE. Nếu phía kia hiểu là thất bại, cho bên gửi dùng ' +
      '200.',
    means: 'yêu cầu đã thành công; mã này chưa được đăng ký và được coi như 200',
    useWhen: 'hai bên đã thống nhất; với mọi bên khác {code} chưa được đăng ký và được coi như 200',
  },
  3: {
    description:
      '{code} chưa được đăng ký với IANA. Vì thuộc lớp 3xx nên nó được coi như 300: hãy thử các địa chỉ trong Contact.',
    whenSeen: 'Mã chuyển hướng riêng của máy chủ định tuyến, hoặc thói quen lấy từ HTTP.',
    howToFix:
      'Kiểm tra {code} có mang Contact tới được hay không. Nếu bên gọi không đi theo, cho máy chủ chuyển hướng gửi ' +
      '302.',
    means: 'yêu cầu nên đi tới địa chỉ khác; mã này chưa được đăng ký và được coi như 300',
    useWhen: 'hai bên đã thống nhất; với mọi bên khác {code} chưa được đăng ký và được coi như 300',
  },
  4: {
    description:
      '{code} chưa được đăng ký với IANA. Vì thuộc lớp 4xx nên nó được coi như 400: máy chủ này từ chối yêu cầu, ' +
      'máy chủ khác có thể chấp nhận.',
    whenSeen:
      'Lỗi riêng của một sản phẩm, như 477 của Kamailio cho next hop mà nó không gửi tới được, mã của các RFC cũ, ' +
      'hoặc mã tự chọn trong script định tuyến.',
    howToFix:
      'Đọc cụm từ và trường Server để tìm sản phẩm đã gửi {code}, rồi tra trong tài liệu hoặc script của nó. Đừng ' +
      'gửi lại nguyên yêu cầu cho cùng máy chủ.',
    means: 'máy chủ này từ chối yêu cầu; mã này chưa được đăng ký và được coi như 400',
    useWhen: 'hai bên đã thống nhất; với mọi bên khác {code} chưa được đăng ký và được coi như 400',
  },
  5: {
    description: '{code} chưa được đăng ký với IANA. Vì thuộc lớp 5xx nên nó được coi như 500: chính máy chủ gặp lỗi.',
    whenSeen: 'Hết thời gian chờ hoặc lỗi nội bộ mà một sản phẩm đánh số theo cách riêng.',
    howToFix:
      'Tìm {code} trong log của máy đã tạo ra nó. Khi chưa biết nguyên nhân, hãy thử lại sau hoặc dùng máy chủ khác.',
    means: 'chính máy chủ gặp lỗi; mã này chưa được đăng ký và được coi như 500',
    useWhen: 'hai bên đã thống nhất; với mọi bên khác {code} chưa được đăng ký và được coi như 500',
  },
  6: {
    description:
      '{code} chưa được đăng ký với IANA. Vì thuộc lớp 6xx nên nó được coi như 600: yêu cầu thất bại trên mọi thiết ' +
      'bị của bên được gọi, và phân nhánh kết thúc.',
    whenSeen: 'Lời từ chối riêng của máy chủ ứng dụng, hoặc mã từ bản nháp chưa từng được công bố.',
    howToFix:
      'Dựa vào cụm từ và Server để biết {code} muốn nói gì. Nếu sau nó cần thử thiết bị khác hoặc hộp thư thoại, ' +
      'hãy cho thay bằng 4xx.',
    means: 'không thiết bị nào của bên được gọi nhận yêu cầu; mã này chưa được đăng ký và được coi như 600',
    useWhen: 'hai bên đã thống nhất; với mọi bên khác {code} chưa được đăng ký và được coi như 600',
  },
};
