import type { CauseCode } from '../../catalogue/causes.ts';
import type { CauseText } from '../locale.ts';

/** Words for each Q.850 cause; the facts are in `catalogue/causes.ts`. `means` follows “nghĩa là” or stands alone. */
export const causes: Readonly<Record<CauseCode, CauseText>> = {
  1: {
    means: 'số được gọi chưa cấp cho ai',
    advice: 'Kiểm tra các chữ số và định dạng số, rồi xem số đã chuyển mạng hay đã ngừng sử dụng chưa.',
  },
  2: {
    means: 'tổng đài không biết nhà mạng chuyển tiếp được yêu cầu',
    advice: 'Kiểm tra mã chọn nhà mạng mà gateway hoặc trunk thêm vào số.',
  },
  3: {
    means: 'mạng không có tuyến tới số được gọi',
    advice: 'Kiểm tra tiền tố, mã quốc gia và bảng định tuyến của nhà mạng cho đích này.',
  },
  4: {
    means: 'không liên lạc được với số này vì lý do lâu dài và bên gọi nên nghe âm báo đặc biệt',
    advice: 'Nghe thông báo trong early media và kiểm tra số còn được sử dụng không.',
  },
  5: {
    means: 'số được quay với tiền tố trung kế sai',
    advice: 'Sửa quy tắc tiền tố cho trunk này, ví dụ thừa hoặc thiếu một số 0 ở đầu.',
  },
  6: {
    means: 'không dùng được kênh đã đề nghị cho cuộc gọi',
    advice: 'So sánh cách đánh số kênh và trạng thái của trunk ISDN hoặc SS7 ở hai phía.',
  },
  7: {
    means: 'cuộc gọi được giao qua kênh mà người dùng đã có sẵn',
    advice: 'Coi đây là việc nội bộ của đường ISDN và xem cuộc gọi đang giữ kênh đó.',
  },
  8: {
    means: 'cuộc gọi có mức ưu tiên cao hơn đã chiếm mạch',
    advice: 'Gọi lại sau, hoặc gọi với mức ưu tiên cao hơn nếu được phép.',
  },
  9: {
    means: 'cuộc gọi có mức ưu tiên cao hơn đã chiếm mạch và giữ mạch cho riêng mình',
    advice: 'Dùng mạch khác hoặc chờ cuộc gọi ưu tiên kết thúc.',
  },
  14: {
    means: 'số đã chuyển sang mạng khác',
    advice: 'Tra cứu chuyển mạng giữ số trước khi cuộc gọi đi ra và định tuyến theo kết quả.',
  },
  16: {
    means: 'cuộc gọi kết thúc bình thường vì một bên gác máy',
    advice: 'Tìm bên gửi BYE hoặc CANCEL trước; bản thân mã này không báo lỗi nào.',
  },
  17: {
    means: 'thuê bao được gọi đang bận',
    advice: 'Gọi lại sau; nếu bận cả ngày, kiểm tra dịch vụ chờ cuộc gọi và số đường dây.',
  },
  18: {
    means: 'thiết bị được gọi thậm chí không xác nhận cuộc gọi',
    advice: 'Kiểm tra thiết bị đầu cuối có nguồn và đã nối, và đường truy nhập đang hoạt động.',
  },
  19: {
    means: 'thiết bị được gọi đổ chuông nhưng không ai trả lời',
    advice: 'Để chuông đổ lâu hơn, hoặc cài chuyển tiếp khi không trả lời.',
  },
  20: {
    means: 'di động tắt máy, ngoài vùng phủ sóng hoặc chưa đăng ký mạng',
    advice: 'Thử lại sau; nếu kéo dài, kiểm tra SIM, thuê bao hoặc việc đăng ký.',
  },
  21: {
    means: 'cuộc gọi bị thuê bao được gọi hoặc một dịch vụ trong mạng từ chối',
    advice:
      'Đọc vị trí (location) của mã để biết ai từ chối, rồi kiểm tra số gọi, danh sách chặn và việc chặn cuộc gọi.',
  },
  22: {
    means: 'số được gọi đã đổi',
    advice: 'Lấy số mới từ trường chẩn đoán hoặc từ thông báo và cập nhật dial plan.',
  },
  23: {
    means: 'cuộc gọi nên được định tuyến tới đích khác',
    advice: 'Bật chuyển hướng trên gateway để nó đi theo số mới.',
  },
  24: {
    means: 'một tính năng của đường dây được gọi, như chặn cuộc gọi ẩn danh, đã từ chối cuộc gọi',
    advice: 'Gọi lại với số hiển thị, hoặc nhờ bên được gọi tắt tính năng đó.',
  },
  25: {
    means: 'tổng đài phát hiện vòng lặp hoặc lỗi trong định tuyến của nó',
    advice: 'Tìm hai tổng đài hoặc hai trunk cứ gửi cuộc gọi qua lại cho nhau.',
  },
  26: {
    means: 'người dùng khác đã nhận cuộc gọi hoặc, ở Bắc Mỹ, số chuyển mạng bị định tuyến sai',
    advice: 'Ở Bắc Mỹ, tra cứu chuyển mạng giữ số trước khi định tuyến; ở nơi khác, kiểm tra xem ai đã trả lời.',
  },
  27: {
    means: 'đường dây hoặc giao diện của thuê bao được gọi không hoạt động',
    advice: 'Báo lỗi cho đơn vị khai thác đường dây đó và thử số khác của bên được gọi.',
  },
  28: {
    means: 'số không đầy đủ hoặc sai định dạng',
    advice: 'Kiểm tra số lượng chữ số, kiểu số (TON) và tiền tố mà gateway gửi.',
  },
  29: {
    means: 'mạng từ chối một dịch vụ bổ sung mà cuộc gọi yêu cầu',
    advice: 'Gọi mà không kèm dịch vụ bổ sung, như chuyển cuộc gọi hoặc dữ liệu user-to-user, và xem có đi lọt không.',
  },
  30: {
    means: 'bản tin này chỉ trả lời một câu hỏi trạng thái',
    advice: 'Đọc trạng thái cuộc gọi đi kèm, vì bản thân mã này không báo lỗi nào.',
  },
  31: {
    means: 'cuộc gọi kết thúc mà không có lỗi nào mã khác mô tả được',
    advice: 'Tìm lý do chính xác hơn ở chặng đã tạo ra mã, vì nhiều gateway gửi 31 theo mặc định.',
  },
  34: {
    means: 'không có mạch hoặc kênh rỗi cho cuộc gọi',
    advice: 'So sánh số cuộc gọi đồng thời với dung lượng trunk, rồi thêm kênh hoặc cho tràn sang tuyến khác.',
  },
  38: {
    means: 'mạng bị hỏng và sẽ còn hỏng một thời gian',
    advice: 'Chuyển sang nhà mạng hoặc tuyến khác và báo sự cố.',
  },
  39: {
    means: 'kết nối chế độ khung cố định ngừng hoạt động',
    advice: 'Kiểm tra liên kết dữ liệu của đường truy nhập, vì cuộc gọi thoại lẽ ra không nhận mã này.',
  },
  40: {
    means: 'kết nối chế độ khung cố định đang hoạt động',
    advice: 'Bỏ qua với cuộc gọi thoại, vì mã này chỉ báo trạng thái của liên kết dữ liệu.',
  },
  41: {
    means: 'mạng có lỗi sẽ sớm qua',
    advice: 'Thử lại ngay hoặc qua tuyến khác, và báo nhà mạng nếu lỗi tái diễn.',
  },
  42: {
    means: 'một tổng đài quá tải lưu lượng',
    advice: 'Chờ rồi mới thử lại, giãn tải theo thời gian hoặc dùng tuyến khác.',
  },
  43: {
    means: 'mạng không chuyển được một phần thông tin sang phía kia',
    advice: 'Bỏ các phần tử tùy chọn như dữ liệu user-to-user hoặc địa chỉ con (subaddress) rồi thử lại.',
  },
  44: {
    means: 'mạch được yêu cầu không rỗi nên phải chọn mạch khác',
    advice: 'Để gateway dùng mạch khác, và kiểm tra kênh bị treo ở hai đầu nếu lỗi tái diễn.',
  },
  46: {
    means: 'không giải phóng được mạch nào, vì tất cả đang mang cuộc gọi có mức ưu tiên bằng hoặc cao hơn',
    advice: 'Chờ, hoặc dùng mức ưu tiên cao hơn nếu được phép.',
  },
  47: {
    means: 'thiếu một tài nguyên mà mã khác không nêu',
    advice: 'Kiểm tra DSP, giấy phép và bộ nhớ trên gateway, rồi hỏi nhà mạng.',
  },
  49: {
    means: 'không cung cấp được chất lượng dịch vụ đã yêu cầu',
    advice: 'Yêu cầu ít băng thông hơn hoặc bỏ yêu cầu chất lượng.',
  },
  50: {
    means: 'đường dây không đăng ký dịch vụ mà cuộc gọi yêu cầu',
    advice: 'Đăng ký dịch vụ cho đường dây hoặc gọi mà không dùng dịch vụ đó.',
  },
  52: {
    means: 'đường dây gọi bị chặn chiều đi',
    advice: 'Kiểm tra mức chặn của đường dây gọi và hóa đơn chưa thanh toán.',
  },
  53: {
    means: 'nhóm thuê bao khép kín của bên gọi không cho phép gọi ra',
    advice: 'Kiểm tra quyền gọi ra của bên gọi trong nhóm thuê bao khép kín.',
  },
  54: {
    means: 'đường dây được gọi bị chặn chiều đến',
    advice: 'Kiểm tra mức chặn của đường dây được gọi.',
  },
  55: {
    means: 'nhóm thuê bao khép kín của bên được gọi không cho phép gọi đến',
    advice: 'Kiểm tra quyền nhận cuộc gọi của bên được gọi trong nhóm thuê bao khép kín.',
  },
  57: {
    means: 'bên gọi không được phép dùng bearer đã yêu cầu',
    advice: 'Yêu cầu kiểu thoại (speech) hoặc âm thanh 3,1 kHz, hoặc thêm bearer đó vào thuê bao.',
  },
  58: {
    means: 'bearer đã yêu cầu hiện không rỗi',
    advice: 'Thử lại sau hoặc dùng kiểu thoại thường, và kiểm tra tài nguyên codec và kênh trên gateway.',
  },
  62: {
    means: 'thông tin truy nhập và hạng thuê bao mâu thuẫn nhau',
    advice: 'Kiểm tra hạng thuê bao của bên gọi và hồ sơ dịch vụ trên tổng đài.',
  },
  63: {
    means: 'một dịch vụ không sẵn sàng vì lý do mà mã khác không nêu',
    advice: 'Hỏi nhà mạng đã từ chối dịch vụ nào, và thử gọi không kèm dịch vụ tùy chọn.',
  },
  65: {
    means: 'thiết bị không hỗ trợ bearer đã yêu cầu, như dữ liệu hoặc video',
    advice: 'Đề nghị kiểu thoại (speech) hoặc âm thanh 3,1 kHz, và phía SIP dùng codec chung như G.711.',
  },
  66: {
    means: 'thiết bị không hỗ trợ kiểu kênh đã yêu cầu',
    advice: 'So sánh kiểu kênh được đặt ở hai đầu trunk.',
  },
  69: {
    means: 'thiết bị không hỗ trợ dịch vụ bổ sung đã yêu cầu',
    advice: 'Tắt dịch vụ đó trên gateway hoặc dùng thiết bị có hỗ trợ.',
  },
  70: {
    means: 'chỉ cung cấp được bearer số hạn chế',
    advice: 'Yêu cầu kiểu thông tin số hạn chế hoặc gửi cuộc gọi theo kiểu thoại.',
  },
  79: {
    means: 'thiết bị không hỗ trợ điều gì đó mà cuộc gọi yêu cầu',
    advice: 'Rút yêu cầu về cuộc gọi thoại cơ bản rồi thêm lại từng tùy chọn một.',
  },
  81: {
    means: 'bản tin nêu một cuộc gọi mà bên nhận không biết',
    advice: 'Tìm cuộc gọi mà một phía đã giải phóng, thường là sau khi gateway khởi động lại.',
  },
  82: {
    means: 'bản tin nêu một kênh không tồn tại trên giao diện này',
    advice: 'So sánh số kênh được cấu hình ở hai phía trunk.',
  },
  83: {
    means: 'có cuộc gọi đang tạm dừng, nhưng dưới định danh khác với định danh đã cho',
    advice: 'Nối lại cuộc gọi bằng định danh đã dùng khi tạm dừng.',
  },
  84: {
    means: 'định danh chọn để tạm dừng cuộc gọi đã có người dùng',
    advice: 'Tạm dừng cuộc gọi bằng định danh khác.',
  },
  85: {
    means: 'không có cuộc gọi tạm dừng nào để nối lại',
    advice: 'Kiểm tra xem cuộc gọi tạm dừng đã quá hạn trong lúc đó chưa.',
  },
  86: {
    means: 'cuộc gọi tạm dừng đã bị xóa trước khi kịp nối lại',
    advice: 'Thực hiện lại cuộc gọi.',
  },
  87: {
    means: 'thuê bao được gọi không thuộc nhóm thuê bao khép kín đã cho',
    advice: 'Thêm bên được gọi vào nhóm hoặc gọi không kèm nhóm thuê bao khép kín.',
  },
  88: {
    means: 'thiết bị được gọi không xử lý được loại cuộc gọi này',
    advice: 'So sánh bearer, codec và mã hóa của hai phía, vì FreeSWITCH dùng mã này khi không có codec chung.',
  },
  90: {
    means: 'nhóm thuê bao khép kín đã cho không tồn tại',
    advice: 'Sửa số hiệu nhóm trong hồ sơ dịch vụ của bên gọi.',
  },
  91: {
    means: 'mạng chuyển tiếp được nêu sai định dạng',
    advice: 'Sửa mã chọn nhà mạng mà gateway gửi.',
  },
  95: {
    means: 'bản tin không hợp lệ theo cách mà mã khác không nêu',
    advice: 'Bắt bản tin phía ISDN hoặc SS7 và so sánh bản tin bị từ chối với bản tin đi lọt.',
  },
  96: {
    means: 'bản tin thiếu một phần tử bắt buộc',
    advice: 'Đọc trường chẩn đoán để biết phần tử nào thiếu, rồi kiểm tra biến thể giao thức của trunk.',
  },
  97: {
    means: 'bản tin có kiểu mà bên nhận không biết',
    advice: 'Đặt hai đầu trunk về cùng một biến thể giao thức.',
  },
  98: {
    means: 'bản tin không hợp với trạng thái cuộc gọi hoặc chưa được hỗ trợ',
    advice: 'Tìm bản tin bị mất hoặc giao nhau trên trunk, rồi kiểm tra biến thể giao thức.',
  },
  99: {
    means: 'bản tin chứa phần tử mà bên nhận không biết',
    advice: 'Đọc trường chẩn đoán để biết phần tử nào và tắt nó ở phía gửi.',
  },
  100: {
    means: 'một phần tử của bản tin có nội dung mà bên nhận không dùng được',
    advice: 'Đọc trường chẩn đoán để biết phần tử nào, thường nhất là số hoặc tên hiển thị sai định dạng.',
  },
  101: {
    means: 'bản tin đến khi cuộc gọi ở trạng thái mà bản tin đó không có nghĩa',
    advice: 'Tìm bản tin bị mất hoặc giao nhau và các timer khác nhau giữa hai phía.',
  },
  102: {
    means: 'một timer hết hạn trong khi một phía chờ phía kia',
    advice: 'Tìm phía đã im lặng, rồi kiểm tra tải, các liên kết của nó và timer liên quan.',
  },
  103: {
    means: 'một tổng đài không biết một tham số và đã chuyển tiếp nguyên vẹn',
    advice: 'Bỏ qua trừ khi phía kia gặp lỗi, khi đó hãy tắt tham số ấy.',
  },
  110: {
    means: 'bản tin bị bỏ vì một tham số mà tổng đài không biết',
    advice: 'Tìm tham số đó trong bản ghi của trunk và ngừng gửi.',
  },
  111: {
    means: 'xảy ra lỗi giao thức mà mã khác không nêu',
    advice: 'Bắt bản tin phía trunk của gateway và so sánh biến thể giao thức của hai đầu.',
  },
  127: {
    means: 'cuộc gọi bị giải phóng bởi một mạng không cho biết lý do',
    advice: 'Hỏi nhà mạng phía sau gateway, vì lý do thật đã bị mất trên đường đi.',
  },
};
