/** What goes to standard error, without the full stop at its end. */
import type { Complaints } from '../../cli.ts';
import { count } from '../phrases.ts';

const files = {
  config: 'cấu hình',
  expectations: 'tệp kỳ vọng',
  baseline: 'mốc so sánh',
  passwords: 'tệp mật khẩu',
  certificates: 'chứng chỉ',
  other: '',
};

const named = (kind: keyof typeof files, path: string) => `${files[kind]} ${path}`.trim();

const units = { frame: 'khung', line: 'dòng' };

const forms: Readonly<Record<string, string>> = {
  text: 'dưới dạng văn bản',
  hexadecimal: 'dưới dạng chữ số thập lục phân',
  base64: 'dưới dạng base64',
  address: 'dưới dạng địa chỉ',
  name: 'ở chỗ của một tên',
};

export const complaints: Complaints = {
  system: {
    ENOENT: 'không có tệp hay thư mục này',
    EACCES: 'không có quyền truy cập',
    EPERM: 'thao tác không được phép',
    EISDIR: 'đó là một thư mục',
    ENOTDIR: 'đó không phải là thư mục',
    ENOSPC: 'đĩa hết chỗ',
    EDQUOT: 'hết hạn mức đĩa',
    EROFS: 'hệ thống tệp chỉ đọc',
    EMFILE: 'mở quá nhiều tệp',
    EIO: 'lỗi vào ra',
    ELOOP: 'quá nhiều liên kết tượng trưng nối tiếp nhau',
    ENAMETOOLONG: 'tên tệp quá dài',
    EFBIG: 'tệp quá lớn',
  },
  tooLarge: 'tệp quá lớn',
  tooDeep: 'lồng nhau quá sâu',
  noJson: (why) => `đó không phải là JSON (${why})`,
  standardInput: 'đầu vào chuẩn',
  standardOutput: 'đầu ra chuẩn',

  unknown: {
    option: (word, of) => `${of} không nhận "${word}"`,
    format: (word) => `không có định dạng "${word}"`,
    rule: (word) => `không có quy tắc "${word}"`,
    severity: (word, of) => `không có mức độ "${word}" cho quy tắc ${of}`,
    threshold: (word) => `không có ngưỡng "${word}"`,
    setting: (word, of) => `${of === '' ? '' : `${of}: `}không có giá trị "${word}"`,
    settingName: (word) => `không có thiết lập "${word}"`,
    suppressionSetting: (word) => `không có thiết lập bỏ qua "${word}"`,
    list: (word) => `không có danh sách "${word}"`,
    shell: (word) => `không biết shell "${word}"`,
  },
  didYouMean: (words, more) => {
    const named =
      words.length === 1 || more > 0 ? words.join(', ') : `${words.slice(0, -1).join(', ')} hoặc ${words.at(-1)}`;
    return `; có phải ý bạn là ${named}${more > 0 ? `, hoặc một trong ${more} từ nữa` : ''}?`;
  },
  quoted: (word) => `"${word}"`,
  accepted: (words) => `; chấp nhận: ${words.join(', ')}`,

  missing: {
    input: 'thiếu đầu vào: hãy nêu tệp bắt gói, nhật ký hoặc thư mục, hoặc - cho đầu vào chuẩn',
    thing:
      'explain cần biết phải giải thích gì: một mã (183), hai mã (183 600), q850:16, một quy tắc, một phương thức hoặc một trường tiêu đề',
    what: 'list cần tên một danh sách: statuses, rules, thresholds, dialects, formats, links, headers, reasons hoặc timers',
    shell: 'completion cần tên một shell: bash, zsh hoặc fish',
    compared: 'diff cần hai tệp bắt gói hoặc nhật ký: diff a.pcap b.pcap',
  },
  helpTells: '; xem thêm ở --help',
  missingArgument: (name) => `thiếu đối số "${name}"`,
  unknownOption: (option) => `không có tùy chọn "${option}"`,
  optionNeedsValue: (option) => `tùy chọn "${option}" cần một giá trị`,
  optionTakesNot: (option, value) => `tùy chọn "${option}" không nhận "${value}"`,
  acceptedAre: (words) => `: chấp nhận ${words}`,
  wholeNumber: ': phải là số nguyên, 0 là tất cả',
  tooMany: (command, most, given) => `quá nhiều đối số cho "${command}": cần ${most}, đã cho ${given}`,

  place: (kind, path, line, column) => `${named(kind, path)}:${line}:${column}: `,
  cannotBeRead: (kind, path, why) => `${named(kind, path)}: không đọc được, ${why}`,
  cannotBeWritten: (path, why) => `${path}: không ghi được, ${why}`,
  twoReports: (path) => `${path} không thể nhận hai báo cáo`,
  isInput: (path) => `${path} là đầu vào: báo cáo sẽ ghi đè lên nó`,
  isExpectations: (path) => `${path} là tệp kỳ vọng: báo cáo sẽ ghi đè lên nó`,
  reportTakes: (given) => `--report nhận ĐỊNH-DẠNG=TỆP, không phải "${given}"`,
  noPage: 'thiếu trang của báo cáo HTML: "npm run build" tạo ra nó',

  it: 'nội dung',
  mustBeList: (what) => `${what} phải là danh sách "tên: giá trị"`,
  thresholdNumber: (name) => `ngưỡng ${name} phải là một số không âm`,
  noHeaderName: (setting, word) => `${setting}: "${word}" không phải là tên trường tiêu đề`,
  tooManyNames: (setting, most) => `${setting} nhận nhiều nhất ${most} tên`,
  ruleTakes: (given) => `--rule nhận ID=off|info|warning|error hoặc NGƯỠNG=số, không phải "${given}"`,
  mustBeText: (name, longest) => `${name} phải là văn bản dài nhất ${longest} ký tự`,
  mustBeDay: (name, given) => `${name} phải là một ngày, ví dụ 2026-12-31, không phải "${given}"`,
  suppression: 'một mục bỏ qua phải là danh sách "tên: giá trị", có rule và reason',
  suppressions: 'suppressions phải là danh sách, mỗi mục có rule và reason',
  suppressionExpired: (rule, day) =>
    `mục bỏ qua của ${rule} đã hết hạn ngày ${day}: các phát hiện của nó lại được tính`,

  writeBaselineWhere: '--write-baseline cần --baseline TỆP: tệp để ghi',
  writeBaselineAll: '--write-baseline tính trên mọi cuộc gọi: hãy bỏ --call',
  writeBaselineMakesIt: '; --write-baseline tạo ra nó',
  noBaseline: (path, schema) => `mốc so sánh ${path} không phải do --write-baseline ghi: "schema" phải là "${schema}"`,
  noFingerprint: (path, index) =>
    `mốc so sánh ${path}: findings[${index}]: "fingerprint" phải là 16 chữ số thập lục phân`,
  inBaseline: (path, index) => `mốc so sánh ${path}: findings[${index}]: `,
  baselineWritten: (path, findings, added, gone) =>
    `mốc so sánh ${path}: ${count(findings, 'phát hiện')} (${added} mới, ${gone} đã mất)`,

  passwordForm: 'user=secret, user@realm=secret hoặc chỉ một mật khẩu',
  noPasswordInLine: (path, line, form) => `tệp mật khẩu ${path}: dòng ${line} không có mật khẩu; mỗi dòng là ${form}`,
  noPassword: (path) => `tệp mật khẩu ${path} không có mật khẩu nào`,
  noSecret: (form) => `--password nhận ${form}, và một trong những cái đã cho không có mật khẩu`,
  noMd5: 'không tính lại được digest: Node.js này không được dùng MD5 (chế độ FIPS)',
  noCertificate: (path) => `chứng chỉ ${path}: không có chứng chỉ nào; các tệp *.pem, *.crt và *.cer được đọc`,
  leftOut: (path, file) => `chứng chỉ ${path}: ${file} không phải là chứng chỉ và bị bỏ qua`,

  status: (word) => `${word} không phải là mã trạng thái SIP: chúng chạy từ 100 đến 699`,
  cause: (word) => `q850:${word} không phải là nguyên nhân Q.850 đã biết: chúng chạy từ 1 đến 127`,
  warning: (word) => `warning:${word} không phải là mã Warning đã biết: chúng chạy từ 300 đến 399`,
  sequence: (word) => `"${word}" không phải là chuỗi mã trạng thái: hãy viết 100,183,600`,
  commandFirst: (name) => `; lệnh ${name} phải đứng trước các tùy chọn của nó: sipsleuth ${name} …`,
  header: (word) => `header:${word} không phải là trường tiêu đề đã biết: "sipsleuth list headers" liệt kê chúng`,
  reason: (word) => `reason:${word} không phải là giao thức Reason đã biết: "sipsleuth list reasons" liệt kê chúng`,
  timer: (word) => `timer:${word} không phải là timer đã biết`,
  word: (word) =>
    `không biết "${word}": explain nhận một mã (183), hai mã để so sánh (183 600), một chuỗi (100,183,600), q850:16, ` +
    'warning:304, reason:STIR, timer:B, một quy tắc, một phương thức hoặc một trường tiêu đề',
  noCallMatches: (selectors, calls) =>
    `không cuộc gọi nào khớp với ${selectors.map((one) => `"${one}"`).join(', ')}: ` +
    `${calls === 0 ? 'không có cuộc gọi nào' : `các cuộc gọi được đánh số từ 1 đến ${calls}`}; một phần của From, To hoặc Call-ID cũng được`,
  callsHaveNoNumbers: (selector, format) =>
    `--call ${selector}: ${format} được ghi trước khi cuộc gọi có số; hãy chọn bằng một phần của From, To hoặc Call-ID`,
  diffCalls: 'diff nhận --call một lần cho cả hai phía, hoặc hai lần: mỗi phía một lần',
  diffTakes:
    'diff nhận hai tệp bắt gói hoặc nhật ký, hoặc một tệp và hai cuộc gọi của nó: diff a.pcap b.pcap, diff a.pcap --call 1 --call 2',
  expectTakes: 'expect cần một tệp kỳ vọng và thứ để đọc: expect call.yml call.pcap',
  expectFrom: '--from ghi ra tệp kỳ vọng: không dùng --format và --report cùng với nó',
  whereTo: 'ghi ra đâu? --output nhận một tệp, hoặc - cho đầu ra chuẩn',
  whichCall: 'cuộc gọi nào? --call nhận số của nó, hoặc một phần của From, To hay Call-ID',
  sliceTooMuch: 'hơn một gigabyte từ nhiều đầu vào: hãy trích từng cái một, hoặc bỏ media',
  sliceTwice: 'phần trích cần đọc hai lần, điều mà đầu vào chuẩn không cho phép: hãy lưu nó ra tệp trước',
  slicePacked: (path) => `${path}: phần trích không được nén; hãy đặt tên .pcap, .pcapng hoặc .sip`,
  sliceOfLog: (path) =>
    `${path} là nhật ký và không có khung nào: phần trích của nó là bản ghi dạng văn bản (--format trace)`,
  sliceLinks: (links) =>
    `một pcap chỉ có một kiểu liên kết, còn các đầu vào này có ${links.length} (${links.join(', ')}): hãy dùng --format pcapng`,
  audioNone: (call) => `cuộc gọi ${call} không có âm thanh trong bản ghi này`,
  audioEncrypted: (call) => `âm thanh của cuộc gọi ${call} được mã hóa (SRTP): không thể nghe được`,
  payloadType: (type) => `payload type ${type}`,
  audioCodec: (call, codecs) =>
    `âm thanh của cuộc gọi ${call} là ${codecs.join(', ')}: chỉ ghi được G.711 (PCMU, PCMA)`,
  audioTwice: 'âm thanh cần đọc đầu vào hai lần, điều mà đầu vào chuẩn không cho phép: hãy lưu nó ra tệp trước',
  audioOneCall: (calls, numbers) => `--call chọn ${calls} cuộc gọi (${numbers.join(', ')} …): audio chỉ nhận một`,
  audioLong: 'cuộc gọi dài hơn một giờ: chỉ ghi giờ đầu tiên',
  redactTooMuch: (path, mebibytes) => `${path}: hơn ${mebibytes} MiB là quá nhiều cho một lần: hãy dùng slice trước`,
  redactOneKey: '--key và --key-file: một khóa là đủ',
  redactShortKey: (least) => `--key: ít hơn ${least} ký tự thì quá dễ đoán`,
  redactShortKeyFile: (path, least) => `${path}: ít hơn ${least} byte thì quá dễ đoán`,
  redactOneInput: (given) => `mỗi lần một đầu vào: đã nêu ${given} tệp; cùng một --key cho ra cùng những tên`,
  redactKeyMadeUp: 'khóa được tạo ngẫu nhiên: với --key, lần chạy khác hay tệp khác vẫn cho ra cùng những tên',
  redactReused: (names) => `${names} tên cũng là bí danh của tên khác: có quá ít tên với độ dài đó`,
  redactFailed: (path, failures) => `${path} không được ghi: ${failures.join('; ')}`,
  redactReportDiffers: (what) => `báo cáo của nó nói khác: ${what}`,
  redactLeft: (length, as, at, more) =>
    `một tên dài ${length} ký tự vẫn còn trong đó ${forms[as]}${at === undefined ? '' : ` tại byte ${at}`}` +
    (more > 0 ? `, và ${more} tên nữa` : ''),

  rtpOrNoMedia: 'không dùng --rtp heuristic cùng với --no-media',
  problems: {
    missing: 'không có tệp hay thư mục này',
    denied: 'không có quyền truy cập',
    'no-match': 'không tệp nào khớp với mẫu này',
    'no-capture': 'không có tệp bắt gói hay nhật ký nào trong thư mục này',
    unreadable: 'không đọc được',
  },
  noSipIn: (given) =>
    given === 1
      ? 'không có bản tin SIP nào trong tệp duy nhất đọc từ đó'
      : `không có bản tin SIP nào trong ${given} tệp đọc từ đó`,
  notRead: (left) => `bị dừng bằng Ctrl-C: còn ${left} đầu vào chưa được đọc`,
  stoppedBefore: 'bị dừng bằng Ctrl-C trước khi đọc được gì',
  stopped: (unit, frames) =>
    `bị dừng bằng Ctrl-C ${frames === 0 ? `trước ${units[unit]} đầu tiên` : `sau ${units[unit]} ${frames}`}`,
  noSip: (unit, n) => `không có bản tin SIP nào trong ${count(n, units[unit])}`,
  partly: 'chỉ đọc được một phần',
  partlyEnding: (why, unit, frames) =>
    `chỉ đọc được một phần: ${why}, ${frames === 0 ? `trước ${units[unit]} đầu tiên` : `sau ${units[unit]} ${frames}`}`,
  partlyDamaged: (why, unit, frame, position, further) =>
    `chỉ đọc được một phần: ${why}, tại ${units[unit]} ${frame}, byte ${position}` +
    (further > 0 ? ` và ${further} chỗ khác` : ''),
  reportedBefore: 'mọi thứ trước đó đều được báo cáo',
  reportedAround: 'mọi thứ trước và sau đó đều được báo cáo',
  left: (time) => `còn ${time}`,
};
