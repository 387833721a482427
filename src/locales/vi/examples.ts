/** What happens in the examples of the rules, a sentence each; English ones stand in the fixtures. */
import type { ExampleTitles } from '../locale.ts';

export const examples: Readonly<Record<string, ExampleTitles>> = {
  'ack-missing-for-2xx': {
    bad: 'Các đáp ứng không về được tới alice, và cô tiếp tục gửi INVITE.',
    good: 'Không thấy ACK nào, nhưng điện thoại của bob thôi lặp lại 200 và cuộc gọi tiếp tục: ACK đã đến theo đường khác.',
  },
  'ack-or-route-misaddressed': {
    bad: 'Bên gọi gửi ACK cho 200 tới địa chỉ đã quay, và proxy không có nơi nào để gửi tiếp.',
    good: '180 đến từ một máy chủ phát thông báo với Contact khác; chỉ Contact của 200 mới có giá trị.',
  },
  'answered-then-immediate-bye': {
    bad: 'Gateway trả lời rồi gác máy nửa giây sau mà không nêu lý do.',
    good: 'Một máy chủ gọi alice để nối cô với người khác: INVITE của nó không có offer, và BYE của nó đến sớm.',
  },
  'auth-challenge-unanswered': {
    bad: '407 không có Proxy-Authenticate: không ai trả lời được nó.',
    good: 'Thách thức được trả lời, và cuộc gọi tiếp tục.',
  },
  'auth-credentials-rejected': {
    bad: 'Mật khẩu đầu tiên sai, mật khẩu thứ hai được chấp nhận: một cảnh báo là đủ.',
    good: 'Thông tin xác thực đúng, nhưng số này không được phép.',
  },
  'auth-nonce-loop': {
    bad: 'Điện thoại vẫn dùng nonce đầu tiên, dù lần nào máy chủ đăng ký cũng gửi nonce mới; sau đó nó vào được.',
    good: 'Một nonce đã hết hạn, và điện thoại vào được với nonce mới: một lần thách thức vì nonce quá cũ là bình thường.',
  },
  'bad-request': {
    bad: 'Tên khách hàng có dấu phẩy mà không nằm trong ngoặc kép.',
    good: 'Cú pháp sai, nhưng máy chủ không bận tâm.',
  },
  'body-rejected': {
    bad: 'Thân bản tin được nén, và máy chủ không giải nén.',
    good: 'DTMF qua INFO bị từ chối: đó là chuyện của DTMF.',
  },
  'busy-declined-unavailable': {
    bad: 'Điện thoại đổ chuông và từ chối trong vòng 60 ms.',
    good: 'Bob nhìn màn hình và từ chối.',
  },
  'bye-unanswered': {
    bad: 'Proxy đáp ứng BYE bằng 100 và không nhận được đáp ứng nào cho nó từ điện thoại của bob; cả hai chặng đều có ở đây.',
    good: 'Một bản BYE và không có đáp ứng: điện thoại không nghe thấy gì hẳn đã gửi lại nó, nên chính bản ghi đã bỏ sót.',
  },
  'call-blocked-by-analytics': {
    bad: 'Mạng chặn cuộc gọi theo hệ thống phân tích của mình (603+) và cho biết khiếu nại ở đâu; được báo ở chặng đã từ chối.',
    good: 'Gateway chuyển mã nguyên nhân 21 của bên được gọi thành 603, đúng như phải làm: không nói gì đến phân tích.',
  },
  'call-dropped-32s': {
    bad: '200 cho một re-INVITE không bao giờ được xác nhận bằng ACK, và cuộc gọi rớt 32 giây sau đó.',
    good: 'Không thấy ACK và bên được gọi gác máy sau 32 giây, nhưng 200 của nó chỉ được gửi một lần: ACK có thể đã đến theo đường khác.',
  },
  'call-forbidden': {
    bad: 'Thông tin xác thực đúng; hạng dịch vụ không cho phép số này.',
    good: 'Nhà cung cấp thứ nhất từ chối, nhà cung cấp thứ hai nối cuộc gọi.',
  },
  'cancel-answer-race': {
    bad: 'CANCEL được gửi sau khi lời trả lời đã đến, và không có tác dụng.',
    good: 'Alice gác máy trước khi bob trả lời.',
  },
  'cancel-misuse': {
    bad: 'Bên gọi gác máy trước khi có bất cứ đáp ứng nào về.',
    good: 'Bên gọi gác máy trong lúc đổ chuông.',
  },
  'capture-clock': {
    bad: 'Yêu cầu và đáp ứng được bắt trên hai máy có đồng hồ khác nhau.',
    good: 'Một đáp ứng không có yêu cầu đúng lúc: bản yêu cầu mà nó đáp ứng không được bắt.',
  },
  'capture-drops': {
    bad: 'Thống kê ở cuối tệp nói có 42 gói tin bị mất, trong đó 40 gói do giao diện.',
    good: 'Thống kê nói không mất gì.',
  },
  'capture-duplicates': {
    bad: 'Mỗi gói tin có mặt hai lần trong bản ghi, cách nhau 30 micrô giây.',
    good: 'INVITE được gửi lần thứ hai sau nửa giây: không phải bản trùng, mà là timer A.',
  },
  'capture-encrypted': {
    bad: 'Mọi thứ đều được mã hóa: một cảnh báo.',
    good: 'TLS trên cổng 443 không phải chuyện của SIP.',
  },
  'capture-ends-early': {
    bad: 'Bản ghi kết thúc trong lúc alice và bob đang nói chuyện.',
    good: 'Cuộc gọi kết thúc trước bản ghi.',
  },
  'capture-multi-hop': {
    bad: 'Cùng một yêu cầu ở trước và sau proxy.',
    good: 'Máy khách bị thách thức gửi yêu cầu hai lần: hai yêu cầu, không phải hai chặng.',
  },
  'capture-one-sided': {
    bad: 'Chỉ những gì điện thoại của bob gửi được bắt lại.',
    good: 'Cả hai chiều đều có ở đây.',
  },
  'capture-signalling-only': {
    bad: 'Một cuộc gọi nửa phút, và không có một gói media nào.',
    good: 'Log bản tin SIP vốn không chứa media.',
  },
  'capture-starts-mid-call': {
    bad: 'Bản ghi bắt đầu giữa cuộc gọi: một lần giữ máy, rồi kết thúc.',
    good: 'Cuộc gọi có ở đây từ INVITE trở đi.',
  },
  'capture-truncated': {
    bad: 'Ai đó đã chép phần đầu của một log Asterisk: bản tin cuối dừng giữa SDP.',
    good: 'Độ dài bằng không và không có thân: không thiếu gì.',
  },
  'codec-no-overlap': {
    bad: 'Cuộc gọi được trả lời với cổng 0 cho luồng duy nhất của nó.',
    good: 'Cuộc gọi bị từ chối vì lý do khác không cho biết gì về codec.',
  },
  'contact-unroutable': {
    bad: 'Máy chủ trong mạng riêng nêu địa chỉ của chính nó trong 200: không có ACK nào quay về.',
    good: 'Bên được gọi gác máy, và BYE của nó đi tới nơi INVITE đã đến từ đó, dù Contact có là địa chỉ riêng hay không.',
  },
  'content-length-mismatch': {
    bad: 'Trên TCP, chỉ Content-Length cho biết bản tin kết thúc ở đâu.',
    good: 'Một tên trong SDP có chữ cái dài hai byte: độ dài được tính bằng byte.',
  },
  'cseq-disorder': {
    bad: 'CSeq của ACK ghi INVITE.',
    good: 'Một B2BUA giữ nguyên Call-ID và các tag, và đếm lại từ đầu ở phía bên kia của nó.',
  },
  'destination-not-found': {
    bad: 'Máy chủ đăng ký sau proxy không biết bobby nào; proxy chuyển tiếp 404 của nó.',
    good: 'Các chữ số được gửi ngay khi quay; 484 yêu cầu thêm chữ số.',
  },
  'dialog-never-terminated': {
    bad: 'Cuộc gọi được trả lời, và suốt năm giờ không nghe thêm gì về nó.',
    good: 'Với BYE, chỉ các đáp ứng được bắt, trên cả hai chặng: cuộc gọi đã kết thúc.',
  },
  'dialog-unknown-481': {
    bad: 'CANCEL không mang branch của INVITE, nên điện thoại của bob vẫn đổ chuông cho đến khi anh từ chối.',
    good: 'Bản ghi bắt đầu bằng BYE: không biết trước đó hội thoại đã ra sao.',
  },
  'dtmf-mismatch': {
    bad: 'Opus ở 48 kHz mà telephone-event chỉ ở 8 kHz.',
    good: 'Opus, và telephone-event cũng có cho tần số lấy mẫu của nó.',
  },
  'early-dialog-media-conflict': {
    bad: 'Hai gateway mà proxy đổ chuông cùng lúc đều phát hồi âm chuông cho alice.',
    good: 'Proxy thử gateway thứ hai khi gateway thứ nhất đã từ chối: 199 cho biết hội thoại của nó đã hết, và media của nó một lúc sau mới ngừng.',
  },
  'early-media-sdp-missing': {
    bad: 'Gateway báo early media bằng P-Early-Media mà quên SDP của nó.',
    good: 'INVITE không có offer, nên 183 không có gì để trả lời.',
  },
  'emergency-call-problem': {
    bad: 'IMS đòi đăng ký khẩn cấp trước.',
    good: 'Cuộc gọi khẩn cấp được trả lời sớm.',
  },
  'forward-loop': {
    bad: 'Bob chuyển tiếp tới Carol, và Carol tới Bob.',
    good: 'Ba bên chuyển tiếp tới bên thứ tư.',
  },
  'global-failure-not-honoured': {
    bad: 'Bob từ chối thay cho mọi thiết bị của mình, và proxy đổ chuông thiết bị tiếp theo, nơi anh trả lời.',
    good: '486 chỉ nói cho một điện thoại, và proxy được thử điện thoại tiếp theo.',
  },
  'hold-direction-problem': {
    bad: 'Yêu cầu giữ máy bằng sendonly được trả lời như thể không phải giữ máy.',
    good: 'Một thông báo chỉ gửi, được đề nghị và trả lời một chiều ngay từ đầu.',
  },
  'ice-dtls-failure': {
    bad: 'Alice từ chối chứng thư của bob: đó không phải chứng thư mà fingerprint (SHA-1) của anh nêu.',
    good: 'Một cặp địa chỉ thất bại, cặp khác thành công: ICE vốn hoạt động như vậy.',
  },
  'icmp-unreachable': {
    bad: 'Bên được gọi không lắng nghe ở cổng mà SDP của nó nêu: mọi media của bên gọi bị trả lại trong suốt cuộc gọi.',
    good: 'Máy chủ đang khởi động: bản đầu tiên bị trả lại, bản thứ hai được đáp ứng.',
  },
  'identity-header-conflict': {
    bad: 'PBX và SBC mỗi bên tự thêm một P-Asserted-Identity.',
    good: 'Các số khác nhau, và bên được gọi bận: không ai bận tâm.',
  },
  'interval-rejected-loop': {
    bad: 'Máy chủ đăng ký từ chối một giờ vì quá ngắn.',
    good: 'Một lần 422, rồi PBX đề nghị đúng mức mà trunk muốn.',
  },
  'invite-no-final-response': {
    bad: 'Alice gác máy trong lúc điện thoại của bob đổ chuông, nhưng không còn gì đáp ứng CANCEL của cô.',
    good: 'Bản ghi kết thúc trong lúc điện thoại đổ chuông.',
  },
  'invite-no-response': {
    bad: 'Proxy nhận cuộc gọi bằng 100; gateway phía sau không hoạt động, và proxy bỏ cuộc bằng 408. Lỗi nằm ở chặng thứ hai.',
    good: 'Bản ghi kết thúc hai giây sau bản duy nhất qua TCP: không ai biết được.',
  },
  'invite-stalled-after-trying': {
    bad: 'Gateway nhận cuộc gọi rồi không nói gì thêm; sau 35 giây alice gác máy.',
    good: 'Mười hai giây sau 100 thì bản ghi kết thúc: quá muộn để coi là cuộc gọi bình thường, quá sớm để nói nó đã thất bại.',
  },
  'loop-detected': {
    bad: 'Ở đây chỉ có đoạn cuối của vòng lặp: một proxy trả 482.',
    good: 'Gateway thứ nhất từ chối, và proxy thử lại chính gateway đó: hai nhánh, không phải vòng tròn.',
  },
  'mandatory-header-missing': {
    bad: 'INVITE không có Contact không cho bên được gọi địa chỉ nào để gửi yêu cầu của mình.',
    good: 'Mọi trường đều ở dạng một chữ cái.',
  },
  'media-none': {
    bad: 'Cả hai phía không gửi media suốt tám giây, trong khi một cuộc gọi khác giữa cùng hai máy thì có.',
    good: 'Bản ghi chỉ có media của những máy khác; media của cuộc gọi này có thể đi nơi không thấy được.',
  },
  'media-one-way': {
    bad: 'Alice ở sau NAT và nêu địa chỉ riêng của mình; bob gửi media tới đó.',
    good: 'Cả hai cùng nói.',
  },
  'media-timeout-drop': {
    bad: 'Media của alice ngừng sau tám giây; ba mươi giây sau tổng đài của bob gác máy.',
    good: 'Alice nói với hộp thư thoại không gửi gì sau tiếng bíp, và gác máy khi nói xong, ba mươi giây sau.',
  },
  'method-not-supported': {
    bad: 'Điện thoại liệt kê INFO mà lại từ chối nó.',
    good: 'NOTIFY giữ cho ánh xạ NAT mở; lời từ chối nó cũng vậy.',
  },
  'mos-low': {
    bad: 'Cứ mười gói từ bob thì mất một: riêng điều đó đã trừ 27 điểm.',
    good: 'Mất ba gói trong một trăm: đáng cảnh báo, nhưng tiếng vẫn tốt.',
  },
  'multiple-2xx-forked': {
    bad: 'Hai điện thoại trả lời, và điện thoại của alice giữ cả hai cho đến khi cô gác máy.',
    good: 'Một điện thoại trả lời, proxy kịp hủy điện thoại kia.',
  },
  'non-invite-response-misuse': {
    bad: 'Máy chủ đăng ký gửi 100 ngay lập tức cho mỗi REGISTER.',
    good: 'INVITE được nhận tất cả các đáp ứng này.',
  },
  'non-sip-on-sip-port': {
    bad: 'Ai đó gửi RTP tới cổng của SIP.',
    good: 'Ba gói tin lạc chỉ là ngẫu nhiên.',
  },
  'non2xx-final-not-acked': {
    bad: 'ACK của 486 được gửi như ACK của 2xx, với branch riêng.',
    good: 'Bản ghi kết thúc trong lúc máy chủ vẫn còn lặp lại 486.',
  },
  'offer-answer-violation': {
    bad: 'Một thông báo trong 183, một địa chỉ media khác trong 200, dưới cùng một To tag.',
    good: 'Bản ghi bắt đầu giữa cuộc gọi: không biết trước đó đã thỏa thuận gì.',
  },
  'options-ping-failing': {
    bad: 'Một trunk ngừng hoạt động trong ba phút.',
    good: 'Một OPTIONS đơn lẻ tới ai đó không có mặt thì không phải ping.',
  },
  'overload-control-violated': {
    bad: 'Được yêu cầu bỏ một nửa số yêu cầu của mình, máy khách vẫn gửi như trước.',
    good: 'Ít yêu cầu: không đo được bao nhiêu trong số đó bị bỏ.',
  },
  'parser-rejects': {
    bad: 'Hai payload có dòng đầu của một yêu cầu, và bên dưới không có gì là SIP.',
    good: 'Mọi bản tin đều đọc được.',
  },
  'post-dial-delay-high': {
    bad: 'Proxy chờ chín giây một gateway đầu tiên không hoạt động.',
    good: 'Bên gọi bỏ cuộc sau sáu giây im lặng: không có dấu hiệu tiến triển đầu tiên nào để đo.',
  },
  'prack-missing': {
    bad: 'Máy chủ đáp ứng PRACK mà vẫn lặp lại 183.',
    good: 'Cuộc gọi được trả lời trong lúc 183 đang được lặp lại, và PRACK đã đi đường khác.',
  },
  'prack-rejected': {
    bad: 'Proxy thách thức PRACK, và điện thoại không trả lời thách thức đó.',
    good: 'PRACK được chấp nhận.',
  },
  'prack-rseq-disorder': {
    bad: 'Cuộc gọi được trả lời trước khi PRACK cho 183 có SDP đến.',
    good: 'Hai điện thoại, hai To tag: mỗi bên đếm riêng.',
  },
  'privacy-leak': {
    bad: 'From ẩn danh, còn Contact nêu bên gọi.',
    good: 'SBC gỡ bỏ mọi thứ nêu bên gọi.',
  },
  'reason-contradiction': {
    bad: 'Một B2BUA trả lời, thấy leg phía sau bận, rồi gác máy với mã nguyên nhân của leg đó.',
    good: 'FreeSWITCH chuyển thành 480 một mã nguyên nhân mà nó không có mã đáp ứng tương ứng.',
  },
  'redirect-not-followed': {
    bad: '302 chỉ tới chính địa chỉ đã được gọi.',
    good: 'Bản ghi kết thúc hai giây sau lần chuyển hướng.',
  },
  'register-refresh-too-late': {
    bad: 'Điện thoại theo một giờ mà nó xin, không theo một phút mà nó được cấp.',
    good: 'Lần làm mới đến vào giây cuối cùng.',
  },
  'register-stale-contacts': {
    bad: 'Sáu địa chỉ cho một người dùng.',
    good: 'Điện thoại bàn, softphone và điện thoại cửa của một người dùng.',
  },
  'registration-binding-lost': {
    bad: 'Máy chủ đăng ký đã quên một điện thoại mà nó cho đăng ký trong mười phút.',
    good: 'Đáp ứng cho lần làm mới không được bắt: rất có thể nó đã đến.',
  },
  'registration-brute-force': {
    bad: 'Một kẻ dò mật khẩu vào được.',
    good: 'Nhiều điện thoại sau một NAT, có tài khoản đã được chuyển đi nơi khác.',
  },
  'registration-failed': {
    bad: 'Máy chủ đăng ký không cho người dùng này đăng ký.',
    good: 'Bản ghi kết thúc một giây sau những bản đầu tiên.',
  },
  'registration-flapping': {
    bad: 'Một điện thoại liên tục hủy đăng ký rồi quay lại.',
    good: 'Làm mới mỗi phút với cùng một Contact là cách giữ cho NAT mở.',
  },
  'reinvite-failed': {
    bad: 'Điện thoại của bob đã mất cuộc gọi: 481 cho yêu cầu giữ máy, và điện thoại của alice gác máy như nó phải làm.',
    good: 'Yêu cầu giữ máy bị từ chối trong giây cuối của bản ghi: điện thoại thử lại hay gác máy thì không có ở đây.',
  },
  'reinvite-glare': {
    bad: 'Hai re-INVITE gặp nhau trên đường, và không bên nào trả 491.',
    good: 'Điện thoại của bob gác máy trong lúc yêu cầu giữ máy đang diễn ra: đó không phải va chạm giữa các thay đổi.',
  },
  'rel100-negotiation-failed': {
    bad: 'Mạng đòi bằng được 100rel, và điện thoại không đề nghị nó.',
    good: 'Cả hai đều muốn và dùng nó.',
  },
  'release-cause-abnormal': {
    bad: 'Gateway phía gọi hủy cuộc gọi vì mạng của nó mất đường dây.',
    good: 'Bận với mã nguyên nhân của máy bận.',
  },
  'request-terminated-487': {
    bad: 'Bản ghi tại điện thoại lỡ cuộc gọi: ai đó đã nhấc một máy khác.',
    good: 'Bên gọi gác máy trong lúc đổ chuông, thấy được trên cả hai chặng.',
  },
  'required-extension-unsupported': {
    bad: 'Mạng di động không dành được bearer.',
    good: 'Bản ghi kết thúc trước khi bên gọi kịp thử lại.',
  },
  'response-misrouted': {
    bad: 'Không ai yêu cầu rport, và cổng trong Via không mở trên router.',
    good: 'Máy gửi từ một cổng và lắng nghe ở cổng khác, như nó được phép: đáp ứng đi tới cổng trong Via.',
  },
  'retransmissions-excessive': {
    bad: 'Proxy đáp ứng ngay, và điện thoại vẫn tiếp tục gửi yêu cầu: các đáp ứng đi tới sai cổng.',
    good: 'Trong lúc điện thoại đổ chuông, INVITE được lặp lại mỗi 20 giây để giữ cho ánh xạ NAT mở (RFC 3581 mục 3).',
  },
  'retry-after-ignored': {
    bad: 'Bên được gọi yêu cầu gọi lại sau mười phút, và bị gọi lại sau một phút.',
    good: 'Chỉ bên được gọi đầu tiên yêu cầu chờ.',
  },
  'ringback-ambiguous': {
    bad: 'Cũng như vậy nhưng qua proxy: được báo một lần, ở chặng của gateway.',
    good: 'Trước là 180, sau là early media: điện thoại chuyển từ hồi âm chuông của mình sang của mạng.',
  },
  'rtcp-problem': {
    bad: 'Bản ghi có đủ gói của bob; alice thiếu 20 gói giữa hai báo cáo của mình.',
    good: 'Cả hai mô tả không dành băng thông cho RTCP: không được có RTCP, dù alice gửi gì.',
  },
  'rtp-after-bye': {
    bad: 'Máy chủ media của bob còn gửi bảy giây sau khi đã trả lời BYE.',
    good: 'Một giây sau, cuộc gọi kế tiếp dùng lại các cổng đó, và thiết bị của bob dùng lại số nguồn cũ.',
  },
  'rtp-before-answer': {
    bad: 'Gateway phát thông báo hai giây trước khi SDP của nó đến cùng 200.',
    good: 'Early media đến sau 183 công bố nó.',
  },
  'rtp-clock-ptime-mismatch': {
    bad: 'Bob đếm mẫu G.722 đúng như chúng có, theo 16000 Hz; timestamp của nó phải theo 8000 Hz.',
    good: 'Gói 20 ms như cả hai phía yêu cầu.',
  },
  'rtp-gap-midcall': {
    bad: 'Trong ba giây các gói của bob bị mất: số thứ tự vẫn tiếp tục sau khoảng trống.',
    good: 'Tiếng ồn nền cho biết bob đang im lặng; năm giây sau bob nói tiếp.',
  },
  'rtp-jitter-high': {
    bad: 'Sóng vô tuyến của bob ngủ: gói của anh tới từng mười gói, năm lần mỗi giây.',
    good: 'Alice bấm số: các sự kiện lặp lại một timestamp và không nói gì về jitter.',
  },
  'rtp-late-start': {
    bad: 'Gateway của bob nhấc máy và 2,5 giây sau mới gửi gói đầu tiên.',
    good: 'Early media của bob nối liền với tiếng nói của bob.',
  },
  'rtp-loss-high': {
    bad: 'Trong một giây, cứ hai gói của alice lại mất một: tính cả cuộc gọi là một phần mười sáu.',
    good: 'Mất hai gói trong bốn trăm: nửa phần trăm.',
  },
  'rtp-payload-type-unexpected': {
    bad: 'Alice đổi từ PCMA sang PCMU bằng re-INVITE; bob chấp nhận nhưng vẫn gửi PCMA.',
    good: 'Tiếng và hình dùng chung một cổng (BUNDLE): những gì tới đó có thể thuộc phần nào cũng được.',
  },
  'rtp-source-mismatch': {
    bad: 'Media của bob tới từ một địa chỉ thứ hai của anh.',
    good: 'Media tới từ những socket mà SDP nêu.',
  },
  'rtp-ssrc-change': {
    bad: 'Sau sáu giây media của bob tiếp tục với nguồn khác mà không có báo hiệu nào.',
    good: 'Early media và tiếng nói sau khi nhấc máy tới từ những nguồn khác nhau của cùng một gateway.',
  },
  'scanner-detected': {
    bad: 'Một máy quét tự xưng tên.',
    good: 'Một PBX có trunk bị khóa: mọi cuộc gọi đều bị từ chối.',
  },
  'sdp-answer-invalid': {
    bad: 'Answer bỏ mất dòng video thay vì từ chối nó bằng cổng 0.',
    good: 'Một offer sau đó thêm một dòng, offer kế tiếp đóng dòng ấy bằng cổng 0.',
  },
  'sdp-private-address': {
    bad: 'Máy chủ đề nghị media tại địa chỉ loopback của nó.',
    good: 'Proxy đặt media relay của mình vào chỗ địa chỉ riêng.',
  },
  'sdp-version-anomaly': {
    bad: 'Số phiên bản đi lùi.',
    good: 'Số phiên bản nhảy hơn một đơn vị, điều đó không thay đổi gì.',
  },
  'server-overload-503': {
    bad: 'Gateway cho biết vì sao: không còn kênh trống.',
    good: 'Chín cuộc gọi bị từ chối, và máy chủ tiếp theo nhận chúng.',
  },
  'session-refresh-failed': {
    bad: 'Điện thoại của bob đã khởi động lại và không còn biết cuộc gọi mà điện thoại của alice làm mới; cô gác máy ngay.',
    good: 'Lần làm mới bị từ chối ngay trước khi bản ghi kết thúc: có thể còn lần thử thứ hai.',
  },
  'session-timer-expiry-drop': {
    bad: 'Điện thoại của alice phải làm mới phiên mà không làm; điện thoại của bob gác máy 32 giây trước khi timer hết.',
    good: 'Yêu cầu làm mới đi ra trên cả hai chặng còn đáp ứng của nó không có ở chặng nào: bản ghi có thể đã bỏ sót, và BYE có thể là của bất cứ ai.',
  },
  'sip-alg-interference': {
    bad: 'Hai địa chỉ trong SDP đã ngắn đi mỗi địa chỉ một byte, còn Content-Length được để nguyên như cũ.',
    good: 'Proxy có media relay đổi c= và để nguyên o=, như nó được phép.',
  },
  'srtp-profile-mismatch': {
    bad: 'Cả hai phía đều chờ phía kia bắt đầu bắt tay DTLS.',
    good: 'DTLS với fingerprint cho cả phiên, và các vai trò khớp nhau.',
  },
  'stir-identity-dropped': {
    bad: 'SBC chuyển tiếp một cuộc gọi đã ký mà không kèm chữ ký của nó.',
    good: 'Proxy thêm chữ ký của lần chuyển tiếp cuộc gọi và giữ chữ ký đầu tiên.',
  },
  'stir-identity-malformed': {
    bad: 'Được ký bằng RS256, thuật toán mà không PASSporT nào được dùng.',
    good: 'Dạng rút gọn, và tên rút gọn của trường tiêu đề.',
  },
  'stir-identity-missing': {
    bad: 'Mạng đích muốn có chữ ký mà không nhận được; được báo ở chặng đã từ chối.',
    good: 'Một cuộc gọi thông thường không có chữ ký, vẫn được chuyển tới: không ai đòi chữ ký.',
  },
  'stir-number-mismatch': {
    bad: 'From khớp với token, P-Asserted-Identity thì không: bên kiểm tra lấy trường sau.',
    good: 'Bên gọi giấu số: không có gì để so sánh.',
  },
  'stir-passport-stale': {
    bad: 'Yêu cầu và token khớp nhau, và chậm một giờ so với đồng hồ của máy kia và của bản ghi.',
    good: 'Yêu cầu và token khớp nhau, còn bản ghi có giờ khác: không biết được đồng hồ của ai sai.',
  },
  'stir-verification-failed': {
    bad: 'Bên kiểm tra muốn loại PASSporT khác (428); được báo ở chặng đã từ chối.',
    good: 'Một lý do không liên quan gì đến chữ ký.',
  },
  'subscription-no-notify': {
    bad: 'Lượt theo dõi sự kiện được chấp nhận, và không có gì tiếp theo.',
    good: 'Bản ghi kết thúc trước khi NOTIFY phải đến.',
  },
  'subscription-rejected': {
    bad: 'Một phím BLF cho gói sự kiện mà máy chủ không có.',
    good: 'Bị hỏi mật khẩu, rồi được chấp nhận.',
  },
  't38-failure': {
    bad: 'Gateway xin T.38, bị từ chối, và bỏ cuộc.',
    good: 'T.38 được chấp nhận.',
  },
  'tag-problem': {
    bad: 'Điện thoại trả lời cuộc gọi mà không có To tag.',
    good: 'Máy chủ phát thông báo nói trước, rồi điện thoại trả lời với tag riêng.',
  },
  'tcp-connect-failed': {
    bad: 'Sau hai mươi phút im lặng, tường lửa đã quên kết nối: yêu cầu tiếp theo bị đáp lại bằng RST.',
    good: 'Đáp ứng không có trong bản ghi, nhưng số thứ tự của FIN có tính các byte của nó.',
  },
  'tls-handshake-failed': {
    bad: 'Máy khách ngắt kết nối ngay khi thấy chứng thư.',
    good: 'Bắt tay thành công; sau đó máy khách đóng kết nối.',
  },
  'toll-fraud-pattern': {
    bad: 'Cuộc gọi của một máy quét đổ chuông: cửa đang mở.',
    good: 'Một chiến dịch gọi điện: nhiều số, mỗi số được quay một lần.',
  },
  'too-many-hops': {
    bad: 'Một nhóm chứa một nhóm, nhóm này lại chứa một nhóm nữa.',
    good: 'Đúng như khuyến nghị.',
  },
  'transfer-failed': {
    bad: 'PBX giữa hai bên không biết cuộc gọi mà việc chuyển cuộc gọi có tham vấn phải thay thế.',
    good: 'Bản ghi kết thúc mười giây sau khi việc chuyển cuộc gọi được chấp nhận: NOTIFY có thể còn đến.',
  },
  'transport-scheme-mismatch': {
    bad: 'Địa chỉ IPv6 trong Via không có ngoặc vuông.',
    good: 'IPv6 có ngoặc vuông ở mọi nơi.',
  },
  'trying-late': {
    bad: 'Điện thoại sau proxy gửi 100 muộn, và proxy không giữ trạng thái chuyển tiếp nó.',
    good: 'Đáp ứng nào cũng mất 700 ms: đường đi dài, không phải máy chủ chậm.',
  },
  'udp-fragment-lost': {
    bad: 'Đáp ứng liệt kê nhiều codec đến mức bị phân mảnh và mất: máy khách gửi lại yêu cầu hết lần này đến lần khác.',
    good: 'Bộ lọc khi bắt trên cổng 5060 bỏ các mảnh thứ hai; đáp ứng cho thấy INVITE đã đến nơi.',
  },
  'udp-message-oversized': {
    bad: 'Một INVITE lớn đã được đáp ứng: một ghi chú.',
    good: 'Vừa đúng kích thước mà một yêu cầu qua UDP được phép có.',
  },
  'upstream-timeout-408-504': {
    bad: 'Chính gateway trả 504; proxy chỉ chuyển tiếp nó.',
    good: 'Bên gọi gác máy sau 25 s; không ai hết thời gian chờ.',
  },
  'user-enumeration': {
    bad: 'Các đáp ứng cho biết số nào tồn tại.',
    good: 'Một điện thoại có nhiều phím BLF, trong đó có vài phím sai.',
  },
  'via-branch-problem': {
    bad: 'ACK của 200 có branch của INVITE.',
    good: 'Cùng một yêu cầu ở trước và sau NAT: một yêu cầu, được thấy hai lần.',
  },
};
