/** Words of the TLS alerts that end a handshake; their names are in `rules/tls-alerts.ts`. */

interface Sides {
  readonly by: string;
  readonly other: string;
  readonly byClient: boolean;
  readonly serverName: string;
}

type Fix = (sides: Sides) => readonly string[];

const trust: Fix = ({ by, other, byClient }) => [
  byClient
    ? `Cho ${other} gửi trọn chuỗi chứng thư: lý do thường gặp là thiếu chứng thư trung gian.`
    : `Cấp cho ${other} chứng thư máy khách mà ${by} tin cậy, kèm trọn chuỗi.`,
  `Hoặc cài chứng thư gốc của cơ quan cấp cho ${other} vào kho tin cậy của ${by}.`,
];

const replace: Fix = ({ other, by }) => [
  `Gia hạn chứng thư của ${other} và khởi động hoặc nạp lại dịch vụ TLS của nó.`,
  `Nếu chứng thư còn tốt, kiểm tra đồng hồ của ${by}: sai ngày khiến mọi chứng thư thành không hợp lệ.`,
];

const acceptable: Fix = ({ by, other, serverName }) => [
  `So sánh chứng thư của ${other} với điều ${by} muốn: tên${serverName === '' ? '' : ` (${serverName})`} trong các subject alternative name, độ dài khóa, thuật toán chữ ký, mục đích sử dụng khóa.`,
  `Đọc log TLS của ${by} để biết chính xác nó phản đối gì.`,
];

const terms: Fix = ({ by, other }) => [
  `Cho phép TLS 1.2 hoặc 1.3 với các bộ mã chung trên cả ${by} và ${other}.`,
  `Cập nhật máy cũ hơn; tạm thời, cho ${by} chấp nhận những gì ${other} đề nghị.`,
];

const names: Fix = ({ by, other, serverName }) => [
  serverName === ''
    ? `Cho ${other} gửi tên miền của trunk làm tên máy chủ (SNI).`
    : `Sửa tên mà ${other} kết nối tới, hoặc cài chứng thư cho ${serverName} trên ${by}.`,
];

const client: Fix = ({ by, other }) => [
  `Cấu hình chứng thư máy khách trên ${other}: ${by} đòi mutual TLS.`,
  `Hoặc tắt yêu cầu chứng thư máy khách trên ${by}, nếu trunk được bảo vệ theo cách khác.`,
];

const broken: Fix = ({ by, other }) => [
  `Kiểm tra cả hai đầu dùng TLS trên cổng này, và không có proxy hay thiết bị kiểm soát nào giữa ${by} và ${other} thay đổi nó.`,
  `Cập nhật cả hai bản cài đặt TLS, và đọc log của ${by}.`,
];

interface Words {
  /** Goes on after a colon. */
  readonly meaning: (by: string, other: string) => string;
  readonly fix: Fix;
}

/** By number of the alert (RFC 8446 §6.2, RFC 5246 §7.2.2). */
export const tlsAlerts: Readonly<Record<number, Words>> = {
  10: { meaning: (by) => `${by} nhận thứ khác với quy định của TLS`, fix: broken },
  20: { meaning: (by) => `${by} nhận một record bị thay đổi trên đường đi`, fix: broken },
  40: { meaning: (_, other) => `nó không chấp nhận điều kiện nào mà ${other} đề nghị`, fix: terms },
  41: { meaning: (by) => `${by} không có chứng thư để đưa ra`, fix: client },
  42: { meaning: (_, other) => `nó bác chứng thư của ${other}`, fix: acceptable },
  43: { meaning: (_, other) => `nó không hỗ trợ loại chứng thư mà ${other} có`, fix: acceptable },
  44: { meaning: (_, other) => `chứng thư của ${other} đã bị thu hồi`, fix: replace },
  45: { meaning: (_, other) => `chứng thư của ${other} đã hết hạn`, fix: replace },
  46: { meaning: (_, other) => `nó không chấp nhận chứng thư của ${other}`, fix: acceptable },
  47: { meaning: (_, other) => `${other} gửi giá trị vô nghĩa`, fix: broken },
  48: { meaning: (_, other) => `nó không biết cơ quan cấp chứng thư của ${other}`, fix: trust },
  49: { meaning: (_, other) => `nó không cho ${other} vào`, fix: acceptable },
  50: { meaning: (by) => `${by} không đọc được những gì nhận được`, fix: broken },
  51: { meaning: (by) => `${by} không kiểm tra được chữ ký hoặc mã kiểm tra`, fix: broken },
  70: { meaning: (_, other) => `nó không chấp nhận các phiên bản TLS của ${other}`, fix: terms },
  71: { meaning: (_, other) => `nó thấy các bộ mã của ${other} quá yếu`, fix: terms },
  80: { meaning: (by) => `${by} gặp lỗi vì lý do của chính nó`, fix: broken },
  112: { meaning: (by) => `${by} không có chứng thư cho tên được yêu cầu`, fix: names },
  116: { meaning: (by) => `${by} đòi chứng thư máy khách`, fix: client },
  120: { meaning: (by) => `${by} không có giao thức ứng dụng nào được yêu cầu`, fix: broken },
};
