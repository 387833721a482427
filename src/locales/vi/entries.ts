/** Labels of the pages of header fields, Reason protocols and timers. */
import type { EntryWords } from '../entry-pages.ts';
import { headerFields } from './header-fields.ts';
import { duration, listed } from './phrases.ts';
import { reasonProtocols } from './reason-protocols.ts';
import { timers } from './timers.ts';

export const entries: EntryWords = {
  headerFields,
  reasonProtocols,
  timers,
  labels: {
    definedIn: 'Định nghĩa ở',
    metIn: 'Gặp ở',
    registered: 'Đã đăng ký',
    replacedBy: 'Được thay bằng',
    compact: 'Dạng rút gọn',
    standsIn: 'Nằm trong',
    methods: 'Phương thức',
    responses: 'Đáp ứng',
    values: 'Giá trị',
    setBy: 'Do ai đặt',
    mandatory: 'Bắt buộc',
    comesWith: 'Đi kèm',
    numbers: 'Con số',
    length: 'Độ dài',
    mobile: 'Trên điện thoại di động',
    runBy: 'Chạy ở',
    transport: 'Truyền tải',
    rules: 'Quy tắc',
  },
  headings: {
    tells: 'Cho biết điều gì',
    check: 'Cần kiểm tra gì',
    numbers: 'Các con số',
    does: 'Tác dụng',
    expired: 'Bản ghi cho thấy gì khi nó hết hạn',
  },
  where: { requests: 'yêu cầu', responses: 'đáp ứng', both: 'yêu cầu và đáp ứng' },
  repeats: {
    once: 'một, trên một dòng',
    list: 'nhiều, nối bằng dấu phẩy hoặc mỗi giá trị một dòng',
    lines: 'nhiều, mỗi giá trị một dòng',
  },
  setters: {
    uac: 'máy khách gửi yêu cầu',
    uas: 'phía đáp ứng',
    proxy: 'proxy',
    registrar: 'máy chủ đăng ký',
    b2bua: 'B2BUA',
    gateway: 'gateway',
    network: 'máy chủ tin cậy của mạng',
    signer: 'máy chủ ký thay bên gọi',
  },
  strengths: { must: 'bắt buộc', should: 'nên có', may: 'có thể có' },
  numbers: {
    q850: 'mã Q.850',
    status: 'mã đáp ứng',
    values: 'riêng của giao thức, xem bên dưới',
  },
  runners: {
    client: 'máy khách của giao dịch',
    server: 'máy chủ của giao dịch',
    proxy: 'proxy',
    uac: 'phía đã gửi yêu cầu',
    uas: 'phía đáp ứng',
    both: 'cả hai phía',
  },
  notRegistered: 'chưa: IANA không liệt kê',
  inEveryMessage: 'trong mọi yêu cầu và đáp ứng',
  udpOnly: 'chỉ UDP; qua TCP, TLS và WebSocket nó bằng không hoặc không chạy',
  headerTitle: (name) => `Trường tiêu đề ${name}`,
  reasonTitle: (name) => `Giao thức Reason ${name}`,
  quoted: (text) => `"${text}"`,
  numbered: (cause, name) => `${cause}: ${name}.`,
  listed,
  duration,
  product: (formula, length) => `${formula} = ${length}`,
  doubling: (first, limit) =>
    limit === undefined
      ? `ban đầu T1 (${first}), mỗi lần gấp đôi`
      : `ban đầu T1 (${first}), mỗi lần gấp đôi cho đến T2 (${limit})`,
  over: (length) => `hơn ${length}`,
  span: (from, to) => `${from} đến ${to}`,
  asHeader: (header, otherwise) =>
    otherwise === undefined ? `theo ${header}` : `theo ${header}; không có thì ${otherwise}`,
};
