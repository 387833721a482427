/** Who typically creates a response; a verifier checks signed caller identity (RFC 8224 §6.2). */
export type Maker = 'uas' | 'proxy' | 'b2bua' | 'registrar' | 'redirect-server' | 'gateway' | 'notifier' | 'verifier';

/** A header that belongs to a response, as strict as its RFC is for the request that normally gets that response. */
export interface StatusHeader {
  readonly name: string;
  readonly strength: 'must' | 'should' | 'may';
}

/** Facts of one response code of the IANA registry (RFC 3261 §27.4). */
export interface Status {
  readonly code: number;
  /** Default phrase as registered; a match goes by the number, never by the phrase (RFC 3261 §7.2). */
  readonly phrase: string;
  readonly spec: string;
  readonly madeBy: readonly Maker[];
  /** `hop`: meant for the neighbour that sent the request; `end-to-end`: travels to the caller (RFC 3261 §16.7). */
  readonly scope: 'hop' | 'end-to-end';
  /** `none`: nothing to retry; `changed`: retry after changing the request (RFC 3261 §21). */
  readonly retry: 'none' | 'never' | 'later' | 'elsewhere' | 'changed';
  /** The header that rules the retry. */
  readonly retryHeader?: string;
  /** A proxy tries no other target after it (RFC 3261 §16.7). */
  readonly endsForking: boolean;
  /** What it ends inside an existing dialog (RFC 5057 §5.1; codes not listed there count as x00 of their class). */
  readonly dialogEffect: 'none' | 'transaction' | 'usage' | 'dialog';
  readonly headers: readonly StatusHeader[];
  /** The Q.850 cause a gateway sends for it (RFC 3398 §8.2.6.1). */
  readonly causeOut?: number;
  /** The Q.850 causes that normally become it (RFC 3398 §7.2.4.1). */
  readonly causesIn: readonly number[];
  readonly confusedWith: readonly number[];
  readonly deprecated?: true;
}

const must = (name: string): StatusHeader => ({ name, strength: 'must' });
const should = (name: string): StatusHeader => ({ name, strength: 'should' });
const may = (name: string): StatusHeader => ({ name, strength: 'may' });

