/** The verdict of a call, and what to do about it. */
import { address, capitalize, named } from '../phrases.ts';
import { verdictsFrom } from '../verdict.ts';
import { after, duration, host, times } from './phrases.ts';
import { pieces } from './pieces.ts';
import { storyOf } from './root-causes.ts';
import { wordsOf } from './words.ts';

export const verdicts = verdictsFrom({
  wordsOf,
  storyOf,
  pieces,
  but: (opening, clause) => `${opening}, nhưng ${clause}.`,
  deeds: {
    refused: 'từ chối cuộc gọi',
    declined: 'từ chối nhận cuộc gọi',
    unwanted: 'từ chối cuộc gọi vì coi là không mong muốn',
    blocked: 'chặn cuộc gọi',
    ended: 'kết thúc cuộc gọi đang thiết lập',
    redirected: 'chuyển hướng cuộc gọi',
    challenged: 'đòi thông tin xác thực',
    waited: 'thôi chờ',
    gaveUp: 'thôi xử lý cuộc gọi',
    passedOn: 'chuyển về lời từ chối',
  },
  whys: {
    busy: 'máy bận',
    busyEverywhere: 'bên được gọi bận trên mọi thiết bị',
    gone: 'số hoặc người dùng không còn tồn tại',
    incomplete: 'số không đầy đủ',
    ambiguous: 'nhiều người dùng chung địa chỉ này',
    nowhere: 'không đâu có số hoặc người dùng đó',
    notFound: 'không có số hoặc người dùng đó',
    forbidden: 'quy tắc của nó cấm',
    credentials: 'nó không chấp nhận thông tin xác thực của bên gọi',
    unavailable: 'hiện không liên lạc được với bên được gọi',
    body: 'nó không đọc được kiểu thân này',
    media: 'media được đề nghị không phù hợp',
  },
  // "Gateway 192.0.2.9 (…) từ chối cuộc gọi sau 8,0 giây: máy bận (486 Busy Here)."
  refused: (args, deed, why) =>
    `${capitalize(host(args))} ${deed}${after(args.after)}${why === '' ? '' : `: ${why}`} (${named(args)}).`,
  relayed: (server) => `Proxy ${server} chuyển đáp ứng đó về.`,
  // "Cuộc gọi được bên được gọi 192.0.2.7 trả lời sau 5,5 giây".
  answeredBy(args) {
    if (args.host === undefined) return `Cuộc gọi được trả lời${after(args.after)}`;
    if (args.role === 'proxy') return `Cuộc gọi được trả lời qua ${host(args)}${after(args.after)}`;
    return `Cuộc gọi được ${args.role === undefined ? args.host : host(args)} trả lời${after(args.after)}`;
  },
  answeredBefore: 'Cuộc gọi đã được trả lời trước khi bản ghi bắt đầu',
  nothingElse: '6xx kết thúc phân nhánh: không được thử điện thoại, tuyến hay hộp thư thoại nào khác (RFC 3261 §16.7).',
  cancelled(args, reached) {
    const who = args.role === 'proxy' ? `${capitalize(host(args))} hủy cuộc gọi` : 'Bên gọi bỏ cuộc';
    const when = {
      nothing: ', trước khi có gì đổ chuông',
      ringing:
        args.rang === undefined ? ', trong khi điện thoại đang đổ chuông' : `, khi chuông đã đổ ${duration(args.rang)}`,
      'early-media': ', trong lúc có early media',
      progress: '',
    }[reached];
    return `${who}${after(args.cancelledAfter ?? args.after)}${when}.`;
  },
  silentProgress: 'Đáp ứng tiến triển đến mà không kèm SDP và không có 180, nên nhiều khả năng bên gọi không nghe gì.',
  cancelledElsewhere: (time) => `Nhánh này bị hủy${after(time)} vì cuộc gọi đã được trả lời trên thiết bị khác.`,
  noCancel: {
    expired: 'Bản ghi không có CANCEL.',
    unexplained: 'Bản ghi không có CANCEL: timer Expires, một B2BUA, hoặc CANCEL trên đường khác đã kết thúc nó.',
  },
  noAnswer(args) {
    const waited = args.rang === undefined ? after(args.after) : ` sau ${duration(args.rang)} đổ chuông`;
    return `Không ai trả lời: ${host(args)} kết thúc cuộc gọi${waited} (${named(args)}).`;
  },
  ringingTone: 'Bên gọi hẳn đã nghe hồi âm chuông.',
  redirection: {
    to: (contact, target) =>
      target === 'called'
        ? `Nó nêu ${contact}, chính là địa chỉ đã gọi.`
        : `Nó nêu ${contact}, và trong bản ghi này bên gọi không đi tới đó.`,
    service: 'Phần thân của nó nêu một dịch vụ khác thay vì một đích.',
    nowhere: 'Nó không nêu đích nào.',
  },
  credentials: {
    unusable: 'Đáp ứng của nó không chứa thách thức nào mà máy khách trả lời được.',
    ignored: 'Bên gọi không gửi thông tin nào.',
    notAnswered: (scheme) => `Nó chỉ đề nghị ${scheme}, và bên gọi không trả lời thách thức đó.`,
    none: 'Bản ghi không cho thấy bên gọi thử gửi thông tin xác thực lần nào.',
    rejected(kind, given) {
      const why = {
        user: ': thiếu tên người dùng',
        realm: `: chúng được tạo cho realm "${given}"`,
        nonce: ': chúng trả lời một thách thức cũ hơn',
        server: ': thách thức đến từ máy chủ khác',
        algorithm: `: chúng dùng ${given}, thuật toán không được đề nghị`,
        qop: `: chúng dùng qop ${given}, giá trị không được đề nghị`,
        refused: ', dù có trả lời thách thức: sai tên người dùng hoặc mật khẩu',
        expired: ': nonce của chúng đã hết hạn',
      }[String(kind)];
      return `Thông tin bên gọi gửi không được chấp nhận${why ?? ''}.`;
    },
  },
  noResponse: (server, sends) =>
    `${server} hoàn toàn không trả lời: INVITE được gửi ${times(sends)}, và không có đáp ứng nào quay lại.`,
  stalled: (server, time) =>
    `${server} đã nhận INVITE rồi im lặng: chỉ có 100 Trying${time === undefined ? '' : ` trong ${duration(time)}`}.`,
  open: {
    nothing: 'Bản ghi không có đáp ứng nào cho cuộc gọi này.',
    trying: 'Bản ghi chỉ có 100 Trying cho cuộc gọi này.',
    progress: 'Bản ghi kết thúc trước khi cuộc gọi có kết quả. Đã có báo tiến triển.',
    ringing: 'Bản ghi kết thúc trước khi cuộc gọi có kết quả. Điện thoại đang đổ chuông.',
  },
  neverEnded: (server, status, waited) =>
    `Cuộc gọi không bao giờ có đáp ứng cuối: điều cuối cùng từ ${address(server)} là ${status}, và sau đó không có gì trong ${duration(waited)}.`,
  fragments: 'Bản ghi chỉ có vài mảnh của cuộc gọi này.',
  advice: {
    tooEarly: 'Nếu sau khi trả lời vẫn nghe hồi âm chuông thì tuyến này trả lời quá sớm: hãy so sánh với tuyến khác.',
    audio: 'Nếu cuộc gọi vẫn kém, hãy xem âm thanh: các địa chỉ trong SDP, và RTP ở cả hai chiều.',
    beginEarlier: 'Hãy bắt gói tin từ trước cuộc gọi để thấy nó được thiết lập thế nào.',
    ringLonger: 'Nếu cần đổ chuông lâu hơn, hãy tăng Expires của INVITE ở bên gọi.',
    noAnswerTimer: 'Kiểm tra timer không trả lời của hệ thống đã gửi CANCEL.',
    earlyMedia: 'Hãy tìm hiểu early media phát gì: hồi âm chuông, hay một thông báo khiến bên gọi gác máy.',
    nextHopSilent: 'Tìm hiểu vì sao không đổ chuông: next hop đã có yêu cầu, nên hãy xem nó làm gì với yêu cầu đó.',
    nextHopDead:
      'Tìm hiểu vì sao không đổ chuông: kiểm tra địa chỉ, cổng, giao thức truyền tải và tường lửa của next hop.',
    callerGaveUp:
      'Không phải sửa gì khi bên gọi gác máy lúc đang đổ chuông. Nếu hộp thư thoại lẽ ra phải nhận cuộc gọi trước đó, hãy rút ngắn timer không trả lời.',
    elsewhere: 'Không phải sửa gì: điện thoại không nên hiện đó là cuộc gọi nhỡ.',
    findCancel: 'Tìm CANCEL ở next hop, Expires trong INVITE, và xem log của máy đã gửi 487.',
    redirection: 'Cho phép bên gọi đi theo chuyển hướng, hoặc để hệ thống chuyển hướng tự chuyển tiếp cuộc gọi.',
    newPassword: 'Đặt lại tên người dùng và mật khẩu ở cả hai phía, và so sánh realm với realm trong thách thức.',
    noResponse:
      'Kiểm tra địa chỉ, cổng, giao thức truyền tải và tường lửa, và xem máy chủ có chấp nhận nguồn này không.',
    stalled:
      '100 chỉ chứng tỏ next hop đã nhận. Hãy xem thêm một chặng: gateway chết, truy vấn bị treo, hoặc bảng ' +
      'location rỗng.',
    neverEnded: 'Tìm hiểu phía kia chờ điều gì: lẽ ra timer không trả lời phải kết thúc cuộc gọi như vậy.',
    bothWays: 'Bắt gói tin lâu hơn, và ở cả hai chiều.',
    longer: 'Bắt gói tin lâu hơn để thấy kết cục.',
  },
  beginWith: (status, name) => `Hãy bắt đầu từ ${status} của ${name}.`,
});
