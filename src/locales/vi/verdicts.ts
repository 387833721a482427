/** The verdict of a call in one short paragraph, and what to do about it. Composed from its facts. */
import { findStatus } from '../../catalogue/statuses.ts';
import { type RootCause, tellsTheSame } from '../../explain/cause.ts';
import { tellingCause } from '../../explain/decision.ts';
import type { VerdictKey } from '../../explain/verdict.ts';
import type { Args } from '../../model.ts';
import { address, capitalize, named, sentences } from '../phrases.ts';
import { decider } from './decider.ts';
import { after, duration, host, times } from './phrases.ts';
import { answeredHow, branches, changed, heard, release, rounds } from './pieces.ts';
import { causeAdvice, reasonSentence, retrySentence, warningSentence } from './reason.ts';
import { type Story, storyOf } from './root-causes.ts';
import { wordsOf } from './words.ts';

interface VerdictWords {
  readonly text: string;
  readonly advice: string;
}

type Words = (args: Args, cause: RootCause | undefined) => VerdictWords;

// ── Pieces ───────────────────────────────────────────────────────────────────────────────────────────────────────

function relayed(args: Args): string {
  return args.relayed ? `Proxy ${args.server} chuyển đáp ứng đó về.` : '';
}

/** "Gateway 192.0.2.9 (…) từ chối cuộc gọi sau 8,0 giây: máy bận (486 Busy Here). Proxy 192.0.2.5 chuyển đáp ứng đó về." */
function refusedBy(args: Args, verb: string, reason = ''): string {
  const why = reason === '' ? '' : `: ${reason}`;
  const did = isPassedOn(args) ? 'chuyển về lời từ chối' : verb;
  return sentences(`${capitalize(host(args))} ${did}${after(args.after)}${why} (${named(args)}).`, relayed(args));
}

/** Codes that a device gives, seen no further than the proxy that handed them on. */
function isPassedOn({ role, status, rang }: Args): boolean {
  return role === 'proxy' && (rang !== undefined || [486, 488, 600, 603, 606, 607].includes(Number(status)));
}

const RING_LONGER = 'Nếu cần đổ chuông lâu hơn, hãy tăng Expires của INVITE ở bên gọi.';

function adviceOf(args: Args): string {
  if (args.decision === 'expires') return RING_LONGER;
  if (args.insteadOf === undefined) return causeAdvice(args) || wordsOf(Number(args.status), args).howToFix;
  return `Hãy bắt đầu từ ${args.insteadOf} của ${args.insteadOfHost}. ${wordsOf(Number(args.insteadOf)).howToFix}`;
}

function storyFor(key: VerdictKey, args: Args, cause: RootCause | undefined): Story | undefined {
  return cause === undefined || tellsTheSame(key, cause.rule) ? undefined : storyOf(cause, args);
}

function told(story: Story | undefined): string {
  return story === undefined ? '' : `${capitalize(story.text)}.`;
}

/** Somebody said no: who, what, after how long, why, and what the caller heard. */
function refusal(key: VerdictKey, verb: string, reason?: (args: Args) => string): Words {
  return (args, cause) => {
    const story = storyFor(key, args, cause);
    const text = sentences(
      refusedBy(args, verb, reason?.(args)),
      changed(args),
      reasonSentence(args),
      warningSentence(args),
      retrySentence(args),
      branches(args),
      !story?.silence && heard(args),
      decider(args),
      told(story),
    );
    return { text, advice: adviceOf(args) };
  };
}

function opening(text: string, story: Story | undefined): string {
  return story === undefined
    ? `${text}.`
    : `${text}${story.join}${story.join === '. ' ? capitalize(story.text) : story.text}.`;
}

/** What a code says; a cause says it better. */
function unless(reason: string): (args: Args) => string {
  return (args) => (tellingCause(args) === undefined ? reason : '');
}

function notFound(args: Args): string {
  switch (args.status) {
    case 410:
      return 'số hoặc người dùng không còn tồn tại';
    case 484:
      return 'số không đầy đủ';
    case 485:
      return 'nhiều người dùng chung địa chỉ này';
    case 604:
      return 'không đâu có số hoặc người dùng đó';
    default:
      return 'không có số hoặc người dùng đó';
  }
}

