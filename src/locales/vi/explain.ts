/** Words of the pages of `sipsleuth explain`. */
import type { ExplainWords } from '../explain-words.ts';
import { causes } from './causes.ts';
import { entries } from './entries.ts';
import { methods } from './methods.ts';
import { listed } from './phrases.ts';
import { rule } from './rules/index.ts';
import { sequence } from './sequences.ts';
import { statusFacts } from './status-facts.ts';
import { unregistered } from './unregistered.ts';
import { warnings } from './warnings.ts';
import { wordsOf } from './words.ts';

export const explain: ExplainWords = {
  wordsOf,
  unregistered,
  entries,
  listed,
  definedIn: 'Định nghĩa ở',
  headings: { description: 'Ý nghĩa', whenSeen: 'Khi nào gặp', howToFix: 'Cách khắc phục' },
  item: (name, text) => `${name}: ${text}`,
  clause: (name, means) => `${name}: ${means}.`,
  status: {
    facts: statusFacts,
    labels: {
      class: 'Lớp',
      final: 'Đáp ứng cuối',
      registered: 'Đã đăng ký',
      metIn: 'Gặp ở',
      madeBy: 'Do ai tạo',
      scope: 'Phạm vi',
      retry: 'Thử lại',
      forking: 'Phân nhánh',
      inDialog: 'Trong hội thoại',
      headers: 'Trường tiêu đề',
      toPstn: 'Sang PSTN',
      fromPstn: 'Từ PSTN',
    },
    headings: { confused: 'Đừng nhầm với', variants: 'Cũng gặp dưới dạng' },
    finality: { provisional: 'không: còn đáp ứng khác theo sau', final: 'có: kết thúc giao dịch' },
    forking: {
      ends: 'kết thúc: không được thử đích nào khác (RFC 3261 §16.7)',
      goesOn: 'không kết thúc: được thử đích khác',
    },
    notRegistered: (code) => `chưa; máy khách coi như ${code} (RFC 3261 §8.1.3.2)`,
    deprecated: (spec) => `${spec} (đã lỗi thời)`,
    retryRuled: (retry, header) => `${retry}; theo ${header}`,
    cause: (code, name = 'không rõ') => `mã Q.850 số ${code} (${name})`,
    causes: (codes) => `mã Q.850 số ${listed(codes)}`,
    variant: (phrase, by) => `"${phrase}": ${by}.`,
  },
  comparison: {
    headings: { differences: 'Khác biệt chính', whichOne: 'Khi nào dùng mã nào' },
    fields: {
      class: 'Lớp',
      scope: 'Phạm vi',
      makers: 'Do ai tạo',
      retry: 'Thử lại',
      header: 'Trường tiêu đề cho biết phải làm gì',
      dialog: 'Trong hội thoại',
      cause: 'Về phía PSTN',
    },
    noCause: 'không có mã Q.850',
    title: (a, b) => `So sánh ${a} với ${b}`,
    difference: (field, a, ofA, b, ofB) => `${field}. ${a}: ${ofA}. ${b}: ${ofB}.`,
    finality: (provisional, final) =>
      `${provisional} là đáp ứng tạm: cuộc gọi còn đang được thiết lập. ${final} là đáp ứng cuối: nó kết thúc lần thử.`,
    forking: (ends, goesOn) =>
      `Sau ${ends} không được thử đích nào khác (RFC 3261 §16.7); ${goesOn} không cấm điều đó.`,
    alike: (a, meansA, b, meansB) =>
      `Hai mã cùng lớp, cùng nơi tạo và cùng tác động. ${a} có nghĩa là ${meansA}. ${b} có nghĩa là ${meansB}.`,
    use: (code, when) => `Dùng ${code} khi ${when}.`,
    inOneCall: (first, last) => `Trong cùng một cuộc gọi: ${first} → ${last}`,
  },
  sequence,
  cause: {
    words: causes,
    labels: {
      inSip: 'Trong SIP',
      fromSip: 'Từ SIP',
      asterisk: 'Asterisk gửi',
      freeswitch: 'FreeSWITCH gửi',
      decidedBy: 'Ai quyết định',
    },
    noResponse: {
      circuit: 'không có đáp ứng: gateway dùng mạch khác',
      release: 'không có đáp ứng: được chuyển thành BYE hoặc CANCEL',
    },
    decidedBy: {
      releaser: 'bên đã gác máy',
      untold: 'không được cho biết',
      user: 'người được gọi hoặc thiết bị của họ',
      network: 'mạng',
    },
    title: (code, name) => (name === undefined ? `Mã Q.850 số ${code}` : `Mã Q.850 số ${code}: ${name}`),
  },
  warning: {
    words: warnings,
    title: (code, name) => (name === undefined ? `Warning ${code}` : `Warning ${code}: ${name}`),
  },
  method: {
    words: methods,
    labels: { dialog: 'Hội thoại', answered: 'Được đáp ứng' },
    dialogs: {
      creates: 'tạo hội thoại',
      inside: 'chỉ trong hội thoại',
      none: 'không bao giờ trong hội thoại',
      either: 'trong hoặc ngoài hội thoại',
    },
    answered: { yes: 'có', never: 'không bao giờ: không có đáp ứng' },
  },
  ruleWords: rule,
  rule: {
    labels: { severity: 'Mức độ', looksAt: 'Xem xét', setting: 'Thiết lập', source: 'Căn cứ' },
    headings: {
      says: 'Ví dụ về điều quy tắc báo',
      why: 'Vì sao đáng ngại',
      limits: 'Điều bản ghi không chứng minh được',
    },
    scopes: {
      message: 'từng bản tin',
      transaction: 'từng giao dịch',
      dialog: 'từng hội thoại',
      call: 'từng cuộc gọi',
      registration: 'từng lượt đăng ký',
      subscription: 'từng lượt theo dõi sự kiện',
      capture: 'toàn bộ bản ghi',
    },
    severities: { error: 'lỗi', warning: 'cảnh báo', info: 'ghi chú' },
    title: (id, title) => `${id}: ${title}`,
    setting: (id) => `--rule ${id}=off, hoặc error, warning, info`,
  },
};
