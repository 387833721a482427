import type { HeaderFieldName } from '../../catalogue/header-fields.ts';
import type { EntryText } from '../locale.ts';

/** Words for each header field; the facts are in `catalogue/header-fields.ts`. */
export const headerFields: Readonly<Record<HeaderFieldName, EntryText>> = {
  Accept: {
    tells:
      'Các kiểu thân mà bên gửi đọc được. Nếu không có, SDP là mặc định; trong 415 nó liệt kê những kiểu được phép ' +
      'gửi thay thế.',
    check:
      'Sau 415 hoặc 406, so sánh với Content-Type đã gửi. INVITE có thân multipart cần phía kia liệt kê ' +
      'multipart/mixed.',
  },
  'Accept-Contact': {
    tells:
      'Loại thiết bị mà bên gọi muốn gặp, mô tả bằng các đặc tính như âm thanh, video hoặc dịch vụ IMS. Proxy dựa ' +
      'vào đó để chọn trong các contact đã đăng ký, nên nó có thể giải thích vì sao chỉ một số máy đổ chuông.',
    check:
      'So sánh các đặc tính của nó với đặc tính trong Contact của từng REGISTER. Với "require" và "explicit", ' +
      'contact không có đặc tính đó bị bỏ qua, và cuộc gọi có thể kết thúc bằng 480.',
  },
  'Accept-Encoding': {
    tells: 'Các kiểu nén mà bên gửi giải được. Trên thực tế hầu như không ai nén thân SIP.',
    check: 'Xem nó khi một thân có Content-Encoding bị đáp ứng bằng 415.',
  },
  'Accept-Language': {
    tells: 'Ngôn ngữ mà bên gửi muốn thấy trong cụm từ và thân. Nó hiếm khi làm thay đổi điều gì.',
    check: 'Có thể bỏ qua, trừ khi máy chủ thông báo chọn ngôn ngữ theo nó.',
  },
  'Accept-Resource-Priority': {
    tells:
      'Các không gian tên và mức ưu tiên mà máy chủ này tôn trọng. Kèm 417, nó cho biết lẽ ra yêu cầu phải nêu gì.',
    check:
      'So sánh với Resource-Priority của yêu cầu. Nếu không có gì khớp, không gian tên đó chưa được cấu hình trong ' +
      'mạng này.',
  },
  'Alert-Info': {
    tells:
      'Kiểu chuông bên được gọi cần phát, hoặc trong 180 là hồi âm chuông bên gọi cần nghe. Tổng đài PBX dùng nó ' +
      'cho chuông nội bộ và bên ngoài, tự động trả lời và intercom.',
    check:
      'Khi điện thoại đổ chuông lạ hoặc tự trả lời, hãy xem chỗ này trước: nhiều máy phản ứng với giá trị như ' +
      '"info=alert-autoanswer". Mỗi hãng viết một kiểu.',
  },
  'AlertMsg-Error': {
    tells: 'Điều sai trong bản tin cảnh báo của cuộc gọi khẩn cấp không tương tác, gồm mã và văn bản.',
    check: 'Đọc mã cùng với thân CAP của yêu cầu.',
  },
  Allow: {
    tells:
      'Các phương thức bên gửi chấp nhận. Thiếu UPDATE, PRACK, REFER hoặc INFO ở đây quyết định cuộc gọi được làm ' +
      'mới, chuyển tiếp thế nào và DTMF đi đường nào.',
    check:
      'Xem nó trước khi trách phía kia không dùng UPDATE hoặc REFER. Thiết bị trung gian thường rút ngắn danh sách.',
  },
  'Allow-Events': {
    tells: 'Các gói sự kiện bên gửi hỗ trợ, cho SUBSCRIBE và PUBLISH. Nó bắt buộc đi kèm 489.',
    check:
      'So sánh với Event của yêu cầu bị từ chối. Đèn báo bận cần "dialog", đèn hộp thư thoại cần "message-summary".',
  },
  'Answer-Mode': {
    tells:
      'Bên được gọi nên trả lời bằng tay hay tự động, cho push-to-talk và intercom. 200 cho biết cuộc gọi đã được ' +
      'trả lời kiểu nào.',
    check: 'Nếu điện thoại tự trả lời hoặc không chịu tự trả lời, so sánh giá trị và "require" với chính sách của máy.',
  },
  'Authentication-Info': {
    tells:
      'Bằng chứng rằng máy chủ cũng biết mật khẩu, và nonce cho yêu cầu tiếp theo. Nextnonce của nó giúp bớt một ' +
      'lần thách thức cho mỗi yêu cầu.',
    check: 'Nếu máy khách bị thách thức hết lần này đến lần khác, xem nó có bỏ qua nextnonce không.',
  },
  Authorization: {
    tells:
      'Thông tin xác thực cho máy chủ đăng ký hoặc máy chủ: user, realm, nonce, uri và response. User ở đây là tài ' +
      'khoản trả tiền, bất kể From ghi gì.',
    check:
      'So sánh realm và nonce với 401 gần nhất, và uri với Request-URI. Bộ đếm nonce không tăng hoặc Request-URI ' +
      'bị đổi sẽ làm mật khẩu đúng cũng thất bại.',
  },
  'Av-Global-Session-ID': {
    tells:
      'Một định danh cho mọi chặng của cuộc gọi qua Avaya Aura. Nó nối lại những gì bị Call-ID mới ở từng chặng ' +
      'tách rời.',
    check: 'Tìm cùng giá trị đó trong mọi bản ghi để thấy các chặng khác.',
  },
  'Call-ID': {
    tells:
      'Định danh của cuộc gọi, hoặc của mọi lần đăng ký của một điện thoại. Đây là thứ cần tìm đầu tiên; proxy giữ ' +
      'nguyên, B2BUA tạo cái mới.',
    check:
      'Nếu dường như thiếu một chặng, máy kế tiếp là B2BUA: tìm Call-ID riêng của nó theo thời gian, số và ' +
      'Session-ID. Điện thoại đổi Call-ID ở mỗi REGISTER sẽ để lại nhiều bản đăng ký chết.',
  },
  'Call-Info': {
    tells:
      'Thông tin thêm về một bên: ảnh, danh thiếp, hoặc một tính năng qua "purpose". Mạng cũng dùng nó cho định ' +
      'danh cuộc gọi khẩn cấp và cho địa chỉ liên hệ của bên đã chặn cuộc gọi (608).',
    check:
      'Với 608, đọc địa chỉ có purpose là "jwscard" để biết khiếu nại với ai. Nếu điện thoại tự trả lời, hãy tìm ' +
      '"answer-after".',
  },
  'Cisco-Guid': {
    tells: 'Định danh chung cho các chặng của một cuộc gọi qua gateway Cisco, viết thành bốn số thập phân.',
    check: 'So sánh nó ở hai phía của gateway để nối các chặng.',
  },
  Contact: {
    tells:
      'Nơi bên gửi muốn nhận các yêu cầu tiếp theo của hội thoại, hoặc các cuộc gọi của một bản đăng ký. Trong 3xx ' +
      'đó là đích mới. Địa chỉ riêng hoặc cổng sai ở đây là nguyên nhân thường gặp của ACK hoặc BYE bị mất.',
    check:
      'So sánh địa chỉ, cổng và giao thức với nơi gói tin thực sự đi ra. Phía sau NAT, bên ngoài phải tới được nó, ' +
      'nếu không máy chủ phải ghi lại hoặc dùng địa chỉ nguồn.',
  },
  'Content-Disposition': {
    tells:
      'Thân dùng để làm gì: "session" cho SDP, "render" để hiển thị, "early-session" cho offer sớm thứ hai. Với ' +
      '"handling=required", bên nhận phải từ chối thứ nó không dùng được.',
    check: 'Nếu INVITE multipart bị từ chối bằng 415, xem có phần không bắt buộc nào bị đánh dấu là bắt buộc không.',
  },
  'Content-Encoding': {
    tells: 'Thân được nén thế nào.',
    check: 'Phía không giải nén được sẽ đáp ứng 415 kèm Accept-Encoding; khi đó hãy gửi không nén.',
  },
  'Content-ID': {
    tells: 'Tên của thân, để trường khác trỏ tới: Geolocation trỏ tới vị trí, Refer-To trỏ tới danh sách.',
    check: 'Nếu bị báo thiếu vị trí hoặc danh sách, so sánh tên này với địa chỉ "cid" trỏ tới nó.',
  },
  'Content-Language': {
    tells: 'Ngôn ngữ của thân.',
    check: 'Chỉ có ý nghĩa ở nơi văn bản được đọc lên hoặc hiển thị.',
  },
  'Content-Length': {
    tells:
      'Số byte của thân. Qua TCP, chỉ nó cho biết bản tin kết thúc ở đâu; qua UDP, giá trị lớn hơn gói tin cho ' +
      'thấy bản tin bị cắt.',
    check: 'Nếu không khớp với thân, tìm thiết bị trung gian đã sửa SDP mà không đếm lại, hoặc mảnh IP bị mất.',
  },
  'Content-Type': {
    tells: 'Kiểu của thân: SDP, DTMF, presence, multipart, hoặc sipfrag của việc chuyển cuộc gọi.',
    check: 'Thân không có nó sẽ bị từ chối hoặc bỏ qua. Sau 415, so sánh với Accept của phía kia.',
  },
  CSeq: {
    tells:
      'Số thứ tự và phương thức của yêu cầu. Đáp ứng lặp lại nó, nên nó cho biết một 200 thuộc về đâu; số tăng là ' +
      'lần thử mới, số giữ nguyên là bản lặp.',
    check: 'Số giảm hoặc nhảy ở một phía gây ra 500 hoặc cuộc gọi treo. ACK và CANCEL phải lặp lại số của INVITE.',
  },
  Date: {
    tells:
      'Thời điểm gửi lần đầu theo đồng hồ bên gửi, tính bằng GMT. Với số gọi có chữ ký, nó quyết định chữ ký còn ' +
      'mới hay không.',
    check:
      'So sánh với thời gian của gói tin: lệch hơn một phút giải thích cho 403 "Stale Date". Cho cả hai máy dùng NTP.',
  },
  Diversion: {
    tells:
      'Ai chuyển tiếp cuộc gọi và vì sao: unconditional, user-busy, no-answer. Giá trị trên cùng là lần chuyển ' +
      'tiếp cuối. Nhà mạng dùng nó để biết ai trả tiền cho cuộc gọi chuyển tiếp.',
    check:
      'Nếu cuộc gọi chuyển tiếp bị từ chối bằng 403, xem nó có bị thiếu hoặc nêu số không thuộc về bạn không. Mạng ' +
      'mới chờ History-Info thay cho nó, và gateway nên chuyển đổi.',
  },
  'Error-Info': {
    tells: 'Địa chỉ cho biết thêm về lỗi, thường là một thông báo để phát.',
    check: 'Mở hoặc nghe địa chỉ đó: nó có thể nói thành lời điều mà mã không nói.',
  },
  Event: {
    tells: 'Gói sự kiện của lượt theo dõi hoặc thông báo, kèm id khi có nhiều lượt trong một hội thoại.',
    check: 'NOTIFY phải lặp lại gói và id của SUBSCRIBE, nếu không sẽ nhận 481 hoặc 489.',
  },
  Expires: {
    tells:
      'Một thứ có hiệu lực bao lâu, tính bằng giây: bản đăng ký, lượt theo dõi, trạng thái công bố, hoặc thời gian ' +
      'INVITE được đổ chuông. Giá trị trong đáp ứng mới tính, không phải giá trị xin; 0 là kết thúc.',
    check:
      'So sánh giá trị đã xin với giá trị 200 cấp. Trong INVITE, giá trị ngắn kết thúc đổ chuông bằng 487 dù không ' +
      'ai hủy.',
  },
  'Feature-Caps': {
    tells: 'Các proxy và máy chủ trên đường đi làm được gì, như chuyển phiên hoặc chặn bằng phân tích (sip.608).',
    check: 'Xem ở đây phần tử nào của mạng tham gia vào một tính năng; Contact chỉ nói về thiết bị đầu cuối.',
  },
  'Flow-Timer': {
    tells:
      'Số giây im lặng mà máy chủ cho phép trên kết nối của điện thoại đã đăng ký. Điện thoại phải gửi keep-alive ' +
      'thường xuyên hơn một chút.',
    check:
      'Nếu cuộc gọi tới điện thoại thất bại dù nó đang đăng ký, xem keep-alive của nó có đến muộn hơn giá trị này ' +
      'không.',
  },
  From: {
    tells:
      'Ai mở hội thoại, theo cách bên gửi tự viết. Ai cũng có thể viết bất cứ gì vào đây: đó là tên hiển thị, ' +
      'không phải tên đã được chứng minh. Tag của nó đánh dấu phía bên gọi.',
    check:
      'So sánh với P-Asserted-Identity và Authorization khi cuộc gọi bị từ chối bằng 403. Tag phải giữ nguyên ' +
      'trong mọi bản tin của hội thoại.',
  },
  Geolocation: {
    tells:
      'Vị trí của bên gọi, bằng tham chiếu hoặc bằng một phần của thân. Cuộc gọi khẩn cấp được định tuyến theo nó.',
    check:
      'Kiểm tra phần "cid" có tồn tại hoặc địa chỉ có mở được không, và không thiết bị trung gian nào bỏ mất thân.',
  },
  'Geolocation-Error': {
    tells: 'Vì sao không dùng được vị trí, dưới dạng mã. Nó bắt buộc đi kèm 424, và có thể đi kèm đáp ứng thành công.',
    check: 'Đọc mã, rồi đọc vị trí trong yêu cầu; bản thân cuộc gọi có thể vẫn tiếp tục mà không có vị trí.',
  },
  'Geolocation-Routing': {
    tells: 'Proxy có được định tuyến theo vị trí hay không. Không có nó thì không được.',
    check: 'Với cuộc gọi khẩn cấp tới nhầm trung tâm, xem nó có ghi "yes" không.',
  },
  'History-Info': {
    tells:
      'Mọi đích mà cuộc gọi đã có trên đường đi, kèm chỉ số và lý do. Nó cho thấy việc chuyển tiếp, nhóm máy và số ' +
      'được quay đầu tiên.',
    check:
      'Đọc các chỉ số theo thứ tự: thêm một dấu chấm là sâu thêm một bước, và "cause" trong địa chỉ là lý do. Mục ' +
      'có thể bị ẩn vì quyền riêng tư hoặc bị bỏ ở biên mạng.',
  },
  Identity: {
    tells:
      'Số gọi đã ký (STIR/SHAKEN): một token gồm số, thời gian, mức xác thực A, B hoặc C và địa chỉ chứng chỉ. Có ' +
      'thể có nhiều token, mỗi token một dòng.',
    check: 'So sánh số và thời gian trong token với From và Date. Token lớn thường làm INVITE quá dài cho UDP.',
  },
  'Identity-Info': {
    tells:
      'Chứng chỉ của trường Identity kiểu cũ nằm ở đâu. Nó thuộc RFC 4474, đã bị RFC 8224 thay thế: ngày nay địa ' +
      'chỉ nằm trong Identity.',
    check: 'Nếu nó còn xuất hiện, bên ký đã lỗi thời, và bên kiểm tra hiện nay sẽ đáp ứng 438 hoặc bỏ qua.',
  },
  'In-Reply-To': {
    tells: 'Call-ID của các cuộc gọi mà cuộc này hồi đáp.',
    check: 'Dùng nó để nối cuộc gọi lại với cuộc gọi nhỡ.',
  },
  'Info-Package': {
    tells: 'INFO mang Info Package nào. Không có nó, INFO theo kiểu cũ, như DTMF hoặc yêu cầu khung hình.',
    check: 'Sau 469, so sánh với Recv-Info của phía kia.',
  },
  Join: {
    tells: 'Hội thoại mà bên gọi muốn tham gia, cho hội nghị và nghe giám sát.',
    check: '481 nghĩa là thiết bị này không có hội thoại đó: so sánh Call-ID và cả hai tag.',
  },
  'Max-Breadth': {
    tells: 'Còn được phân nhánh song song bao nhiêu. Nó giữ cho việc phân nhánh không bùng nổ.',
    check: 'Sau 440, tìm nhóm máy hoặc vòng lặp phân nhánh tới rất nhiều đích.',
  },
  'Max-Forwards': {
    tells:
      'Còn bao nhiêu proxy được xử lý yêu cầu. Nó giảm một ở mỗi proxy, thường từ 70, nên phần chênh lệch đếm số ' +
      'chặng.',
    check:
      'Giá trị thấp cho thấy đường dài hoặc vòng lặp; giá trị không giảm nghĩa là một B2BUA bắt đầu lại. Về 0 thì ' +
      'đáp ứng là 483.',
  },
  'MIME-Version': {
    tells: 'Thân tuân theo MIME. Nó đi cùng thân multipart.',
    check: 'Một số phía từ chối thân multipart không có nó.',
  },
  'Min-Expires': {
    tells: 'Thời hạn ngắn nhất mà máy chủ đăng ký hoặc bên thông báo chấp nhận, tính bằng giây. Nó đi kèm 423.',
    check: 'Máy khách phải xin lại với ít nhất giá trị này. Nếu không, hãy đặt thời hạn bằng tay.',
  },
  'Min-SE': {
    tells:
      'Chu kỳ phiên ngắn nhất được chấp nhận, tính bằng giây, ít nhất 90. Nó đi kèm 422, và proxy có thể tăng nó ' +
      'trên đường.',
    check: 'Nếu cuộc gọi cần hai lượt vì 422, tăng Session-Expires của bên gọi lên giá trị này.',
  },
  Organization: {
    tells: 'Tổ chức của bên gửi, dạng văn bản tự do.',
    check: 'Nó giúp biết trunk kết thúc ở thiết bị của ai; không được để điều gì phụ thuộc vào nó.',
  },
  'P-Access-Network-Info': {
    tells:
      'Mạng truy nhập mà điện thoại di động dùng: LTE, 5G hoặc Wi-Fi, kèm cell. Nó có thể do máy ghi, hoặc do mạng ' +
      'ghi với "network-provided".',
    check:
      'So sánh trước và sau sự cố: cell hoặc mạng truy nhập đổi cho thấy có chuyển giao. Cuộc gọi khẩn cấp được ' +
      'định tuyến theo nó, nên thiếu giá trị là đáng kể.',
  },
  'P-Asserted-Identity': {
    tells:
      'Danh tính bên gọi mà mạng tin cậy biết. Tính cước, chặn cuộc gọi và hiển thị số dùng nó hơn là From. Nó có ' +
      'thể chứa một địa chỉ sip và một địa chỉ tel.',
    check:
      'Nếu trunk từ chối cuộc gọi bằng 403, số ở đây là thứ đầu tiên cần so với các số thuộc trunk. Nó không được ' +
      'đến từ hoặc đi tới phía không tin cậy.',
  },
  'P-Asserted-Service': {
    tells: 'Dịch vụ IMS mà mạng nhận ra cho yêu cầu, như thoại đa phương tiện. Máy chủ ứng dụng được chọn theo nó.',
    check: 'Nếu dịch vụ bổ sung không chạy, xem nó có bị thiếu hoặc nêu dịch vụ khác không.',
  },
  'P-Associated-URI': {
    tells: 'Mọi địa chỉ thuộc người dùng đã đăng ký. Địa chỉ đầu tiên là danh tính mặc định của cuộc gọi.',
    check: 'Nếu cuộc gọi đi với số không ngờ, xem địa chỉ đầu tiên trong 200 của REGISTER.',
  },
  'P-Called-Party-ID': {
    tells: 'Địa chỉ thực sự được quay, giữ lại khi Request-URI bị thay bằng contact.',
    check: 'Trên điện thoại có nhiều số, dùng nó để biết số nào được gọi.',
  },
  'P-Charge-Info': {
    tells: 'Số hoặc tài khoản trả tiền cho cuộc gọi, khi đó không phải bên gọi.',
    check: 'So sánh với hóa đơn khi nhà mạng tính nhầm tài khoản; nó có thể bị bỏ ở biên.',
  },
  'P-Charging-Function-Addresses': {
    tells: 'Các máy chủ của mạng phải gửi bản ghi cước tới đâu (ccf, ecf).',
    check: 'Nó không được ra khỏi mạng. Nếu thiếu bản ghi, so sánh với địa chỉ các máy chủ cước.',
  },
  'P-Charging-Vector': {
    tells:
      'Icid-value định danh cuộc gọi để tính cước ở mọi mạng, và định danh nhà mạng cho biết nó đến từ đâu và đi đâu.',
    check:
      'Tìm icid-value để nối các chặng của cuộc gọi IMS. Thiếu giá trị ở biên sẽ làm các bản cước không khớp được.',
  },
  'P-Early-Media': {
    tells:
      'Âm thanh trước khi trả lời có được phép không: sendrecv, sendonly, recvonly, inactive, hoặc gated. Trong ' +
      'INVITE, "supported" cho biết mạng của bên gọi tuân theo nó.',
    check:
      'Nếu bên gọi không nghe hồi âm chuông hoặc thông báo dù RTP có chảy, tìm inactive ở đây, hoặc gateway chưa ' +
      'từng đặt nó.',
  },
  'P-Preferred-Identity': {
    tells: 'Số mà bên gọi xin mạng hiển thị. Mạng có thể nhận, thay hoặc từ chối.',
    check: 'So sánh với P-Asserted-Identity ra khỏi mạng. Nếu khác nhau, số đó không được gán cho tài khoản này.',
  },
  'P-Preferred-Service': {
    tells: 'Dịch vụ IMS mà điện thoại xin.',
    check: 'Mạng thay nó bằng P-Asserted-Service; nếu không thấy trường đó, dịch vụ không được phép.',
  },
  'P-RTP-Stat': {
    tells:
      'Điều mà một phía đếm được về media, trong BYE hoặc đáp ứng của nó: gói gửi (PS) và nhận (PR), mất (PL), ' +
      'jitter (JI). Nó cho biết về media ở nơi không bắt được RTP.',
    check: 'PR=0 trong khi PS lớn hơn 0 là âm thanh một chiều nhìn từ phía đó. So sánh cả hai phía.',
  },
  'P-Served-User': {
    tells:
      'Người dùng mà yêu cầu được xử lý cho, và là bên gọi hay bên được gọi. Máy chủ ứng dụng cần nó khi From ' +
      'không cho biết.',
    check: 'Nếu dịch vụ tác động nhầm phía, kiểm tra "sescase" và người dùng ở đây.',
  },
  'P-Visited-Network-ID': {
    tells: 'Mạng mà điện thoại đang chuyển vùng, theo tên do proxy đầu tiên đặt.',
    check: 'Nếu đăng ký chỉ thất bại khi chuyển vùng, xem mạng chủ có thỏa thuận với tên này không.',
  },
  Path: {
    tells: 'Các proxy mà máy chủ đăng ký phải gửi cuộc gọi qua để tới điện thoại này. 200 lặp lại chúng.',
    check:
      'Nếu cuộc gọi tới điện thoại đã đăng ký không bao giờ đến, xem proxy ở biên có tự thêm mình không, và máy ' +
      'chủ đăng ký có ghi "path" trong Supported không.',
  },
  'Permission-Missing': {
    tells: 'Còn thiếu sự đồng ý của ai trước khi máy chủ danh sách được gửi cho họ.',
    check: 'Xin sự đồng ý của những người nhận được nêu, hoặc bỏ họ khỏi danh sách.',
  },
  Priority: {
    tells: 'Mức khẩn của cuộc gọi theo ý bên gọi. Với cuộc gọi lại sau cuộc gọi khẩn cấp, nó ghi psap-callback.',
    check: 'Nó không cho quyền gì trong mạng: đó là việc của Resource-Priority.',
  },
  Privacy: {
    tells:
      'Những gì bên gọi muốn ẩn. Với "id", số trong P-Asserted-Identity không được tới bên được gọi; "none" xin ' +
      'hiển thị bất chấp mặc định.',
    check:
      'Nếu số hiện hoặc ẩn trái mong đợi, so sánh với From. Chỉ máy chủ tin cậy cuối cùng được bỏ danh tính, và ' +
      'các trunk làm việc này khác nhau.',
  },
  'Proxy-Authenticate': {
    tells: 'Thách thức của proxy: realm, nonce và thuật toán. Đó là bước đầu bình thường của cuộc gọi và đi kèm 407.',
    check:
      'Khi có nhiều thách thức, máy khách phải trả lời từng realm mà nó biết. Nonce mới kèm stale=true chỉ nghĩa ' +
      'là nonce đã quá cũ.',
  },
  'Proxy-Authorization': {
    tells: 'Thông tin xác thực cho proxy. Chỉ proxy có realm đó đọc.',
    check: 'So sánh realm và nonce với 407. Nếu nó bị gửi tiếp tới nhà mạng, proxy đã quên bỏ nó.',
  },
  'Proxy-Require': {
    tells: 'Các phần mở rộng mà mọi proxy trên đường đi phải hiểu.',
    check:
      '420 từ proxy liệt kê trong Unsupported những gì nó không biết; "sec-agree" ở đây thuộc IMS và thất bại ở ' +
      'nơi khác.',
  },
  RAck: {
    tells: 'PRACK xác nhận đáp ứng tạm tin cậy nào: RSeq, số CSeq và phương thức.',
    check: 'Nếu PRACK nhận 481 hoặc 400, so sánh ba giá trị với 18x.',
  },
  Reason: {
    tells:
      'Vì sao yêu cầu hoặc đáp ứng được gửi: mã Q.850, mã SIP hoặc giao thức khác. Nó nói nhiều hơn mã đáp ứng, và ' +
      'thường cho biết ai kết thúc cuộc gọi.',
    check:
      'Đọc nó trước tiên trên BYE, CANCEL và đáp ứng cuối. "SIP;cause=200" trên CANCEL nghĩa là máy khác đã trả ' +
      'lời; mã Q.850 đến từ mạng điện thoại hoặc bắt chước mạng đó.',
  },
  'Record-Route': {
    tells: 'Các proxy muốn ở lại trên đường đi của hội thoại. Cả hai phía chép nó vào Route của mình.',
    check:
      'Nếu ACK hoặc BYE đi đường khác với INVITE, xem có proxy nào quên ghi mình, ghi địa chỉ mà phía kia không ' +
      'tới được, hoặc thiếu tham số "lr" không.',
  },
  'Recv-Info': {
    tells:
      'Các Info Package mà bên gửi sẵn sàng nhận. Trống nghĩa là không nhận gói nào nhưng có biết phần mở rộng này.',
    check: 'Nó phải có trong INVITE hoặc đáp ứng trước khi phía kia được dùng một gói; so sánh sau 469.',
  },
  'Refer-Sub': {
    tells: 'REFER có xin được báo kết quả hay không. Với "false" sẽ không có NOTIFY.',
    check: 'Nếu bên chuyển không bao giờ biết việc chuyển ra sao, xem nó có ghi false không.',
  },
  'Refer-To': {
    tells: 'Cuộc gọi cần được gửi tới đâu. Có Replaces trong địa chỉ là chuyển có tham vấn.',
    check:
      'Kiểm tra bên được chuyển có định tuyến được địa chỉ này không: nó thường là địa chỉ nội bộ của PBX khác. ' +
      'Replaces bên trong phải nêu hội thoại có thật ở đích.',
  },
  'Referred-By': {
    tells: 'Ai yêu cầu chuyển cuộc gọi. Đích dùng nó để tính cước và cấp quyền.',
    check: 'Nếu đích chuyển từ chối bằng 403 hoặc 429, xem nó có bị thiếu không.',
  },
  'Reject-Contact': {
    tells: 'Loại thiết bị không được gọi tới, mô tả bằng các đặc tính như hộp thư thoại.',
    check: 'Nếu một contact đã đăng ký không bao giờ được thử, so sánh đặc tính của nó với trường này.',
  },
  'Remote-Party-ID': {
    tells:
      'Bên gọi, hoặc bên đã kết nối, kèm cờ kiểm tra và riêng tư. Nó cũ hơn P-Asserted-Identity, nhưng một số PBX ' +
      'vẫn dựa vào nó.',
    check:
      'Nếu tên hoặc số hiển thị sai, xem mỗi phía đọc trường nào trong hai trường. Chỉ gửi một trường nếu phía kia ' +
      'lẫn lộn chúng.',
  },
  Replaces: {
    tells:
      'Hội thoại mà cuộc gọi này thay thế, khi chuyển có tham vấn và nhấc máy hộ. Call-ID và hai tag định danh nó.',
    check:
      '481 nghĩa là hội thoại không nằm ở thiết bị này: B2BUA ở giữa có thể đã đổi Call-ID hoặc tag. Các tag được ' +
      'viết theo góc nhìn của bên nhận.',
  },
  'Reply-To': {
    tells: 'Nên gọi lại vào đâu, khi đó không phải From.',
    check: 'Hiếm khi được tôn trọng; xem nó nếu gọi lại tới nhầm số.',
  },
  'Request-Disposition': {
    tells:
      'Proxy nên xử lý cuộc gọi thế nào: phân nhánh hay không, đồng thời hay lần lượt, xếp hàng, chuyển hướng hay ' +
      'chuyển tiếp.',
    check: 'Nếu chỉ một máy đổ chuông hoặc cuộc gọi bị chuyển hướng bất ngờ, xem bên gọi có yêu cầu ở đây không.',
  },
  Require: {
    tells:
      'Các phần mở rộng mà phía kia phải hỗ trợ cho bản tin này. Nếu không, phía kia đáp ứng 420. Trong 18x, ' +
      '"100rel" đòi PRACK.',
    check: 'Sau 420, so sánh với Unsupported. Nếu phần mở rộng chỉ là mong muốn, hãy chuyển nó sang Supported.',
  },
  'Resource-Priority': {
    tells:
      'Mức ưu tiên của cuộc gọi trong mạng, gồm không gian tên và giá trị: ets, wps, dsn và loại khác. Tổng đài ' +
      'cấp kênh theo nó.',
    check:
      'Kiểm tra mọi mạng trên đường đi có biết không gian tên đó không. Trong Require nó dẫn tới 417, ngoài ra ' +
      'không gian tên lạ bị bỏ qua.',
  },
  'Retry-After': {
    tells:
      'Chờ bao nhiêu giây rồi mới thử lại. Với 503 nó áp dụng cho cả máy chủ, với 480, 486, 600 và 603 cho bên ' +
      'được gọi.',
    check:
      'Xem máy khách có tránh máy chủ trong thời gian đó và dùng máy chủ khác không. Giá trị dài kèm 503 loại một ' +
      'máy chủ khỏe khỏi cuộc chơi, nên đừng gửi nó vì một trunk bận.',
  },
  Route: {
    tells:
      'Các proxy mà yêu cầu còn phải đi qua. Trong hội thoại nó đến từ Record-Route, trước đó từ cấu hình, Path ' +
      'hoặc Service-Route.',
    check:
      'Giá trị trên cùng phải nêu máy mà gói tin đi tới. Giá trị thiếu "lr" là định tuyến chặt, thứ gây khó cho ' +
      'thiết bị hiện nay.',
  },
  RSeq: {
    tells: 'Số của đáp ứng tạm tin cậy. Bên gọi phải xác nhận nó bằng PRACK.',
    check: 'Nếu cùng một số cứ lặp lại, không có PRACK nào tới. Số phải tăng một trong cùng một chặng.',
  },
  'Security-Client': {
    tells: 'Các cơ chế bảo mật mà điện thoại đề nghị cho chặng đầu, trong IMS thường là IPsec kèm cổng và chỉ số khóa.',
    check: 'So sánh với Security-Server: không có cơ chế chung thì đáp ứng là 494 hoặc 421.',
  },
  'Security-Server': {
    tells: 'Các cơ chế mà proxy đầu tiên đề nghị, tốt nhất trước. Điện thoại chép chúng vào Security-Verify.',
    check:
      'Nếu điện thoại im lặng sau đó, xem có gói được bảo vệ nào đi ra từ các cổng nêu ở đây không: khi ấy bản ghi ' +
      'chỉ thấy ESP.',
  },
  'Security-Verify': {
    tells: 'Bản sao của Security-Server, gửi trong kênh bảo vệ, để không ai ở giữa làm yếu được danh sách.',
    check: 'Nếu nó khác Security-Server, proxy từ chối; một cuộc tấn công hoặc thiết bị lỗi đã sửa nó.',
  },
  Server: {
    tells: 'Phần mềm của bên đáp ứng. Nó cho biết máy nào tạo ra đáp ứng, kể cả khi proxy chuyển tiếp.',
    check: 'Dùng nó để tìm máy cần xem, và sản phẩm có tài liệu giải thích mã riêng. Một số máy giấu hoặc giả tên.',
  },
  'Service-Route': {
    tells: 'Các proxy mà điện thoại đã đăng ký phải gửi yêu cầu của mình qua. Trong IMS nó nêu proxy phục vụ.',
    check:
      'Nếu cuộc gọi của điện thoại đã đăng ký bị từ chối bằng 403 hoặc 404, xem Route của nó có lặp lại trường này ' +
      'không.',
  },
  'Session-Expires': {
    tells:
      'Khi nào phiên kết thúc nếu không được làm mới, và bên nào làm mới. Bên có tên trong "refresher" gửi ' +
      're-INVITE hoặc UPDATE vào giữa chu kỳ.',
    check:
      'Nếu cuộc gọi rớt sau một khoảng cố định nhiều phút, tìm lần làm mới bị thiếu hoặc bị từ chối. Không có ' +
      '"refresher" trong 200, mỗi phía có thể tưởng phía kia làm.',
  },
  'Session-ID': {
    tells: 'Định danh phiên đầu cuối mà B2BUA không đụng tới: mỗi phía một nửa. Đây là cách tốt nhất để nối các chặng.',
    check: 'Tìm nửa không toàn số 0 trong mọi bản ghi. Nếu nó đổi ở một máy, máy đó không hỗ trợ nó.',
  },
  'SIP-ETag': {
    tells: 'Phiên bản của trạng thái đã công bố. PUBLISH tiếp theo phải nêu nó.',
    check: 'Nếu PUBLISH tiếp theo nhận 412, máy chủ đã mất nó, ví dụ vì khởi động lại.',
  },
  'SIP-If-Match': {
    tells: 'Phiên bản đã công bố nào được làm mới, thay đổi hoặc xóa.',
    check: 'Sau 412, máy khách phải công bố lại mà không có nó.',
  },
  Subject: {
    tells: 'Chủ đề cuộc gọi, dạng văn bản tự do.',
    check: 'Lưu lượng thử nghiệm thường nhận ra được qua nó; không điều gì phụ thuộc vào nó.',
  },
  'Subscription-State': {
    tells: 'Lượt theo dõi đang hoạt động, đang chờ hay đã kết thúc, còn hiệu lực bao lâu, và vì sao kết thúc.',
    check:
      'Với "terminated", đọc "reason": deactivated và timeout cho phép SUBSCRIBE mới ngay, probation và giveup thì ' +
      'chờ, rejected và noresource thì không.',
  },
  Supported: {
    tells:
      'Các phần mở rộng bên gửi dùng được nếu được yêu cầu: 100rel, timer, replaces, path, outbound, precondition. ' +
      'Không có "100rel" ở đây thì không ai được đòi PRACK.',
    check:
      'Trước khi trách một tính năng, xem cả hai phía có liệt kê nó không. Thiết bị trung gian thường xóa bớt mục.',
  },
  'Suppress-If-Match': {
    tells: 'Xin không gửi NOTIFY nếu trạng thái vẫn là trạng thái có thẻ này. Khi đó đáp ứng là 204.',
    check: 'Nếu điện thoại hiện trạng thái cũ sau khi khởi động lại, xem nó có chặn thông báo mà nó cần không.',
  },
  'Target-Dialog': {
    tells: 'Nêu một hội thoại đang có làm bằng chứng rằng bên gửi yêu cầu này, như REFER, có quyền.',
    check: '481 hoặc 403 nghĩa là bên nhận không biết hội thoại đó: so sánh Call-ID và các tag.',
  },
  Timestamp: {
    tells: 'Đồng hồ bên gửi và, trong 100, độ trễ ở máy chủ. Từ đó tính được thời gian khứ hồi.',
    check: 'Độ trễ lớn sau con số cho thấy máy chủ chậm hơn là mạng chậm.',
  },
  To: {
    tells:
      'Hội thoại với ai. Bên đáp ứng thêm tag, nên nhiều tag cho một INVITE là nhiều thiết bị. Request-URI quyết ' +
      'định tuyến đi, không phải To.',
    check:
      'Tag trong yêu cầu đầu tiên nghĩa là nó thuộc một hội thoại; máy chủ không biết hội thoại đó đáp ứng 481. ' +
      'Đừng nhầm To với số thực sự được định tuyến.',
  },
  'Trigger-Consent': {
    tells: 'Máy chủ danh sách xin sự đồng ý của người nhận ở đâu.',
    check: 'Nó chỉ liên quan tới danh sách người nhận; xem nó sau 470.',
  },
  Unsupported: {
    tells: 'Các phần mở rộng trong Require mà máy chủ này không biết. Nó đi kèm 420.',
    check: 'Bỏ chúng khỏi Require hoặc tắt tính năng, rồi thử lại. Nếu proxy đáp ứng, xem Proxy-Require.',
  },
  'User-Agent': {
    tells: 'Phần mềm của bên gửi, kèm phiên bản. Nó phân biệt điện thoại, PBX và công cụ quét.',
    check:
      'So sánh phiên bản của máy chạy được và máy không chạy được. Tên công cụ quét như friendly-scanner là dấu ' +
      'hiệu tấn công, nhưng ai cũng có thể viết tên bất kỳ.',
  },
  'User-to-User': {
    tells:
      'Dữ liệu cho ứng dụng phía kia, như ISDN có: tổng đài chăm sóc khách hàng truyền số tài khoản hoặc số hồ sơ.',
    check: 'Nếu mất dữ liệu, tìm chặng đã bỏ nó, và so sánh cách mã hóa và nội dung với điều đích chờ.',
  },
  Via: {
    tells:
      'Các máy mà yêu cầu đã qua, máy cuối ở trên cùng. Đáp ứng quay lại theo đó; branch định danh giao dịch, ' +
      'received và rport cho thấy NAT đã đổi gì.',
    check:
      'Nếu "received" khác địa chỉ trong Via đầu tiên, có NAT ở giữa. Đáp ứng đi tới cổng trong Via thay vì cổng ' +
      'nguồn cho thấy thiếu rport.',
  },
  Warning: {
    tells: 'Điều máy chủ phàn nàn, gồm mã và văn bản. Với 488 hoặc 606, nó nêu phần SDP không phù hợp.',
    check: 'Tra mã (warning:305), và đọc văn bản: với 399 thì chỉ văn bản nói lên điều gì đó.',
  },
  'WWW-Authenticate': {
    tells: 'Thách thức của máy chủ đăng ký hoặc máy chủ: realm, nonce, thuật toán và qop. Nó đi kèm 401.',
    check:
      'Nếu máy khách không trả lời, có thể nó không biết thuật toán (SHA-256 hoặc AKA) hoặc realm. Đã gửi thông ' +
      'tin xác thực mà vẫn gặp cùng thách thức nghĩa là mật khẩu sai.',
  },
  'X-Asterisk-HangupCause': {
    tells: 'Lý do gác máy của Asterisk bằng lời, trên BYE và lời từ chối của trình điều khiển SIP cũ.',
    check: 'Đọc X-Asterisk-HangupCauseCode bên cạnh: con số là mã Q.850.',
  },
  'X-Asterisk-HangupCauseCode': {
    tells: 'Lý do gác máy của Asterisk dưới dạng số Q.850. Nó thường nói nhiều hơn mã SIP đi cùng.',
    check: 'Giải thích con số bằng q850:16, và so sánh với Reason nếu cũng có.',
  },
  'X-BroadWorks-Correlation-Info': {
    tells: 'Định danh chung cho các chặng của một cuộc gọi qua BroadWorks.',
    check: 'Tìm giá trị đó để nối các chặng.',
  },
  'X-Call-ID': {
    tells: 'Call-ID của chặng kia, do SBC hoặc PBX ghi. Các công cụ như sngrep nối chặng theo nó.',
    check: 'Tìm giá trị của nó như một Call-ID.',
  },
  'X-CID': {
    tells: 'Call-ID của chặng kia, hoặc định danh mà cả hai dùng chung. Nhiều công cụ nối chặng theo nó.',
    check: 'Tìm giá trị của nó như một Call-ID; nếu không thấy chặng nào, chặng đó không được bắt.',
  },
  'X-FS-Support': {
    tells: 'Bên gửi là FreeSWITCH, và nó dùng được phần mở rộng riêng nào.',
    check: 'Nó đánh dấu máy này là B2BUA: tìm chặng kia với Call-ID khác.',
  },
  'X-Genesys-CallUUID': {
    tells: 'Định danh của cuộc gọi ở Genesys, giống nhau trên mọi chặng.',
    check: 'Tìm nó trong bản ghi của tổng đài chăm sóc khách hàng và trong các chặng khác.',
  },
  'X-Twilio-CallSid': {
    tells: 'Định danh của cuộc gọi ở Twilio.',
    check: 'Đưa nó cho bộ phận hỗ trợ của Twilio, và tìm nó trong log ở đó.',
  },
};
