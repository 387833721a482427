/** What response codes tell together, in the order in which they came. */
import type { SequencePageWords } from '../explain-words.ts';

export const sequence: SequencePageWords = {
  headings: { story: 'Diễn biến', steps: 'Từng bước', clues: 'Điều gì cho biết thêm' },
  before: {
    challenge: (code) => `${code} là thách thức bình thường, không phải kết quả.`,
    redirected: (code) => `${code} chuyển cuộc gọi đi nơi khác, và bên gọi đã đi theo.`,
    changed: (code) => `Sau ${code}, bên gọi thử lại bằng INVITE đã thay đổi.`,
    glare: 'Hai bên cùng thay đổi cuộc gọi một lúc (491); sau một khoảng chờ, một bên đã thử lại.',
    answered: (code) =>
      `${code} đã trả lời cuộc gọi; những gì theo sau thuộc về yêu cầu khác, hoặc một thiết bị thứ hai đã trả lời.`,
    refused: (code) => `${code} kết thúc một lần thử, và có lần thử khác theo sau.`,
  },
  reach: {
    diverted: 'Một máy chủ đã chuyển tiếp cuộc gọi tới đích khác (181).',
    queued: 'Cuộc gọi đã chờ trong hàng đợi (182).',
    prepared:
      'Đường âm thanh được chuẩn bị trước (183), rồi thiết bị của bên được gọi đổ chuông (180): thường gặp trong mạng di động.',
    takenOver:
      'Thiết bị của bên được gọi đổ chuông (180); sau đó thông báo, hộp thư thoại hoặc nhánh khác tiếp quản (183).',
    rang: 'Thiết bị của bên được gọi đã đổ chuông (180).',
    progress: 'Một máy chủ hoặc gateway ở phía sau đã xử lý cuộc gọi và có thể đã phát âm thanh (183).',
    branchEnded: 'Một nhánh của phân nhánh kết thúc trước các nhánh khác (199).',
    further: 'Một máy chủ ở phía sau đã xử lý cuộc gọi.',
    trying: 'Chỉ chứng minh được next hop đã có yêu cầu (100).',
    nothing: 'Không có đáp ứng tạm nào.',
  },
  heard: {
    earlyMedia({ refused, rang }) {
      const tone = refused ? 'âm báo hoặc thông báo về lý do' : 'hồi âm chuông của mạng phía kia';
      const without = rang ? 'hồi âm chuông là việc của thiết bị bên gọi' : 'nhiều khả năng bên gọi không nghe gì';
      return `Nếu 183 mang SDP và có âm thanh theo sau, bên gọi đã nghe ${tone}; nếu không có SDP, ${without}.`;
    },
    ringing: 'Bên gọi hẳn đã nghe hồi âm chuông.',
    queue: 'Nếu 182 mang SDP, bên gọi đã nghe nhạc hoặc thông báo; nếu không có SDP, nhiều khả năng không nghe gì.',
    nothing: 'Trước khi kết thúc, nhiều khả năng bên gọi không nghe gì.',
  },
  end: {
    refused: (name, means) => `Kết thúc bằng ${name}: ${means}.`,
    answered: (name) => `Cuộc gọi đã được trả lời (${name}).`,
    succeeded: (name) => `Yêu cầu đã thành công (${name}).`,
    open: (last) => `Không có gì theo sau ${last}: cuộc gọi vẫn còn mở, hoặc phần kết thúc không có trong bản ghi.`,
  },
  together: {
    quiet: 'Next hop đã nhận cuộc gọi rồi im lặng: hãy xem nó làm gì với cuộc gọi đó.',
    textbook: 'Đây là cuộc gọi mẫu mực: nếu có gì không ổn, hãy xem media.',
    machine: 'Không có gì đổ chuông: máy tự động, hội nghị, tự động trả lời, hoặc một máy chủ che giấu việc đổ chuông.',
    machineIfCall: 'Nếu đó là INVITE thì không có gì đổ chuông.',
    notFollowed:
      'Không có INVITE nào tới địa chỉ mới theo sau: bên gọi không đi theo chuyển hướng, hoặc đã đi ở nơi khác.',
    challengedAgain:
      'Thách thức lần thứ hai: thông tin xác thực sai, nonce đã hết hạn (stale=true), hoặc một máy chủ khác hỏi.',
    notAnswered: 'Không có câu trả lời nào cho thách thức: bên gọi không có thông tin xác thực cho realm này.',
    wrongPassword: 'Sau một thách thức, 403 thường có nghĩa là sai tên người dùng hoặc mật khẩu.',
    networkGaveUp: 'Đường tới mạng phía kia đã mở, rồi hết mạch hoặc mất next hop: không phải do người dùng.',
    networkRefused: 'Vậy là đã tới được mạng phía kia và nó đã mở âm thanh trước khi từ chối cuộc gọi dứt khoát.',
  },
  clues: {
    diverted: 'History-Info hoặc Diversion: cuộc gọi được chuyển tới đâu; kết quả là của đích cuối cùng.',
    queued:
      'Các lần lặp lại của 182: nếu không có mỗi phút một lần, timer C của proxy (hơn 3 phút) sẽ kết thúc cuộc gọi.',
    nextHop: 'Next hop: nó có gửi tiếp INVITE không, và nhận được gì ở đó.',
    earlyAnswer: 'Hồi âm chuông nằm trong âm thanh sau khi trả lời để lộ một tuyến trả lời quá sớm.',
    rtpBeforeAnswer: 'RTP giữa 183 và lúc trả lời: nếu không có thì bên gọi không nghe gì.',
    toTags: 'To-tag của lúc đổ chuông và lúc trả lời: nếu khác nhau, một nhánh khác của phân nhánh đã trả lời.',
    cancel:
      'Ai gửi CANCEL, khi nào và với Reason nào: bên gọi, hoặc proxy có timer không trả lời hết hạn (120 giây ở ' +
      'Kamailio, 180 giây với timer C).',
    rejected: 'Thời gian sau 180: 1 đến 20 giây là người đã bấm từ chối, dưới 0,5 giây là ứng dụng hoặc thiết lập.',
    ringingTime:
      'Thời gian sau 180: số tròn là timer không trả lời (10 đến 60 giây ở điện thoại và PBX, 120 giây ở Kamailio, 180 giây với timer C).',
    progressTime: 'Thời gian sau 183: dưới 1 giây là mạng, không phải con người.',
    inviteTime:
      'Thời gian sau INVITE: dưới 0,3 giây là quy tắc của chính máy chủ đó, 30 đến 32 giây là next hop không trả lời.',
    reason: (final, cause) =>
      cause === undefined
        ? 'Trường Reason: mã Q.850 cho biết mạng điện thoại muốn nói gì.'
        : `Trường Reason: mã Q.850 cho biết mạng điện thoại muốn nói gì (số ${cause} ứng với ${final}).`,
    madeBy: (final) => `Ai tạo ra ${final}: máy sâu nhất có mã này, nhận ra qua trường Server hoặc User-Agent.`,
    rtpBeforeEnd: 'RTP giữa 183 và lúc kết thúc: nếu không có thì bên gọi chỉ nghe im lặng.',
  },
  answered: 'Cuộc gọi đã được trả lời; ACK của bên gọi phải theo sau.',
};
