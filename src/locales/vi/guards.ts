/** Why a rule could not decide, by guard. */
import type { Guard } from '../../rules/define.ts';

export const guards: Readonly<Record<Guard, string>> = {
  'G-START': 'Phần đầu không được bắt.',
  'G-END': 'Bản ghi kết thúc trước khi timer liên quan kịp hết hạn.',
  'G-ONESIDED': 'Bản ghi chỉ cho thấy một chiều giữa các máy này.',
  'G-LOG': 'Log không in những gì cần cho việc này (thời điểm hoặc địa chỉ chính xác).',
  'G-SNAP': 'Bản ghi chỉ giữ một phần của bản tin.',
  'G-DUP': 'Bản ghi chứa cùng những gói tin đó vài lần.',
  'G-HOP': 'Một chặng khác của cuộc gọi cho thấy điều khác.',
  'G-LOSS': 'Chính việc bắt gói tin đã làm mất gói ở đây.',
  'G-NAT': 'Địa chỉ bị chuyển đổi giữa các điểm mà bản ghi cho thấy.',
  'G-FORK': 'Cuộc gọi đã phân nhánh, và ở đây không phân biệt được các nhánh.',
  'G-RETR': 'Các lần lặp lại có thể chỉ để giữ ánh xạ NAT.',
  'G-TCP': 'Kết nối không được bắt từ đầu hoặc bị bắt thiếu.',
  'G-CLOCK': 'Đồng hồ của các điểm bắt gói tin lệch nhau quá nhiều.',
  'G-LEG': 'Leg kia của cuộc gọi không có trong bản ghi này.',
  'G-MEDIA': 'Bản ghi chỉ chứa báo hiệu.',
  'G-CRYPT': 'Phần cần xem đã bị mã hóa.',
};
