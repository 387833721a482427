/** Vietnamese words about expectations. */
import type { Fault, FaultKey } from '../../expect/faults.ts';
import type { CheckKey } from '../../expect/probe.ts';
import type { Args } from '../../model.ts';
import type { ExpectationWords } from '../locale.ts';
import { count, either } from './phrases.ts';

/** A word of the file at a length that fits into a sentence. */
function quoted(value: unknown): string {
  const text = String(value);
  return `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`;
}

const nouns: Readonly<Record<string, string>> = {
  calls: 'cuộc gọi',
  registrations: 'lượt đăng ký',
  subscriptions: 'lượt theo dõi sự kiện',
  transactions: 'yêu cầu khác',
};

function counted(n: unknown, group: unknown): string {
  return count(Number(n), nouns[String(group)] ?? '');
}

const typeNames: Readonly<Record<string, string>> = {
  integer: 'số nguyên',
  number: 'số',
  string: 'văn bản',
  boolean: 'true hoặc false',
};

function typeList(types: unknown): string {
  return String(types)
    .split(' ')
    .map((type) => typeNames[type] ?? type)
    .join(' hoặc ');
}

const faults: Readonly<Record<FaultKey, (args: Args) => string>> = {
  'not-a-map': () => 'phải là danh sách "tên: giá trị"',
  'not-a-list': () => 'phải là danh sách',
  empty: () => 'không nêu kỳ vọng nào',
  'wrong-type': ({ value, types }) => `${quoted(value)} phải là ${typeList(types)}`,
  'missing-name': ({ value }) => `cần có ${quoted(value)}`,
  'unknown-name': ({ value }) => `${quoted(value)} không được biết đến`,
  'unknown-word': ({ value }) => `${quoted(value)} không được biết đến`,
  'too-long': ({ most }) => `dài quá ${most} ký tự`,
  'too-many': ({ most }) => `có quá ${most} mục`,
  'too-small': ({ value, limit }) => `${quoted(value)} nằm ngoài khoảng cho phép: giới hạn là ${limit}`,
  'wrong-version': ({ value, expected }) => `${quoted(value)} phải là ${expected}, phiên bản của ngôn ngữ này`,
  'count-form': ({ value }) => `${quoted(value)} không phải số lượng; hãy viết 3, ">= 2", "< 5" hoặc "2..5"`,
  'count-order': ({ value }) => `${quoted(value)} kết thúc trước khi bắt đầu`,
  'duration-form': ({ value }) =>
    `${quoted(value)} không phải khoảng thời gian; hãy viết "< 3s", ">= 500ms" hoặc "1s..30s"`,
  'duration-unit': ({ value, number }) =>
    `${quoted(value)} không có đơn vị quen thuộc; hãy viết ${number}ms, ${number}s, ${number}min hoặc ${number}h`,
  'duration-bare': ({ value }) =>
    `${quoted(value)} không bao giờ đạt được chính xác; hãy viết "< ${value}" hoặc một khoảng như "1s..3s"`,
  'status-form': ({ value }) => `${quoted(value)} không phải mã đáp ứng; hãy viết 200, 48x, 4xx hoặc none`,
  'sequence-form': ({ value }) => `${quoted(value)} không phải phần của chuỗi; hãy viết mã và lớp như 100? 18x* 200`,
  'sequence-group': ({ value }) => `có ${quoted(value)} mà thiếu nửa còn lại`,
  'sequence-deep': ({ most }) => `có hơn ${most} nhóm lồng nhau`,
  'message-form': ({ value }) => `${quoted(value)} không nêu bản tin nào; hãy viết INVITE, 200, 18x hoặc 200 BYE`,
  'rule-unmatched': ({ value }) => `${quoted(value)} không khớp quy tắc nào; "sipsleuth list rules" liệt kê chúng`,
};

/** What a fault is about: the name in front of it; of an entry of a list its number, where no word of it is shown. */
function subjectOf({ path, key, args, onName }: Fault): string {
  if (onName) return 'tên';
  const name = path.findLast((one) => typeof one === 'string');
  const last = path[path.length - 1];
  if (name === undefined) return 'tệp';
  return typeof last === 'number' && (args.value === undefined || key === 'missing-name')
    ? `${name}[${last}]`
    : String(name);
}

const nothing = (text: unknown) => (text === '' ? 'không có gì' : text);