// 415: the RFC demands one of its three headers, so none of them alone is a must.
// 488 and 606: 31 is the default; 65 when the Warning speaks of an unavailable bearer.
// 607 and 608: 21 is practice; RFC 3398 is older than both and would give 31.
// 199 ends the early dialog that its To-tag names (RFC 6228 §4).
// biome-ignore format: a table
const table = [
  { code: 100, phrase: 'Trying', spec: 'RFC 3261 §21.1.1', madeBy: ['proxy', 'b2bua', 'uas', 'gateway'], scope: 'hop',
    retry: 'none', endsForking: false, dialogEffect: 'none', headers: [may('Timestamp')],
    causesIn: [], confusedWith: [183] },
  { code: 180, phrase: 'Ringing', spec: 'RFC 3261 §21.1.2', madeBy: ['uas', 'gateway', 'b2bua'], scope: 'end-to-end',
    retry: 'none', endsForking: false, dialogEffect: 'none',
    headers: [should('Contact'), may('Alert-Info'), may('RSeq'), may('Require')],
    causesIn: [], confusedWith: [183, 182] },
  { code: 181, phrase: 'Call Is Being Forwarded', spec: 'RFC 3261 §21.1.3', madeBy: ['b2bua', 'proxy', 'uas'],
    scope: 'end-to-end', retry: 'none', endsForking: false, dialogEffect: 'none',
    headers: [should('Contact'), may('History-Info'), may('Diversion')], causesIn: [], confusedWith: [302, 182] },
  { code: 182, phrase: 'Queued', spec: 'RFC 3261 §21.1.4', madeBy: ['b2bua', 'uas', 'gateway'], scope: 'end-to-end',
    retry: 'none', endsForking: false, dialogEffect: 'none', headers: [should('Contact')],
    causesIn: [], confusedWith: [180, 183] },
  { code: 183, phrase: 'Session Progress', spec: 'RFC 3261 §21.1.5', madeBy: ['gateway', 'b2bua', 'uas'],
    scope: 'end-to-end', retry: 'none', endsForking: false, dialogEffect: 'none',
    headers: [should('Contact'), may('P-Early-Media'), may('Reason'), may('RSeq'), may('Require')],
    causesIn: [], confusedWith: [180, 100, 200] },
  { code: 199, phrase: 'Early Dialog Terminated', spec: 'RFC 6228 §11.1', madeBy: ['proxy', 'uas', 'b2bua'],
    scope: 'end-to-end', retry: 'none', endsForking: false, dialogEffect: 'dialog', headers: [must('Reason')],
    causesIn: [], confusedWith: [487, 183] },

  { code: 200, phrase: 'OK', spec: 'RFC 3261 §21.2.1', madeBy: ['uas', 'registrar', 'notifier', 'b2bua', 'gateway'],
    scope: 'end-to-end', retry: 'none', endsForking: false, dialogEffect: 'none',
    headers: [must('Contact'), should('Allow'), should('Supported'), may('Session-Expires')],
    causesIn: [], confusedWith: [202, 183] },
  { code: 202, phrase: 'Accepted', spec: 'RFC 6665 §8.3.1', madeBy: ['uas', 'notifier', 'gateway'],
    scope: 'end-to-end', retry: 'none', endsForking: false, dialogEffect: 'none', headers: [],
    causesIn: [], confusedWith: [200], deprecated: true },
  { code: 204, phrase: 'No Notification', spec: 'RFC 5839 §7.1', madeBy: ['notifier'], scope: 'end-to-end',
    retry: 'none', endsForking: false, dialogEffect: 'none', headers: [],
    causesIn: [], confusedWith: [200] },

  { code: 300, phrase: 'Multiple Choices', spec: 'RFC 3261 §21.3.1', madeBy: ['redirect-server', 'b2bua'],
    scope: 'end-to-end', retry: 'elsewhere', retryHeader: 'Contact', endsForking: false, dialogEffect: 'dialog',
    headers: [should('Contact')], causesIn: [], confusedWith: [302, 485] },
  { code: 301, phrase: 'Moved Permanently', spec: 'RFC 3261 §21.3.2', madeBy: ['redirect-server', 'gateway', 'uas'],
    scope: 'end-to-end', retry: 'elsewhere', retryHeader: 'Contact', endsForking: false, dialogEffect: 'dialog',
    headers: [should('Contact')], causesIn: [22], confusedWith: [302, 410] },
  { code: 302, phrase: 'Moved Temporarily', spec: 'RFC 3261 §21.3.3', madeBy: ['uas', 'redirect-server', 'b2bua'],
    scope: 'end-to-end', retry: 'elsewhere', retryHeader: 'Contact', endsForking: false, dialogEffect: 'dialog',
    headers: [should('Contact'), may('Expires')], causesIn: [], confusedWith: [181, 301] },
  { code: 305, phrase: 'Use Proxy', spec: 'RFC 3261 §21.3.4', madeBy: ['uas'], scope: 'end-to-end',
    retry: 'elsewhere', retryHeader: 'Contact', endsForking: false, dialogEffect: 'dialog',
    headers: [should('Contact')], causesIn: [], confusedWith: [302] },
  { code: 380, phrase: 'Alternative Service', spec: 'RFC 3261 §21.3.5', madeBy: ['proxy', 'b2bua', 'uas'],
    scope: 'end-to-end', retry: 'changed', endsForking: false, dialogEffect: 'dialog',
    headers: [], causesIn: [], confusedWith: [302, 300] },

  { code: 400, phrase: 'Bad Request', spec: 'RFC 3261 §21.4.1', madeBy: ['uas', 'proxy', 'b2bua', 'registrar'],
    scope: 'end-to-end', retry: 'changed', endsForking: false, dialogEffect: 'transaction', headers: [may('Warning')],
    causeOut: 41, causesIn: [], confusedWith: [500, 505, 415, 488] },
  { code: 401, phrase: 'Unauthorized', spec: 'RFC 3261 §21.4.2', madeBy: ['registrar', 'uas', 'b2bua', 'notifier'],
    scope: 'end-to-end', retry: 'changed', retryHeader: 'WWW-Authenticate', endsForking: false,
    dialogEffect: 'transaction', headers: [must('WWW-Authenticate')],
    causeOut: 21, causesIn: [], confusedWith: [407, 403] },
  { code: 402, phrase: 'Payment Required', spec: 'RFC 3261 §21.4.3', madeBy: ['b2bua', 'proxy'], scope: 'end-to-end',
    retry: 'later', endsForking: false, dialogEffect: 'transaction', headers: [],
    causeOut: 21, causesIn: [], confusedWith: [403] },
  { code: 403, phrase: 'Forbidden', spec: 'RFC 3261 §21.4.4', madeBy: ['proxy', 'b2bua', 'registrar', 'gateway', 'uas'],
    scope: 'end-to-end', retry: 'never', endsForking: false, dialogEffect: 'transaction',
    headers: [may('Reason'), may('Warning')],
    causeOut: 21, causesIn: [21, 55, 57, 87], confusedWith: [401, 407, 404, 603, 608] },
  { code: 404, phrase: 'Not Found', spec: 'RFC 3261 §21.4.5', madeBy: ['proxy', 'b2bua', 'gateway', 'registrar', 'uas'],
    scope: 'end-to-end', retry: 'never', endsForking: false, dialogEffect: 'dialog',
    headers: [may('Reason'), may('Retry-After')],
    causeOut: 1, causesIn: [1, 2, 3, 26], confusedWith: [480, 410, 484, 604, 503] },
  { code: 405, phrase: 'Method Not Allowed', spec: 'RFC 3261 §21.4.6', madeBy: ['uas', 'registrar', 'b2bua', 'gateway'],
    scope: 'end-to-end', retry: 'changed', retryHeader: 'Allow', endsForking: false, dialogEffect: 'usage',
    headers: [must('Allow')], causeOut: 63, causesIn: [], confusedWith: [501] },
  { code: 406, phrase: 'Not Acceptable', spec: 'RFC 3261 §21.4.7', madeBy: ['uas', 'notifier', 'b2bua'],
    scope: 'end-to-end', retry: 'changed', endsForking: false, dialogEffect: 'transaction', headers: [],
    causeOut: 79, causesIn: [], confusedWith: [488, 415, 606] },
  { code: 407, phrase: 'Proxy Authentication Required', spec: 'RFC 3261 §21.4.8', madeBy: ['proxy', 'b2bua'],
    scope: 'end-to-end', retry: 'changed', retryHeader: 'Proxy-Authenticate', endsForking: false,
    dialogEffect: 'transaction', headers: [must('Proxy-Authenticate')],
    causeOut: 21, causesIn: [], confusedWith: [401, 403] },
  { code: 408, phrase: 'Request Timeout', spec: 'RFC 3261 §21.4.9', madeBy: ['proxy', 'b2bua', 'gateway', 'uas'],
    scope: 'end-to-end', retry: 'later', endsForking: false, dialogEffect: 'transaction', headers: [],
    causeOut: 102, causesIn: [18], confusedWith: [480, 504, 487] },
  { code: 410, phrase: 'Gone', spec: 'RFC 3261 §21.4.10', madeBy: ['gateway', 'proxy', 'b2bua', 'uas'],
    scope: 'end-to-end', retry: 'never', endsForking: false, dialogEffect: 'dialog', headers: [],
    causeOut: 22, causesIn: [22, 23], confusedWith: [404, 301] },
  { code: 412, phrase: 'Conditional Request Failed', spec: 'RFC 3903 §11.2.1', madeBy: ['uas'], scope: 'end-to-end',
    retry: 'changed', endsForking: false, dialogEffect: 'transaction', headers: [],
    causeOut: 31, causesIn: [], confusedWith: [580] },
  { code: 413, phrase: 'Request Entity Too Large', spec: 'RFC 3261 §21.4.11', madeBy: ['uas', 'proxy', 'b2bua'],
    scope: 'end-to-end', retry: 'changed', retryHeader: 'Retry-After', endsForking: false, dialogEffect: 'transaction',
    headers: [may('Retry-After')], causeOut: 127, causesIn: [], confusedWith: [513, 414] },
  { code: 414, phrase: 'Request-URI Too Long', spec: 'RFC 3261 §21.4.12', madeBy: ['uas', 'proxy', 'b2bua'],
    scope: 'end-to-end', retry: 'changed', endsForking: false, dialogEffect: 'transaction', headers: [],
    causeOut: 127, causesIn: [], confusedWith: [413, 513] },
  { code: 415, phrase: 'Unsupported Media Type', spec: 'RFC 3261 §21.4.13', madeBy: ['uas', 'b2bua', 'gateway'],
    scope: 'end-to-end', retry: 'changed', retryHeader: 'Accept', endsForking: false, dialogEffect: 'transaction',
    headers: [should('Accept'), may('Accept-Encoding'), may('Accept-Language')],
    causeOut: 79, causesIn: [], confusedWith: [488, 406, 606] },
  { code: 416, phrase: 'Unsupported URI Scheme', spec: 'RFC 3261 §21.4.14', madeBy: ['proxy', 'uas', 'b2bua'],
    scope: 'end-to-end', retry: 'changed', endsForking: false, dialogEffect: 'dialog', headers: [],
    causeOut: 127, causesIn: [], confusedWith: [404, 484] },
  { code: 417, phrase: 'Unknown Resource-Priority', spec: 'RFC 4412 §4.6.2', madeBy: ['proxy', 'uas', 'gateway'],
    scope: 'end-to-end', retry: 'changed', retryHeader: 'Accept-Resource-Priority', endsForking: false,
    dialogEffect: 'transaction', headers: [may('Accept-Resource-Priority')],
    causeOut: 31, causesIn: [], confusedWith: [420] },
  { code: 420, phrase: 'Bad Extension', spec: 'RFC 3261 §21.4.15', madeBy: ['uas', 'proxy', 'b2bua', 'registrar'],
    scope: 'end-to-end', retry: 'changed', retryHeader: 'Unsupported', endsForking: false,
    dialogEffect: 'transaction', headers: [must('Unsupported')],
    causeOut: 127, causesIn: [], confusedWith: [421] },
  { code: 421, phrase: 'Extension Required', spec: 'RFC 3261 §21.4.16', madeBy: ['uas', 'b2bua', 'registrar'],
    scope: 'end-to-end', retry: 'changed', retryHeader: 'Require', endsForking: false, dialogEffect: 'transaction',
    headers: [must('Require')], causeOut: 127, causesIn: [], confusedWith: [420, 494] },
  { code: 422, phrase: 'Session Interval Too Small', spec: 'RFC 4028 §6', madeBy: ['proxy', 'uas', 'b2bua'],
    scope: 'end-to-end', retry: 'changed', retryHeader: 'Min-SE', endsForking: false, dialogEffect: 'transaction',
    headers: [must('Min-SE')], causeOut: 31, causesIn: [], confusedWith: [423] },
  { code: 423, phrase: 'Interval Too Brief', spec: 'RFC 3261 §21.4.17', madeBy: ['registrar', 'notifier', 'uas'],
    scope: 'end-to-end', retry: 'changed', retryHeader: 'Min-Expires', endsForking: false,
    dialogEffect: 'transaction', headers: [must('Min-Expires')],
    causeOut: 127, causesIn: [], confusedWith: [422] },
  { code: 424, phrase: 'Bad Location Information', spec: 'RFC 6442 §4.3', madeBy: ['uas', 'proxy', 'b2bua'],
    scope: 'end-to-end', retry: 'changed', retryHeader: 'Geolocation-Error', endsForking: false,
    dialogEffect: 'transaction', headers: [must('Geolocation-Error')],
    causeOut: 31, causesIn: [], confusedWith: [425] },
  { code: 425, phrase: 'Bad Alert Message', spec: 'RFC 8876 §5.1', madeBy: ['uas', 'proxy', 'b2bua'],
    scope: 'end-to-end', retry: 'changed', retryHeader: 'AlertMsg-Error', endsForking: false,
    dialogEffect: 'transaction', headers: [must('AlertMsg-Error')],
    causeOut: 31, causesIn: [], confusedWith: [424] },
  { code: 428, phrase: 'Use Identity Header', spec: 'RFC 8224 §6.2.2', madeBy: ['verifier'], scope: 'end-to-end',
    retry: 'changed', endsForking: false, dialogEffect: 'transaction', headers: [],
    causeOut: 31, causesIn: [], confusedWith: [436, 438, 429] },
  { code: 429, phrase: 'Provide Referrer Identity', spec: 'RFC 3892 §5', madeBy: ['uas'], scope: 'end-to-end',
    retry: 'changed', endsForking: false, dialogEffect: 'transaction', headers: [],
    causeOut: 31, causesIn: [], confusedWith: [436, 428] },
  { code: 430, phrase: 'Flow Failed', spec: 'RFC 5626 §11.5', madeBy: ['proxy'], scope: 'hop',
    retry: 'elsewhere', endsForking: false, dialogEffect: 'transaction', headers: [],
    causesIn: [], confusedWith: [439, 480] },
  { code: 433, phrase: 'Anonymity Disallowed', spec: 'RFC 5079 §5', madeBy: ['proxy', 'b2bua', 'uas'],
    scope: 'end-to-end', retry: 'changed', endsForking: false, dialogEffect: 'transaction', headers: [],
    causeOut: 31, causesIn: [], confusedWith: [403, 603] },
  { code: 436, phrase: 'Bad Identity Info', spec: 'RFC 8224 §6.2.2', madeBy: ['verifier'], scope: 'end-to-end',
    retry: 'changed', endsForking: false, dialogEffect: 'transaction', headers: [],
    causeOut: 31, causesIn: [], confusedWith: [437, 429] },
  { code: 437, phrase: 'Unsupported Credential', spec: 'RFC 8224 §6.2.2', madeBy: ['verifier'], scope: 'end-to-end',
    retry: 'changed', endsForking: false, dialogEffect: 'transaction', headers: [],
    causeOut: 31, causesIn: [], confusedWith: [436, 438] },
  { code: 438, phrase: 'Invalid Identity Header', spec: 'RFC 8224 §6.2.2', madeBy: ['verifier'], scope: 'end-to-end',
    retry: 'changed', endsForking: false, dialogEffect: 'transaction', headers: [],
    causeOut: 31, causesIn: [], confusedWith: [437, 428] },
  { code: 439, phrase: 'First Hop Lacks Outbound Support', spec: 'RFC 5626 §11.6', madeBy: ['registrar'],
    scope: 'end-to-end', retry: 'changed', endsForking: false, dialogEffect: 'transaction', headers: [],
    causesIn: [], confusedWith: [430, 420] },
  { code: 440, phrase: 'Max-Breadth Exceeded', spec: 'RFC 5393 §5.3.3', madeBy: ['proxy'], scope: 'end-to-end',
    retry: 'changed', endsForking: false, dialogEffect: 'transaction', headers: [],
    causeOut: 31, causesIn: [], confusedWith: [483, 482] },
  { code: 469, phrase: 'Bad Info Package', spec: 'RFC 6086 §4.2.2', madeBy: ['uas', 'b2bua'], scope: 'end-to-end',
    retry: 'changed', retryHeader: 'Recv-Info', endsForking: false, dialogEffect: 'transaction',
    headers: [must('Recv-Info')], causesIn: [], confusedWith: [415, 489] },
  { code: 470, phrase: 'Consent Needed', spec: 'RFC 5360 §5.9.2', madeBy: ['b2bua', 'uas'], scope: 'end-to-end',
    retry: 'later', retryHeader: 'Permission-Missing', endsForking: false, dialogEffect: 'transaction',
    headers: [should('Permission-Missing')], causeOut: 31, causesIn: [], confusedWith: [403] },
  { code: 480, phrase: 'Temporarily Unavailable', spec: 'RFC 3261 §21.4.18',
    madeBy: ['proxy', 'uas', 'b2bua', 'gateway'],
    scope: 'end-to-end', retry: 'later', retryHeader: 'Retry-After', endsForking: false, dialogEffect: 'usage',
    headers: [may('Retry-After'), may('Warning'), may('Reason')],
    causeOut: 18, causesIn: [19, 20, 31], confusedWith: [404, 408, 486, 503] },
  { code: 481, phrase: 'Call/Transaction Does Not Exist', spec: 'RFC 3261 §21.4.19', madeBy: ['uas', 'b2bua', 'proxy'],
    scope: 'end-to-end', retry: 'never', endsForking: false, dialogEffect: 'usage', headers: [],
    causeOut: 41, causesIn: [], confusedWith: [404, 487] },
  { code: 482, phrase: 'Loop Detected', spec: 'RFC 3261 §21.4.20', madeBy: ['proxy', 'uas', 'b2bua'],
    scope: 'end-to-end', retry: 'never', endsForking: false, dialogEffect: 'dialog', headers: [],
    causeOut: 25, causesIn: [], confusedWith: [483] },
  { code: 483, phrase: 'Too Many Hops', spec: 'RFC 3261 §21.4.21', madeBy: ['proxy', 'b2bua'],
    scope: 'end-to-end', retry: 'never', endsForking: false, dialogEffect: 'dialog', headers: [],
    causeOut: 25, causesIn: [], confusedWith: [482, 440] },
  { code: 484, phrase: 'Address Incomplete', spec: 'RFC 3261 §21.4.22', madeBy: ['gateway', 'b2bua', 'proxy'],
    scope: 'end-to-end', retry: 'changed', endsForking: false, dialogEffect: 'dialog', headers: [may('Reason')],
    causeOut: 28, causesIn: [28], confusedWith: [404, 416] },
  { code: 485, phrase: 'Ambiguous', spec: 'RFC 3261 §21.4.23', madeBy: ['proxy', 'redirect-server', 'uas'],
    scope: 'end-to-end', retry: 'changed', retryHeader: 'Contact', endsForking: false, dialogEffect: 'dialog',
    headers: [may('Contact')], causeOut: 1, causesIn: [], confusedWith: [300, 404] },
  { code: 486, phrase: 'Busy Here', spec: 'RFC 3261 §21.4.24', madeBy: ['uas', 'b2bua', 'gateway'],
    scope: 'end-to-end', retry: 'later', retryHeader: 'Retry-After', endsForking: false, dialogEffect: 'transaction',
    headers: [may('Retry-After'), may('Reason')],
    causeOut: 17, causesIn: [17], confusedWith: [600, 603, 480, 503] },
  { code: 487, phrase: 'Request Terminated', spec: 'RFC 3261 §21.4.25', madeBy: ['uas', 'b2bua', 'gateway', 'proxy'],
    scope: 'end-to-end', retry: 'none', endsForking: false, dialogEffect: 'transaction', headers: [may('Reason')],
    causesIn: [], confusedWith: [408, 603, 481] },
  { code: 488, phrase: 'Not Acceptable Here', spec: 'RFC 3261 §21.4.26', madeBy: ['uas', 'b2bua', 'gateway', 'proxy'],
    scope: 'end-to-end', retry: 'changed', retryHeader: 'Warning', endsForking: false, dialogEffect: 'transaction',
    headers: [should('Warning')], causeOut: 31, causesIn: [65, 70], confusedWith: [606, 415, 406, 580] },
  { code: 489, phrase: 'Bad Event', spec: 'RFC 6665 §8.3.2', madeBy: ['notifier', 'uas', 'b2bua'],
    scope: 'end-to-end', retry: 'changed', retryHeader: 'Allow-Events', endsForking: false, dialogEffect: 'usage',
    headers: [should('Allow-Events')], causesIn: [], confusedWith: [405, 469] },
  { code: 491, phrase: 'Request Pending', spec: 'RFC 3261 §21.4.27', madeBy: ['uas', 'b2bua'], scope: 'end-to-end',
    retry: 'later', endsForking: false, dialogEffect: 'transaction', headers: [],
    causesIn: [], confusedWith: [500] },
  { code: 493, phrase: 'Undecipherable', spec: 'RFC 3261 §21.4.28', madeBy: ['uas'], scope: 'end-to-end',
    retry: 'changed', endsForking: false, dialogEffect: 'transaction', headers: [],
    causeOut: 31, causesIn: [], confusedWith: [415] },
  { code: 494, phrase: 'Security Agreement Required', spec: 'RFC 3329 §2.3.1', madeBy: ['proxy', 'b2bua'], scope: 'hop',
    retry: 'changed', retryHeader: 'Security-Server', endsForking: false, dialogEffect: 'transaction',
    headers: [must('Security-Server')], causeOut: 31, causesIn: [], confusedWith: [421, 401] },

  { code: 500, phrase: 'Server Internal Error', spec: 'RFC 3261 §21.5.1', madeBy: ['proxy', 'b2bua', 'gateway', 'uas'],
    scope: 'end-to-end', retry: 'later', retryHeader: 'Retry-After', endsForking: false, dialogEffect: 'transaction',
    headers: [may('Retry-After')], causeOut: 41, causesIn: [111, 127], confusedWith: [503, 400] },
  { code: 501, phrase: 'Not Implemented', spec: 'RFC 3261 §21.5.2', madeBy: ['uas', 'gateway', 'b2bua'],
    scope: 'end-to-end', retry: 'never', endsForking: false, dialogEffect: 'usage', headers: [may('Allow')],
    causeOut: 79, causesIn: [29, 79], confusedWith: [405] },
  { code: 502, phrase: 'Bad Gateway', spec: 'RFC 3261 §21.5.3', madeBy: ['gateway', 'proxy', 'b2bua'],
    scope: 'end-to-end', retry: 'elsewhere', endsForking: false, dialogEffect: 'dialog', headers: [may('Reason')],
    causeOut: 38, causesIn: [27], confusedWith: [503, 504] },
  { code: 503, phrase: 'Service Unavailable', spec: 'RFC 3261 §21.5.4',
    madeBy: ['proxy', 'b2bua', 'gateway', 'registrar'],
    scope: 'end-to-end', retry: 'elsewhere', retryHeader: 'Retry-After', endsForking: false,
    dialogEffect: 'transaction', headers: [may('Retry-After'), may('Reason')],
    causeOut: 41, causesIn: [34, 38, 41, 42, 47, 58, 88], confusedWith: [486, 480, 500, 502, 603] },
  { code: 504, phrase: 'Server Time-out', spec: 'RFC 3261 §21.5.5', madeBy: ['proxy', 'gateway', 'b2bua', 'uas'],
    scope: 'end-to-end', retry: 'later', endsForking: false, dialogEffect: 'transaction', headers: [may('Reason')],
    causeOut: 102, causesIn: [102], confusedWith: [408, 502] },
  { code: 505, phrase: 'Version Not Supported', spec: 'RFC 3261 §21.5.6', madeBy: ['uas', 'proxy', 'b2bua'],
    scope: 'end-to-end', retry: 'changed', endsForking: false, dialogEffect: 'transaction', headers: [],
    causeOut: 127, causesIn: [], confusedWith: [400] },
  { code: 513, phrase: 'Message Too Large', spec: 'RFC 3261 §21.5.7', madeBy: ['proxy', 'uas', 'b2bua'],
    scope: 'end-to-end', retry: 'changed', endsForking: false, dialogEffect: 'transaction', headers: [],
    causeOut: 127, causesIn: [], confusedWith: [413, 414] },
  { code: 555, phrase: 'Push Notification Service Not Supported', spec: 'RFC 8599 §8.1',
    madeBy: ['proxy', 'registrar'], scope: 'end-to-end', retry: 'changed', endsForking: false,
    dialogEffect: 'transaction', headers: [], causesIn: [], confusedWith: [501, 420] },
  { code: 580, phrase: 'Precondition Failure', spec: 'RFC 3312 §8', madeBy: ['uas', 'b2bua'], scope: 'end-to-end',
    retry: 'changed', endsForking: false, dialogEffect: 'transaction', headers: [],
    causeOut: 31, causesIn: [], confusedWith: [488, 412] },

  { code: 600, phrase: 'Busy Everywhere', spec: 'RFC 3261 §21.6.1', madeBy: ['uas', 'b2bua', 'gateway', 'proxy'],
    scope: 'end-to-end', retry: 'later', retryHeader: 'Retry-After', endsForking: true, dialogEffect: 'transaction',
    headers: [may('Retry-After')], causeOut: 17, causesIn: [], confusedWith: [486, 603] },
  { code: 603, phrase: 'Decline', spec: 'RFC 3261 §21.6.2', madeBy: ['uas', 'b2bua', 'gateway'],
    scope: 'end-to-end', retry: 'later', retryHeader: 'Retry-After', endsForking: true, dialogEffect: 'transaction',
    headers: [may('Retry-After'), may('Reason')],
    causeOut: 21, causesIn: [21], confusedWith: [600, 486, 403, 607, 608] },
  { code: 604, phrase: 'Does Not Exist Anywhere', spec: 'RFC 3261 §21.6.3', madeBy: ['proxy', 'b2bua', 'gateway'],
    scope: 'end-to-end', retry: 'never', endsForking: true, dialogEffect: 'dialog', headers: [],
    causeOut: 1, causesIn: [], confusedWith: [404] },
  { code: 606, phrase: 'Not Acceptable', spec: 'RFC 3261 §21.6.4', madeBy: ['uas', 'b2bua'], scope: 'end-to-end',
    retry: 'changed', retryHeader: 'Warning', endsForking: true, dialogEffect: 'transaction',
    headers: [may('Warning')], causeOut: 31, causesIn: [], confusedWith: [488, 406, 415] },
  { code: 607, phrase: 'Unwanted', spec: 'RFC 8197 §4', madeBy: ['uas'], scope: 'end-to-end',
    retry: 'never', endsForking: true, dialogEffect: 'transaction', headers: [],
    causeOut: 21, causesIn: [], confusedWith: [603, 608] },
  { code: 608, phrase: 'Rejected', spec: 'RFC 8688 §3.1', madeBy: ['proxy', 'b2bua'], scope: 'end-to-end',
    retry: 'never', endsForking: true, dialogEffect: 'transaction', headers: [should('Call-Info')],
    causeOut: 21, causesIn: [], confusedWith: [603, 607, 403] },
] as const satisfies readonly Status[];