function credentials(args: Args, cause: RootCause | undefined): string {
  const { kind, offered, given } = cause?.args ?? {};
  if (cause?.rule === 'auth-challenge-unanswered') {
    if (kind === 'unusable') return 'Đáp ứng của nó không chứa thách thức nào mà máy khách trả lời được.';
    return kind === 'ignored'
      ? 'Bên gọi không gửi thông tin nào.'
      : `Nó chỉ đề nghị ${offered}, và bên gọi không trả lời thách thức đó.`;
  }
  if (Number(args.rounds) === 0) return 'Bản ghi không cho thấy bên gọi thử gửi thông tin xác thực lần nào.';
  const why =
    cause?.rule !== 'auth-credentials-rejected'
      ? undefined
      : {
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
}

/** "Cuộc gọi được bên được gọi 192.0.2.7 trả lời sau 5,5 giây"; who stands behind a proxy is not seen. */
function answeredBy(args: Args): string {
  if (args.host === undefined) return `Cuộc gọi được trả lời${after(args.after)}`;
  if (args.role === 'proxy') return `Cuộc gọi được trả lời qua ${host(args)}${after(args.after)}`;
  return `Cuộc gọi được ${args.role === undefined ? args.host : host(args)} trả lời${after(args.after)}`;
}

/** What is left to look at when the signalling went well. */
function afterAnswer({ ringing }: Args): string {
  return ringing === false
    ? 'Nếu sau khi trả lời vẫn nghe hồi âm chuông thì tuyến này trả lời quá sớm: hãy so sánh với tuyến khác.'
    : 'Nếu cuộc gọi vẫn kém, hãy xem âm thanh: các địa chỉ trong SDP, và RTP ở cả hai chiều.';
}

const BEGIN_EARLIER = 'Hãy bắt gói tin từ trước cuộc gọi để thấy nó được thiết lập thế nào.';

/** Behind a proxy the capture shows nobody else. */
function gaveUp(args: Args): string {
  return args.role === 'proxy' ? `${capitalize(host(args))} hủy cuộc gọi` : 'Bên gọi bỏ cuộc';
}

/** How far the call had got when it was cancelled. */
function waited({ reach, audible, rang }: Args): string {
  if (reach === 'ringing')
    return rang === undefined ? ', trong khi điện thoại đang đổ chuông' : `, khi chuông đã đổ ${duration(rang)}`;
  if (reach === 'trying' || reach === 'nothing') return ', trước khi có gì đổ chuông';
  return audible === 'early-media' ? ', trong lúc có early media' : '';
}

/** What to do about a call that was given up. */
function abandoned({ reach, audible, decision }: Args): string {
  if (decision !== undefined) return 'Kiểm tra timer không trả lời của hệ thống đã gửi CANCEL.';
  if (reach === 'progress' && audible === 'early-media')
    return 'Hãy tìm hiểu early media phát gì: hồi âm chuông, hay một thông báo khiến bên gọi gác máy.';
  if (reach === 'trying' || reach === 'progress')
    return 'Tìm hiểu vì sao không đổ chuông: next hop đã có yêu cầu, nên hãy xem nó làm gì với yêu cầu đó.';
  return reach === 'nothing'
    ? 'Tìm hiểu vì sao không đổ chuông: kiểm tra địa chỉ, cổng, giao thức truyền tải và tường lửa của next hop.'
    : 'Không phải sửa gì khi bên gọi gác máy lúc đang đổ chuông. Nếu hộp thư thoại lẽ ra phải nhận cuộc gọi trước đó, hãy rút ngắn timer không trả lời.';
}

/** How far a call had got that has no result. */
const open: Readonly<Record<string, string>> = {
  nothing: 'Bản ghi không có đáp ứng nào cho cuộc gọi này.',
  trying: 'Bản ghi chỉ có 100 Trying cho cuộc gọi này.',
  progress: 'Bản ghi kết thúc trước khi cuộc gọi có kết quả. Đã có báo tiến triển.',
  ringing: 'Bản ghi kết thúc trước khi cuộc gọi có kết quả. Điện thoại đang đổ chuông.',
};

// ── Verdicts ─────────────────────────────────────────────────────────────────────────────────────────────────────

export const verdicts: Readonly<Record<VerdictKey, Words>> = {
  answered: (args, cause) => {
    const story = storyFor('answered', args, cause);
    const text = sentences(
      opening(answeredBy(args), story),
      !story?.silence && answeredHow(args, story === undefined),
      branches(args),
      rounds(args),
      !story?.ending && release(args),
    );
    return { text, advice: cause === undefined ? afterAnswer(args) : '' };
  },
  'answered-before-capture': (args, cause) => {
    const story = storyFor('answered-before-capture', args, cause);
    const text = opening('Cuộc gọi đã được trả lời trước khi bản ghi bắt đầu', story);
    return { text: sentences(text, !story?.ending && release(args)), advice: cause === undefined ? BEGIN_EARLIER : '' };
  },
  'busy-here': refusal('busy-here', 'từ chối cuộc gọi', () => 'máy bận'),
  'busy-everywhere': (args, cause) => ({
    text: sentences(
      refusedBy(args, 'từ chối cuộc gọi', 'bên được gọi bận trên mọi thiết bị'),
      changed(args),
      reasonSentence(args),
      retrySentence(args),
      '6xx kết thúc phân nhánh: không được thử điện thoại, tuyến hay hộp thư thoại nào khác (RFC 3261 §16.7).',
      branches(args),
      heard(args),
      decider(args),
      told(storyFor('busy-everywhere', args, cause)),
    ),
    advice: wordsOf(600, args).howToFix,
  }),
  declined: refusal('declined', 'từ chối nhận cuộc gọi'),
  unwanted: refusal('unwanted', 'từ chối cuộc gọi vì coi là không mong muốn'),
  blocked: refusal('blocked', 'chặn cuộc gọi'),
  cancelled: (args, cause) => {
    const story = storyFor('cancelled', args, cause);
    const silent = 'Đáp ứng tiến triển đến mà không kèm SDP và không có 180, nên nhiều khả năng bên gọi không nghe gì.';
    return {
      text: sentences(
        `${gaveUp(args)}${after(args.cancelledAfter ?? args.after)}${waited(args)}.`,
        !story?.silence && args.audible === 'silence' && silent,
        branches(args),
        decider(args),
        told(story),
      ),
      advice: cause === undefined ? abandoned(args) : '',
    };
  },
  'cancelled-elsewhere': (args) => ({
    text: `Nhánh này bị hủy${after(args.cancelledAfter ?? args.after)} vì cuộc gọi đã được trả lời trên thiết bị khác.`,
    advice: 'Không phải sửa gì: điện thoại không nên hiện đó là cuộc gọi nhỡ.',
  }),
  terminated: (args, cause) => ({
    text: sentences(
      refusedBy(args, 'kết thúc cuộc gọi đang thiết lập'),
      args.decision === 'expires'
        ? 'Bản ghi không có CANCEL.'
        : 'Bản ghi không có CANCEL: timer Expires, một B2BUA, hoặc CANCEL trên đường khác đã kết thúc nó.',
      decider(args),
      reasonSentence(args),
      told(storyFor('terminated', args, cause)),
    ),
    advice:
      args.decision === 'expires'
        ? RING_LONGER
        : 'Tìm CANCEL ở next hop, Expires trong INVITE, và xem log của máy đã gửi 487.',
  }),
  'no-answer': (args, cause) => {
    const story = storyFor('no-answer', args, cause);
    const waited = args.rang === undefined ? after(args.after) : ` sau ${duration(args.rang)} đổ chuông`;
    const text = sentences(
      `Không ai trả lời: ${host(args)} kết thúc cuộc gọi${waited} (${named(args)}).`,
      relayed(args),
      changed(args),
      reasonSentence(args),
      branches(args),
      decider(args),
      args.audible === 'ringback' ? 'Bên gọi hẳn đã nghe hồi âm chuông.' : !story?.silence && heard(args),
      told(story),
    );
    return { text, advice: adviceOf(args) };
  },
  redirected: (args, cause) => {
    const there =
      cause?.args.kind === 'same-target' ? 'chính là địa chỉ đã gọi' : 'và trong bản ghi này bên gọi không đi tới đó';
    return {
      text: sentences(
        refusedBy(args, 'chuyển hướng cuộc gọi'),
        args.contact
          ? `Nó nêu ${args.contact}, ${there}.`
          : args.status === 380
            ? 'Phần thân của nó nêu một dịch vụ khác thay vì một đích.'
            : 'Nó không nêu đích nào.',
        told(storyFor('redirected', args, cause)),
      ),
      advice:
        args.status === 380
          ? adviceOf(args)
          : 'Cho phép bên gọi đi theo chuyển hướng, hoặc để hệ thống chuyển hướng tự chuyển tiếp cuộc gọi.',
    };
  },
  'not-found': refusal('not-found', 'từ chối cuộc gọi', notFound),
  forbidden: (args, cause) =>
    cause?.rule === 'auth-credentials-rejected'
      ? {
          text: refusedBy(args, 'từ chối cuộc gọi', 'nó không chấp nhận thông tin xác thực của bên gọi'),
          advice: '',
        }
      : refusal('forbidden', 'từ chối cuộc gọi', unless('quy tắc của nó cấm'))(args, cause),
  unavailable: refusal('unavailable', 'từ chối cuộc gọi', unless('hiện không liên lạc được với bên được gọi')),
  'media-refused': refusal('media-refused', 'từ chối cuộc gọi', ({ status }) =>
    status === 415 ? 'nó không đọc được kiểu thân này' : 'media được đề nghị không phù hợp',
  ),
  rejected: refusal('rejected', 'từ chối cuộc gọi', (args) =>
    findStatus(Number(args.status)) === undefined ? '' : wordsOf(Number(args.status), args).means,
  ),
  unauthorized: (args, cause) => ({
    text: sentences(
      refusedBy(args, 'đòi thông tin xác thực'),
      credentials(args, cause),
      told(storyFor('unauthorized', args, cause)),
    ),
    advice:
      Number(args.rounds) > 0
        ? 'Đặt lại tên người dùng và mật khẩu ở cả hai phía, và so sánh realm với realm trong thách thức.'
        : adviceOf(args),
  }),
  'no-response': (args, cause) => ({
    text: sentences(
      `${args.server} hoàn toàn không trả lời: INVITE được gửi ${times(args.sends ?? 1)}, và không có đáp ứng nào quay lại.`,
      told(storyFor('no-response', args, cause)),
    ),
    advice: 'Kiểm tra địa chỉ, cổng, giao thức truyền tải và tường lửa, và xem máy chủ có chấp nhận nguồn này không.',
  }),
  stalled: (args, cause) => ({
    text: sentences(
      `${args.server} đã nhận INVITE rồi im lặng: chỉ có 100 Trying` +
        `${args.after === undefined ? '' : ` trong ${duration(args.after)}`}.`,
      told(storyFor('stalled', args, cause)),
    ),
    advice:
      '100 chỉ chứng tỏ next hop đã nhận. Hãy xem thêm một chặng: gateway chết, truy vấn bị treo, hoặc bảng ' +
      'location rỗng.',
  }),
  timeout: (args, cause) => {
    const { text, advice } = refusal('timeout', 'thôi chờ')(args, cause);
    // The hop that fell silent is known.
    const known = cause?.rule === 'invite-no-response' || cause?.rule === 'invite-stalled-after-trying';
    return { text, advice: known ? '' : advice };
  },
  'server-failure': refusal('server-failure', 'thôi xử lý cuộc gọi', (args) =>
    args.status === 500 ||
    args.status === 503 ||
    tellingCause(args) !== undefined ||
    findStatus(Number(args.status)) === undefined
      ? ''
      : wordsOf(Number(args.status), args).means,
  ),
  unfinished: (args, cause) => {
    if (cause?.rule === 'invite-no-final-response' && cause.args.kind === 'ringing') {
      const { server, status, waited } = cause.args;
      return {
        text: `Cuộc gọi không bao giờ có đáp ứng cuối: điều cuối cùng từ ${address(server)} là ${status}, và sau đó không có gì trong ${duration(waited)}.`,
        advice: 'Tìm hiểu phía kia chờ điều gì: lẽ ra timer không trả lời phải kết thúc cuộc gọi như vậy.',
      };
    }
    return {
      text: sentences(open[String(args.reach)] ?? open.progress, told(storyFor('unfinished', args, cause))),
      advice:
        args.reach === 'nothing' ? 'Bắt gói tin lâu hơn, và ở cả hai chiều.' : 'Bắt gói tin lâu hơn để thấy kết cục.',
    };
  },
  unknown: (_args, cause) => ({
    text: sentences('Bản ghi chỉ có vài mảnh của cuộc gọi này.', cause && told(storyOf(cause, {}))),
    advice: '',
  }),
};
