import type { ReasonProtocolName } from '../../catalogue/reason-protocols.ts';
import type { EntryText } from '../locale.ts';

/** Words for each protocol of Reason; the facts are in `catalogue/reason-protocols.ts`. */
export const reasonProtocols: Readonly<Record<ReasonProtocolName, EntryText>> = {
  'Q.850': {
    tells:
      'Mã của mạng điện thoại, hoặc của sản phẩm bắt chước mạng đó. Đây là manh mối chính xác nhất về lý do cuộc ' +
      'gọi kết thúc; "location" cho biết mạng nào quyết định.',
    check:
      'Giải thích con số bằng q850:17. So sánh với mã SIP: nếu hai bên nói hai chuyện khác nhau, một gateway trên ' +
      'đường đã dịch sai.',
  },
  SIP: {
    tells:
      'Mã đáp ứng làm lý do cho yêu cầu. Trên CANCEL, 200 nghĩa là máy khác đã trả lời, 600 hoặc 603 nghĩa là một ' +
      'máy đã từ chối cho tất cả.',
    check: 'Tìm chặng đã nhận đáp ứng đó: chặng ấy quyết định. Sau mã 200, điện thoại không hiện cuộc gọi nhỡ.',
  },
  Preemption: {
    tells: 'Cuộc gọi có mức ưu tiên cao hơn đã lấy tài nguyên. Nó đi kèm BYE của cuộc gọi phải nhường chỗ.',
    check: 'Xem mức ưu tiên của từng cuộc gọi trong Resource-Priority; đây không phải lỗi.',
  },
  STIR: {
    tells:
      'Việc kiểm tra số gọi đã ký phát hiện điều gì đó, nhưng cuộc gọi vẫn có thể tiếp tục. RFC 9410 cho bên kiểm ' +
      'tra báo trong đáp ứng tạm hoặc đáp ứng cuối, mỗi phát hiện một giá trị.',
    check:
      'Xem Identity và Date của INVITE như với đáp ứng cùng số. Nhiều giá trị nghĩa là nhiều token hoặc nhiều lỗi.',
  },
  RELEASE_CAUSE: {
    tells:
      'Vì sao điện thoại di động kết thúc cuộc gọi: do người dùng, hoặc do media, báo hiệu hay thiết lập hết thời ' +
      'gian.',
    check:
      '1 là kết thúc bình thường. Với 2 và 3, xem vô tuyến và media; với 4 đến 6, xem các bản tin bị mất trên ' +
      'đường tới máy.',
  },
  FAILURE_CAUSE: {
    tells: 'Proxy đầu tiên của mạng di động giải phóng cuộc gọi vì kênh mang bị mất hoặc không thiết lập được.',
    check: 'So sánh thời gian với bản ghi của mạng lõi gói; phía SIP chỉ báo lại.',
  },
  EMM: {
    tells: 'Mã quản lý di động của LTE. Nó đến từ mạng của điện thoại di động, thường kèm việc giải phóng.',
    check: 'Tra con số trong tài liệu 3GPP; nó chỉ vào vùng phủ, đăng ký hoặc thuê bao hơn là SIP.',
  },
  ESM: {
    tells: 'Mã quản lý phiên của LTE: kênh mang cho cuộc gọi bị từ chối hoặc giải phóng.',
    check: 'Tra con số, và kiểm tra kênh mang thoại (QCI 1) có được thiết lập không.',
  },
  'S1AP-RNL': {
    tells: 'Mạng vô tuyến LTE bỏ cuộc, ví dụ vì mất điện thoại.',
    check: 'Đó là vùng phủ hoặc chuyển giao, không phải SIP: chuyển cell và thời gian cho bộ phận vô tuyến.',
  },
  'S1AP-TL': {
    tells: 'Lớp truyền tải bên dưới mạng vô tuyến bị lỗi.',
    check: 'Kiểm tra đường truyền giữa trạm gốc và mạng lõi vào lúc đó.',
  },
  'S1AP-NAS': {
    tells: 'Báo hiệu giữa điện thoại và mạng lõi đã kết thúc kết nối.',
    check: 'Xem log của MME cho điện thoại này vào lúc đó.',
  },
  'S1AP-MISC': {
    tells: 'Trạm gốc hoặc mạng lõi nêu lý do khác, như quá tải hoặc bảo trì.',
    check: 'So sánh thời gian với cảnh báo của trạm gốc và MME.',
  },
  'S1AP-PROT': {
    tells: 'Trạm gốc và mạng lõi không hiểu nhau.',
    check: 'So sánh phiên bản phần mềm của cả hai; bản ghi S1 cho thấy bản tin.',
  },
  DIAMETER: {
    tells: 'Mã kết quả Diameter: máy chủ chính sách, cước hoặc thuê bao đã từ chối.',
    check: 'Tra con số: mã từ 5000 là lâu dài. Sau đó xem log của máy chủ ấy để biết số dư hoặc quyền của người dùng.',
  },
  IKEV2: {
    tells: 'Đường hầm của cuộc gọi Wi-Fi không thiết lập được hoặc bị mất.',
    check: 'Tra con số trong các loại thông báo, và kiểm tra gateway truy nhập không tin cậy (ePDG) cùng Wi-Fi.',
  },
  FreeSWITCH: {
    tells: 'Mã của FreeSWITCH. Đến 127 là các số của Q.850, lớn hơn là số riêng.',
    check: 'Giải thích số đến 127 bằng q850:16, và tìm văn bản trong log của FreeSWITCH.',
  },
  'X.int': {
    tells: 'Mã nội bộ của Metaswitch, có "reasoncode" và "add-info" thay cho "cause". Chỉ hãng sản xuất đọc được hết.',
    check: 'Đưa cả hai số cho bộ phận hỗ trợ của hãng, và đọc trước một Reason thứ hai bên cạnh.',
  },
};
