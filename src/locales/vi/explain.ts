/**
 * The pages of `sipsleuth explain`, composed from the catalogue's facts and words.
 * The frames of the clauses: “183 có nghĩa là <means>.”, “486 Busy Here: <means>.”, “Dùng 183 khi <useWhen>.”
 */
import { type CauseCode, findCause } from '../../catalogue/causes.ts';
import { findMethod, type MethodName } from '../../catalogue/methods.ts';
import { phraseVariants } from '../../catalogue/phrases.ts';
import { findStatus, statusClass, statuses, treatedAs, unregistered } from '../../catalogue/statuses.ts';
import { findWarning, type WarningCode } from '../../catalogue/warnings.ts';
import { beforeLast } from '../../explain/codes.ts';
import { compareStatuses, type Difference } from '../../explain/compare.ts';
import { entryPages } from '../entry-pages.ts';
import type { Pages } from '../locale.ts';
import type { Page } from '../page.ts';
import { causes } from './causes.ts';
import { entries } from './entries.ts';
import { methods } from './methods.ts';
import { capitalize } from './phrases.ts';
import { rulePage } from './rule-page.ts';
import { inCall, tellSequence } from './sequences.ts';
import { classNames, effects, makers, retries, scopes } from './status-facts.ts';
import { unregistered as unregisteredWords } from './unregistered.ts';
import { warnings } from './warnings.ts';
import { wordsOf } from './words.ts';