const sentences: Readonly<Record<CheckKey, (args: Args, pass: boolean) => string>> = {
  seen: ({ expected, seen }) => `kỳ vọng ${either(expected)}, thấy ${nothing(seen)}`,
  sequence: ({ expected, seen, before, came, wanted, mayEnd }) => {
    const place = before === '' ? 'ngay từ đầu' : `sau ${before}`;
    const instead = [either(wanted), mayEnd ? 'kết thúc' : ''].filter((word) => word !== '').join(' hoặc ');
    const what = came === '' ? `${place} thì kết thúc` : `${place} là ${came}`;
    return `kỳ vọng ${expected}, thấy ${seen}: ${what} thay vì ${instead}`;
  },
  'timing-missing': ({ expected }) => `kỳ vọng ${expected}, nhưng cuộc gọi này không có gì để đo`,
  'expires-missing': ({ expected }) => `kỳ vọng ${expected}, nhưng không có thời hạn nào được cấp`,
  header: ({ in: messages, name, expected, seen }) =>
    expected === ''
      ? `${messages} có ${name}: ${seen}`
      : `kỳ vọng ${name}: ${either(expected)} trong ${messages}, thấy ${name}: ${seen}`,
  'header-missing': ({ in: messages, name, expected }) =>
    `kỳ vọng ${name}${expected === '' ? '' : `: ${either(expected)}`} trong ${messages}, nhưng không có trường này`,
  'header-present': ({ in: messages, name, expected, seen }) =>
    `kỳ vọng không có ${name}${expected === '' ? '' : `: ${either(expected)}`} trong ${messages}, thấy ${nothing(seen)}`,
  'header-cut': ({ in: messages, name }) => `${messages} quá dài nên không biết ${name} có trong đó không`,
  'message-missing': ({ in: messages }) => `không có ${messages} để xem`,
  'sdp-missing': ({ side }) => `kỳ vọng có SDP ${side}, nhưng không có`,
  'sdp-present': ({ side }, pass) =>
    pass ? `đúng như kỳ vọng về SDP ${side}` : `kỳ vọng không có SDP ${side}, nhưng lại có`,
  'findings-clean': ({ seen }) => (seen === 0 ? 'không phát hiện gì' : 'không phát hiện gì ngoài phạm vi cho phép'),
  'finding-forbidden': ({ rule, title }) => `${rule} bị cấm, nhưng đã gặp: ${title}`,
  'finding-required': ({ expected }) => `${either(expected)} phải có, nhưng không gặp`,
  'finding-not-allowed': ({ expected, rule, severity, title }) =>
    `kỳ vọng ${expected === '' ? 'không có phát hiện nào' : `chỉ có ${either(expected)}`}, thấy ${severity} ${rule}: ${title}`,
  'finding-above': ({ expected, rule, severity, title }) =>
    `kỳ vọng không có gì trên mức ${expected}, thấy ${severity} ${rule}: ${title}`,
  selected: ({ expected, seen, group }) => `kỳ vọng ${expected}, thấy ${counted(seen, group)}`,
  'nothing-selected': ({ all, group }) =>
    all === 0 ? `không có ${nouns[String(group)] ?? ''} nào` : `không mục nào trong ${counted(all, group)} được chọn`,
  'none-holds': ({ seen, group }, pass) =>
    pass ? 'có một mục thỏa' : `kỳ vọng có một mục thỏa, nhưng không mục nào trong ${counted(seen, group)} thỏa`,
  holds: ({ seen, group }, pass) =>
    pass ? 'không mục nào thỏa' : `kỳ vọng không mục nào thỏa, nhưng ${counted(seen, group)} thỏa`,
  unlisted: () => 'báo cáo không liệt kê bản tin; hãy phân tích với messages: all',
  'list-cut': ({ listed, total }) =>
    total === ''
      ? `chỉ liệt kê ${listed} bản tin đầu: quá ít để kết luận`
      : `chỉ liệt kê ${listed} trong ${total} bản tin: quá ít để kết luận`,
  omitted: ({ omitted, group }) => `${counted(omitted, group)} của bản ghi này không kiểm tra được vì quá nhiều`,
};

export const expectations: ExpectationWords = {
  fault: (fault) => `${subjectOf(fault)} ${faults[fault.key](fault.args)}`,
  check: ({ key, args, pass }) => sentences[key](args, pass),
  summary: (passed, failed) =>
    failed === 0 ? `${passed} kỳ vọng đều thỏa` : `${failed} trong ${passed + failed} kỳ vọng không thỏa`,
  more: (n) => `… và còn ${n} mục tương tự; --format json có tất cả`,
  selected: (n, group) => counted(n, group),
  claims: {
    sequence: (pattern) => `khớp chuỗi ${pattern}`,
    answer: (limit) => `được trả lời trong khoảng ${limit}`,
    outcome: (outcomes) => `có kết quả ${outcomes}`,
    codec: (codecs) => `dùng codec ${codecs}`,
    findings: (above, except) =>
      `không có phát hiện nào${above === '' ? '' : ` trên mức ${above}`}${except === '' ? '' : `, trừ ${except}`}`,
    meet: 'thỏa các kỳ vọng',
  },
  every: (claim) => `kỳ vọng mọi cuộc gọi ${claim}`,
  no: (claim) => `kỳ vọng không cuộc gọi nào ${claim}`,
  to: (claim) => `kỳ vọng bản ghi ${claim}`,
  notTo: (claim) => `kỳ vọng không đúng là bản ghi ${claim}, nhưng lại đúng như vậy`,
  noTrace: 'expect() cần báo cáo của sipsleuth hoặc một cuộc gọi trong đó; readTrace của sipsleuth/node đọc báo cáo',
  noCall: 'báo cáo này không có cuộc gọi nào',
  noMessage: 'báo cáo này không có bản tin SIP nào',
  findingsOfCall: 'riêng cuộc gọi không cho biết các phát hiện của nó; hãy đưa báo cáo cho expect()',
  noDuration: (written) => `${quoted(written)} không phải khoảng thời gian; hãy viết 3s, 500ms hoặc một số mili giây`,
};