/** A code of the IANA registry "Response Codes". */
export type StatusCode = (typeof table)[number]['code'];

/** All 75 registered response codes, ascending. */
export const statuses: readonly Status[] = table;

const byCode: ReadonlyMap<number, Status> = new Map(statuses.map((status) => [status.code, status]));

/** The facts of a registered code; undefined for one that IANA does not list. */
export function findStatus(code: number): Status | undefined {
  return byCode.get(code);
}

/** 1 to 6 for a code from 100 to 699, undefined outside (RFC 3261 §7.2). */
export function statusClass(code: number): number | undefined {
  return code >= 100 && code <= 699 ? Math.floor(code / 100) : undefined;
}

/**
 * What a client that does not know the code takes it for: x00 of its class, and 183 for a provisional one
 * other than 100 (RFC 3261 §8.1.3.2). A number outside 100–699 comes back unchanged.
 */
export function treatedAs(code: number): number {
  const kind = statusClass(code);
  if (kind === undefined || code === 100) return code;
  return kind === 1 ? 183 : kind * 100;
}

/** A code met in the field that IANA does not list; where it comes from is for the locales to say. */
export interface UnregisteredStatus {
  readonly code: number;
  readonly phrase: string;
}

// The codes of Kamailio stand in its src/core/error.h; their phrases go on with an error number of its own.
const unregisteredTable = [
  { code: 409, phrase: 'Conflict' },
  { code: 411, phrase: 'Length Required' },
  { code: 477, phrase: 'Unfortunately error on sending to next hop occurred' },
  { code: 478, phrase: 'Unresolvable destination' },
  { code: 479, phrase: 'Regretfully, we were not able to process the URI' },
  { code: 490, phrase: 'Request Updated' },
  { code: 687, phrase: 'Dialog Terminated' },
] as const satisfies readonly UnregisteredStatus[];

/** A code of the table of unregistered ones. */
export type UnregisteredCode = (typeof unregisteredTable)[number]['code'];

/** Codes met in the field that IANA does not list, ascending. */
export const unregistered: ReadonlyMap<number, UnregisteredStatus & { readonly code: UnregisteredCode }> = new Map(
  unregisteredTable.map((status) => [status.code, status]),
);

/** "486 Busy Here", for codes that IANA does not list too; the number alone for one that nobody is known to send. */
export function statusName(code: number): string {
  const phrase = findStatus(code)?.phrase ?? unregistered.get(code)?.phrase;
  return phrase === undefined ? String(code) : `${code} ${phrase}`;
}
