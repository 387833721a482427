/** What a status page says of a code's facts, word by word. */
import type { StatusFactWords } from '../explain-words.ts';

export const statusFacts: StatusFactWords = {
  classes: {
    0: 'ngoài khoảng 100–699',
    1: '1xx, tạm thời',
    2: '2xx, thành công',
    3: '3xx, chuyển hướng',
    4: '4xx, yêu cầu thất bại (đích này từ chối; đích khác có thể chấp nhận)',
    5: '5xx, máy chủ lỗi (máy chủ này lỗi; máy khác có thể chạy được)',
    6: '6xx, thất bại toàn cục (bị từ chối ở mọi nơi)',
  },
  makers: {
    uas: 'phía được gọi',
    proxy: 'proxy',
    b2bua: 'B2BUA',
    registrar: 'máy chủ đăng ký',
    'redirect-server': 'máy chủ chuyển hướng',
    gateway: 'gateway',
    notifier: 'bên thông báo',
    verifier: 'bên kiểm tra danh tính',
  },
  scopes: {
    hop: 'một chặng: proxy không chuyển tiếp',
    'end-to-end': 'đầu cuối: proxy chuyển về tới bên gọi',
  },
  retries: {
    none: 'không có gì để thử lại',
    never: 'không thử lại cùng yêu cầu',
    later: 'thử lại sau',
    elsewhere: 'thử máy chủ hoặc đích khác',
    changed: 'thử lại với yêu cầu đã thay đổi',
  },
  effects: {
    none: 'không ảnh hưởng đến hội thoại',
    transaction: 'chỉ giao dịch thất bại; hội thoại vẫn tiếp tục',
    usage: 'việc sử dụng hội thoại này kết thúc (cuộc gọi, hoặc lượt theo dõi sự kiện)',
    dialog: 'cả hội thoại kết thúc',
  },
};
