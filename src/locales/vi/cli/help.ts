/** What `--help` says: of commands, arguments, options, examples and exit codes. */
import type { HelpWords } from '../../cli.ts';

export const help: HelpWords = {
  titles: {
    usage: 'Cách dùng:',
    arguments: 'Đối số:',
    options: 'Tùy chọn:',
    commands: 'Lệnh:',
    examples: 'Ví dụ:',
    exitCodes: 'Mã thoát:',
  },
  program:
    'Đọc một tệp bắt gói hoặc nhật ký SIP và cho biết, từng cuộc gọi một, chuyện gì đã xảy ra, vì sao, do ai và cần làm gì.',
  version: 'in phiên bản',
  help: 'in phần trợ giúp này',
  exitCodes: {
    0: 'không có gì đáng báo',
    1: 'có phát hiện từ mức --fail-on trở lên, một kỳ vọng không đạt, một điểm khác nhau',
    2: 'dùng sai cách',
    3: 'đầu vào không đọc được, hoặc không có SIP',
    4: 'đầu vào chỉ đọc được một phần, ngoài ra không có gì đáng báo',
    130: 'bị dừng bằng Ctrl-C; những gì đã biết vẫn được báo cáo',
  },
  commands: {
    analyze: 'phân tích tệp bắt gói (pcap, pcapng; gzip, zstd, xz) và nhật ký dạng văn bản; là lệnh mặc định',
    expect: 'kiểm tra tệp bắt gói và nhật ký có thể hiện đúng điều tệp kỳ vọng ghi hay không',
    diff: 'so sánh hai tệp bắt gói hoặc nhật ký, hay hai cuộc gọi: đáp ứng, thời gian, bản tin, trường tiêu đề, SDP, phát hiện',
    slice: 'ghi các gói của vài cuộc gọi ra một tệp riêng: báo hiệu, và media theo địa chỉ của nó',
    audio:
      'ghi những gì đã nói trong một cuộc gọi ra tệp WAV: G.711, người gọi bên trái, người được gọi bên phải, giữ khoảng lặng',
    redact: 'ghi một bản sao với tên, số và địa chỉ khác, và chứng minh rằng nó vẫn nói cùng một điều',
    explain:
      'giải thích một mã trạng thái, hai mã so sánh với nhau, một chuỗi, một trường tiêu đề, một phương thức, một quy tắc, ' +
      'q850:16, warning:304, reason:STIR hoặc timer:B',
    list: 'liệt kê những gì phiên bản này biết: statuses, rules, thresholds, dialects, formats, links, headers, reasons hoặc timers',
    completion: 'in đoạn mã để bash, zsh hoặc fish tự hoàn thành lệnh, tùy chọn, định dạng và quy tắc',
  },
  arguments: {
    analyze: 'tệp, thư mục, mẫu tên, hoặc - cho đầu vào chuẩn',
    expect: 'tệp kỳ vọng (YAML hoặc JSON), rồi đến tệp bắt gói, nhật ký hoặc thư mục',
    diff: 'hai tệp bắt gói, nhật ký hoặc thư mục; hoặc một, kèm --call hai lần',
    slice: 'tệp bắt gói hoặc nhật ký: tệp, thư mục hoặc mẫu tên',
    audio: 'tệp bắt gói: tệp, thư mục hoặc mẫu tên',
    redact: 'một tệp bắt gói hoặc nhật ký, hoặc - cho đầu vào chuẩn',
  },
  examples: {
    analyze: [
      'chuyện gì đã xảy ra, từng cuộc gọi một',
      'báo cáo cho chương trình đọc',
      'thêm một báo cáo, cho CI',
      'một cuộc gọi, kể đầy đủ',
      'chốt kiểm tra trong CI',
      'từ đầu vào chuẩn, đến khi Ctrl-C',
      'bản ghi có thể hiện đúng điều phải có không?',
      'ý nghĩa của một mã',
      'hai mã so sánh với nhau',
      'một chuỗi đáp ứng',
    ],
    expect: ['mã thoát 1 khi không đạt', 'bản nháp để bắt đầu', 'cho CI'],
    diff: ['mã thoát 1 khi chúng khác nhau', 'hai cuộc gọi của một tệp', 'cho một pull request'],
    slice: ['một cuộc gọi, từng gói một', 'các cuộc gọi của một người dùng', 'kèm các leg khác, dạng văn bản'],
    audio: ['một cuộc gọi', 'cuộc gọi của một người dùng, nếu chỉ có một', 'để nghe ngay'],
    redact: ['tên sinh từ một khóa không ai biết', 'cùng những tên đó trong mọi tệp', 'một tên mà chỉ bạn biết'],
    explain: [
      'một mã: ý nghĩa, nguyên nhân, cách khắc phục',
      'hai mã so sánh với nhau',
      'một chuỗi đáp ứng',
      'một trường tiêu đề, và một timer',
      'một quy tắc, kèm trường hợp lỗi và trường hợp tốt',
      'một trang để gửi cho người khác',
    ],
    list: ['những gì được tìm, kèm mức độ, phạm vi và RFC', 'các con số mà --rule đặt được'],
    completion: ['trong ~/.bashrc', 'trong một thư mục của $fpath', 'trong ~/.config/fish/config.fish'],
  },
  options: {
    outputReport: 'ghi báo cáo ra tệp',
    outputResult: 'ghi kết quả ra tệp',
    outputResultOrDraft: 'ghi kết quả, hoặc bản nháp, ra tệp',
    outputSlice: 'ghi phần trích ra tệp',
    outputPage: 'ghi trang ra tệp',
    outputSound: 'ghi âm thanh ra tệp',
    outputCopy: 'ghi bản sao ra tệp (nén gzip nếu tên kết thúc bằng .gz)',
    formatReport: 'định dạng báo cáo: terminal (mặc định), json, junit …; xem "list formats"',
    formatExpect: 'định dạng kết quả: terminal (mặc định), json, markdown, junit hoặc github',
    formatDiff: 'định dạng kết quả: terminal (mặc định), json hoặc markdown',
    formatPage: 'định dạng trang: terminal (mặc định), markdown, json hoặc html',
    formatSlice: 'pcap, pcapng hoặc trace; mặc định theo tên tệp đầu ra, hoặc giống đầu vào',
    report: 'thêm một báo cáo, ra tệp (dùng được nhiều lần)',
    call: 'chỉ những cuộc gọi này: số thứ tự, khoảng 2-5, hoặc một phần của From, To hay Call-ID (dùng được nhiều lần)',
    callDiff: 'cuộc gọi này ở cả hai phía; nếu cho hai lần thì cái đầu của phía một, cái sau của phía hai',
    failOn: 'thoát với mã 1 khi có phát hiện từ mức này trở lên: error (mặc định), warning, info hoặc never',
    rule:
      'error, warning, info hoặc off cho một quy tắc hay cho all, hoặc một số cho một ngưỡng (dùng được nhiều lần); xem ' +
      '"list rules" và "list thresholds"',
    profile: 'timer của mạng: rfc3261 (mặc định) hoặc ims',
    messages:
      'báo cáo giữ bản tin và diễn biến của cuộc gọi nào: flagged (thất bại hoặc có phát hiện; mặc định), all (mặc định ' +
      'khi có --call; với html, svg và mermaid thì trong phạm vi bộ nhớ cho phép) hoặc none',
    rtp: 'theo dõi RTP nào: sdp (những gì báo hiệu công bố; mặc định) hoặc heuristic (cả những gì trông giống RTP)',
    noMediaReport: 'không xem RTP: nhanh hơn, chỉ cho báo hiệu',
    limitCallsReport: 'số cuộc gọi kể đầy đủ trên terminal, 0 là tất cả (mặc định: 20)',
    limitCallsDiff: 'số cuộc gọi kể đầy đủ, 0 là tất cả (mặc định: 20)',
    limitLines: 'số dòng của mỗi danh sách trên terminal, 0 là tất cả (mặc định: 50)',
    baseline: 'những phát hiện đã biết: chỉ những phát hiện khác mới bị tính là hỏng',
    writeBaseline: 'lấy những gì tìm thấy bây giờ làm mốc so sánh, trong tệp mà --baseline nêu',
    lang: (tags) => `ngôn ngữ: ${tags} (mặc định: LC_ALL hoặc LANG, nếu không thì tiếng Anh)`,
    color: 'màu: auto (mặc định), always hoặc never',
    quiet: 'không ghi chú trên luồng lỗi chuẩn',
    config: 'quy tắc, ngưỡng và fail-on từ một tệp YAML hoặc JSON',
    keyLog:
      'đọc SIP trên TLS bằng các khóa bí mật trong tệp này (SSLKEYLOGFILE; dùng được nhiều lần); những khóa trong tệp pcapng luôn được dùng',
    password:
      'tính lại digest và cho biết trường nào của thông tin xác thực bị từ chối là sai: user=secret, ' +
      'user@realm=secret, hoặc một mật khẩu cho mọi người dùng (dùng được nhiều lần); không bao giờ hiển thị',
    passwordFile: 'như trên nhưng từ tệp, mỗi dòng một mục, # cho chú thích',
    certs:
      'kiểm tra chữ ký của PASSporT STIR/SHAKEN bằng các chứng chỉ (PEM hoặc DER: *.pem, *.crt, *.cer) trong thư mục này',
    from: 'soạn nháp tệp kỳ vọng từ một bản ghi tốt (dùng được nhiều lần)',
    legs: 'cả các leg khác của những cuộc gọi này',
    noMedia: 'bỏ RTP và RTCP',
    key: 'cùng một khóa cho ra cùng những tên đó, trong mọi tệp; mặc định là ngẫu nhiên',
    keyFile: 'như trên, nhưng từ tệp',
    also: 'một từ phải bị xóa ở mọi nơi (dùng được nhiều lần)',
    keep: 'một từ không chỉ đến ai, và được giữ lại (dùng được nhiều lần)',
    keepMedia: 'giữ lại nội dung RTP: tiếng nói',
    keepText: 'giữ phần văn bản của nhật ký quanh các bản tin, trừ những tên đã biết',
  },
};