function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} hoặc ${words[words.length - 1]}`;
}

function nameOf(code: number): string {
  const phrase = findStatus(code)?.phrase ?? unregistered.get(code)?.phrase;
  return phrase === undefined ? String(code) : `${code} ${phrase}`;
}

function causeName(code: number): string {
  return `số ${code} (${findCause(code)?.name ?? 'không rõ'})`;
}

function factsOf(code: number): Page['facts'] {
  const status = findStatus(code);
  const facts: (readonly [string, string])[] = [
    ['Lớp', classNames[statusClass(code) ?? 0]],
    ['Đáp ứng cuối', code < 200 ? 'không: còn đáp ứng khác theo sau' : 'có: kết thúc giao dịch'],
  ];
  if (status === undefined) {
    facts.push(['Đã đăng ký', `chưa; máy khách coi như ${treatedAs(code)} (RFC 3261 §8.1.3.2)`]);
    const origin = unregistered.get(code);
    if (origin !== undefined) facts.push(['Gặp ở', unregisteredWords[origin.code].from]);
    return facts;
  }
  facts.push(['Định nghĩa ở', status.spec + (status.deprecated ? ' (đã lỗi thời)' : '')]);
  facts.push(['Do ai tạo', listed(status.madeBy.map((maker) => makers[maker]))]);
  facts.push(['Phạm vi', scopes[status.scope]]);
  if (code >= 300)
    facts.push(['Thử lại', retries[status.retry] + (status.retryHeader ? `; theo ${status.retryHeader}` : '')]);
  if (code >= 300)
    facts.push([
      'Phân nhánh',
      status.endsForking
        ? 'kết thúc: không được thử đích nào khác (RFC 3261 §16.7)'
        : 'không kết thúc: được thử đích khác',
    ]);
  facts.push(['Trong hội thoại', effects[status.dialogEffect]]);
  const headers = status.headers.map(({ name, strength }) => `${name} (${entries.strengths[strength]})`);
  if (headers.length > 0) facts.push(['Trường tiêu đề', headers.join(', ')]);
  if (status.causeOut !== undefined) facts.push(['Sang PSTN', `mã Q.850 ${causeName(status.causeOut)}`]);
  if (status.causesIn.length > 0) facts.push(['Từ PSTN', `mã Q.850 số ${listed(status.causesIn.map(String))}`]);
  return facts;
}

function statusPage(code: number): Page {
  const words = wordsOf(code);
  const confused = findStatus(code)?.confusedWith ?? [];
  const sections = [
    { heading: 'Ý nghĩa', texts: [words.description] },
    { heading: 'Khi nào gặp', texts: [words.whenSeen] },
    { heading: 'Cách khắc phục', texts: [words.howToFix] },
  ];
  const texts = confused.map((other) => `${nameOf(other)}: ${wordsOf(other).means}.`);
  const more = texts.length > 0 ? [{ heading: 'Đừng nhầm với', texts, list: true }] : [];
  const variants = phraseVariants(code).map(({ phrase, by }) => `"${phrase}": ${by}.`);
  const seen = variants.length > 0 ? [{ heading: 'Cũng gặp dưới dạng', texts: variants, list: true }] : [];
  return { title: nameOf(code), facts: factsOf(code), sections: [...sections, ...more, ...seen] };
}

function pair(a: number, textA: string, b: number, textB: string): string {
  return `${a}: ${textA}. ${b}: ${textB}.`;
}

function differenceText(one: Difference, a: number, b: number): string {
  switch (one.field) {
    case 'finality': {
      const [provisional, final] = one.a ? [b, a] : [a, b];
      return `${provisional} là đáp ứng tạm: cuộc gọi còn đang được thiết lập. ${final} là đáp ứng cuối: nó kết thúc lần thử.`;
    }
    case 'class':
      return `Lớp. ${pair(a, classNames[one.a], b, classNames[one.b])}`;
    case 'scope':
      return `Phạm vi. ${pair(a, scopes[one.a], b, scopes[one.b])}`;
    case 'makers': {
      const names = (list: readonly string[]) => listed(list.map((maker) => makers[maker as keyof typeof makers]));
      return `Do ai tạo. ${pair(a, names(one.a), b, names(one.b))}`;
    }
    case 'retry':
      return `Thử lại. ${pair(a, retries[one.a], b, retries[one.b])}`;
    case 'header':
      return `Trường tiêu đề cho biết phải làm gì. ${pair(a, one.a, b, one.b)}`;
    case 'forking':
      return `Sau ${one.a ? a : b} không được thử đích nào khác (RFC 3261 §16.7); ${one.a ? b : a} không cấm điều đó.`;
    case 'dialog':
      return `Trong hội thoại. ${pair(a, effects[one.a], b, effects[one.b])}`;
    case 'cause': {
      const cause = (code: number | undefined) =>
        code === undefined ? 'không có mã Q.850' : `mã Q.850 ${causeName(code)}`;
      return `Về phía PSTN. ${pair(a, cause(one.a), b, cause(one.b))}`;
    }
    default:
      return one satisfies never;
  }
}

/** A provisional and a final response may well belong to one call. */
function together(a: number, b: number): Page['sections'] {
  if (a < 200 === b < 200 || Math.min(a, b) < 101) return [];
  const [first, last] = a < b ? [a, b] : [b, a];
  return [
    { heading: `Trong cùng một cuộc gọi: ${first} → ${last}`, texts: [tellSequence([first, last], nameOf).story] },
  ];
}

function differences(a: number, b: number): readonly string[] {
  const texts = compareStatuses(a, b).map((one) => differenceText(one, a, b));
  if (texts.length > 0) return texts;
  return [
    `Hai mã cùng lớp, cùng nơi tạo và cùng tác động. ${a} có nghĩa là ${wordsOf(a).means}. ${b} có nghĩa là ${wordsOf(b).means}.`,
  ];
}

function comparisonPage(a: number, b: number): Page {
  const left = wordsOf(a);
  const right = wordsOf(b);
  return {
    title: `So sánh ${nameOf(a)} với ${nameOf(b)}`,
    facts: [],
    sections: [
      { heading: nameOf(a), texts: [left.description] },
      { heading: nameOf(b), texts: [right.description] },
      { heading: 'Khác biệt chính', texts: differences(a, b), list: true },
      { heading: 'Khi nào gặp', texts: [`${a}: ${left.whenSeen}`, `${b}: ${right.whenSeen}`], list: true },
      ...together(a, b),
      {
        heading: 'Khi nào dùng mã nào',
        texts: [`Dùng ${a} khi ${left.useWhen}.`, `Dùng ${b} khi ${right.useWhen}.`],
        list: true,
      },
      { heading: 'Cách khắc phục', texts: [`${a}: ${left.howToFix}`, `${b}: ${right.howToFix}`], list: true },
    ],
  };
}

function sequencePage(codes: readonly number[]): Page {
  const { story, clues } = tellSequence(codes, nameOf);
  const last = codes[codes.length - 1];
  const steps = [...new Set(codes)].map((code) => `${nameOf(code)}: ${inCall(code, codes)}`);
  return {
    title: codes.join(' → '),
    facts: [],
    sections: [
      { heading: 'Diễn biến', texts: [story] },
      { heading: 'Từng bước', texts: steps, list: true },
      ...(clues.length > 0 ? [{ heading: 'Điều gì cho biết thêm', texts: clues, list: true }] : []),
      { heading: 'Cách khắc phục', texts: [wordsOf(last, beforeLast(codes)).howToFix] },
    ],
  };
}

function noResponse(cause: number): string {
  return cause === 44
    ? 'không có đáp ứng: gateway dùng mạch khác'
    : 'không có đáp ứng: được chuyển thành BYE hoặc CANCEL';
}

function decidedBy(cause: number, userSide: boolean): string {
  if (cause === 16) return 'bên đã gác máy';
  if (cause === 31 || cause === 127) return 'không được cho biết';
  return userSide || cause === 88 ? 'người được gọi hoặc thiết bị của họ' : 'mạng';
}

function causePage(code: number): Page {
  const cause = findCause(code);
  if (cause === undefined) return { title: `Mã Q.850 số ${code}`, facts: [], sections: [] };
  const words = causes[cause.code as CauseCode];
  const facts: (readonly [string, string])[] = [
    ['Trong SIP', `${cause.rfc3398 === undefined ? noResponse(code) : nameOf(cause.rfc3398)} (RFC 3398 §7.2.4.1)`],
  ];
  const from = statuses.filter(({ causeOut }) => causeOut === code).map((one) => one.code);
  if (from.length > 0) facts.push(['Từ SIP', from.join(', ')]);
  if (cause.asterisk !== undefined) facts.push(['Asterisk gửi', nameOf(cause.asterisk)]);
  if (cause.freeswitch !== undefined) facts.push(['FreeSWITCH gửi', nameOf(cause.freeswitch)]);
  facts.push(['Ai quyết định', decidedBy(code, cause.userSide)]);
  return {
    title: `Mã Q.850 số ${code}: ${cause.name}`,
    facts,
    sections: [
      { heading: 'Ý nghĩa', texts: [`${capitalize(words.means)}.`] },
      { heading: 'Cách khắc phục', texts: [words.advice] },
    ],
  };
}

function warningPage(code: number): Page {
  const warning = findWarning(code);
  if (warning === undefined) return { title: `Warning ${code}`, facts: [], sections: [] };
  const words = warnings[warning.code as WarningCode];
  return {
    title: `Warning ${code}: ${warning.name}`,
    facts: [['Định nghĩa ở', warning.spec]],
    sections: [
      { heading: 'Ý nghĩa', texts: [`${capitalize(words.means)}.`] },
      { heading: 'Cách khắc phục', texts: [words.advice] },
    ],
  };
}

const dialogs: Readonly<Record<'creates' | 'inside' | 'none' | 'either', string>> = {
  creates: 'tạo hội thoại',
  inside: 'chỉ trong hội thoại',
  none: 'không bao giờ trong hội thoại',
  either: 'trong hoặc ngoài hội thoại',
};

function methodPage(name: string): Page {
  const method = findMethod(name);
  if (method === undefined) return { title: name, facts: [], sections: [] };
  const words = methods[method.name as MethodName];
  return {
    title: method.name,
    facts: [
      ['Định nghĩa ở', method.spec],
      ['Hội thoại', dialogs[method.dialog]],
      ['Được đáp ứng', method.hasResponse ? 'có' : 'không bao giờ: không có đáp ứng'],
    ],
    sections: [
      { heading: 'Ý nghĩa', texts: [words.description] },
      { heading: 'Khi nào gặp', texts: [words.whenSeen] },
    ],
  };
}

export const pages: Pages = {
  status: statusPage,
  comparison: comparisonPage,
  sequence: sequencePage,
  cause: causePage,
  warning: warningPage,
  method: methodPage,
  ...entryPages(entries),
  rule: rulePage,
};
