/** What response codes tell together, in the order in which they came: composed, so that no sequence is without words. */
import {
  fittingCause,
  hasCall,
  isChallenge,
  isInDialog,
  isOfNetwork,
  isOfWait,
  isSpecial,
} from '../../explain/codes.ts';
import { sentences } from './phrases.ts';
import { wordsOf } from './words.ts';

/** "486 Busy Here". */
type NameOf = (code: number) => string;

const isFinal = (code: number) => code >= 200;

/** Where the last round begins: what ended before it was a challenge, a redirection or another target. */
function lastRound(codes: readonly number[]): number {
  for (let i = codes.length - 2; i >= 0; i--) if (isFinal(codes[i])) return i + 1;
  return 0;
}

function ofRoundsBefore(codes: readonly number[]): string[] {
  return [...new Set(codes.filter(isFinal))].map((code) => {
    if (isChallenge(code)) return `${code} là thách thức bình thường, không phải kết quả.`;
    if (code >= 300 && code < 400) return `${code} chuyển cuộc gọi đi nơi khác, và bên gọi đã đi theo.`;
    if ([413, 415, 416, 420, 421, 422].includes(code)) return `Sau ${code}, bên gọi thử lại bằng INVITE đã thay đổi.`;
    if (code === 491) return 'Hai bên cùng thay đổi cuộc gọi một lúc (491); sau một khoảng chờ, một bên đã thử lại.';
    return code < 300
      ? `${code} đã trả lời cuộc gọi; những gì theo sau thuộc về yêu cầu khác, hoặc một thiết bị thứ hai đã trả lời.`
      : `${code} kết thúc một lần thử, và có lần thử khác theo sau.`;
  });
}

/** How far the request got, by the strongest sign of progress (response-codes.md §6.1 item 1). */
function reach(progress: readonly number[], final: number | undefined): string[] {
  const has = (code: number) => progress.includes(code);
  const told: string[] = [];
  if (has(181)) told.push('Một máy chủ đã chuyển tiếp cuộc gọi tới đích khác (181).');
  if (has(182)) told.push('Cuộc gọi đã chờ trong hàng đợi (182).');
  if (has(180) && has(183)) {
    told.push(
      progress.indexOf(183) < progress.indexOf(180)
        ? 'Đường âm thanh được chuẩn bị trước (183), rồi thiết bị của bên được gọi đổ chuông (180): thường gặp trong mạng di động.'
        : 'Thiết bị của bên được gọi đổ chuông (180); sau đó thông báo, hộp thư thoại hoặc nhánh khác tiếp quản (183).',
    );
  } else if (has(180)) told.push('Thiết bị của bên được gọi đã đổ chuông (180).');
  else if (has(183))
    told.push('Một máy chủ hoặc gateway ở phía sau đã xử lý cuộc gọi và có thể đã phát âm thanh (183).');
  if (has(199)) told.push('Một nhánh của phân nhánh kết thúc trước các nhánh khác (199).');
  if (told.length > 0) return told;
  if (progress.some((code) => code > 100)) return ['Một máy chủ ở phía sau đã xử lý cuộc gọi.'];
  if (final !== undefined && final < 300) return [];
  return [has(100) ? 'Chỉ chứng minh được next hop đã có yêu cầu (100).' : 'Không có đáp ứng tạm nào.'];
}

/** What the caller heard before the end, as far as codes tell (item 2). */
function heard(progress: readonly number[], final: number | undefined): string {
  if (final !== undefined && final >= 300 && final < 400) return '';
  if (progress.includes(183)) {
    const tone =
      final !== undefined && final >= 400 ? 'âm báo hoặc thông báo về lý do' : 'hồi âm chuông của mạng phía kia';
    const without = progress.includes(180)
      ? 'hồi âm chuông là việc của thiết bị bên gọi'
      : 'nhiều khả năng bên gọi không nghe gì';
    return `Nếu 183 mang SDP và có âm thanh theo sau, bên gọi đã nghe ${tone}; nếu không có SDP, ${without}.`;
  }
  if (progress.includes(180)) return 'Bên gọi hẳn đã nghe hồi âm chuông.';
  if (progress.includes(182))
    return 'Nếu 182 mang SDP, bên gọi đã nghe nhạc hoặc thông báo; nếu không có SDP, nhiều khả năng không nghe gì.';
  // Without any 1xx it need not even be a call.
  const silent = progress.length > 0 && final !== undefined && final >= 300;
  return silent ? 'Trước khi kết thúc, nhiều khả năng bên gọi không nghe gì.' : '';
}

function end(final: number | undefined, progress: readonly number[], nameOf: NameOf): string {
  if (final !== undefined && final >= 300) return `Kết thúc bằng ${nameOf(final)}: ${wordsOf(final).means}.`;
  if (final !== undefined)
    return `${progress.length > 0 ? 'Cuộc gọi đã được trả lời' : 'Yêu cầu đã thành công'} (${nameOf(final)}).`;
  const last = progress[progress.length - 1];
  return `Không có gì theo sau ${last}: cuộc gọi vẫn còn mở, hoặc phần kết thúc không có trong bản ghi.`;
}

/** What the codes say together that none of them says alone. */
function together(progress: readonly number[], final: number | undefined, before: readonly number[]): string {
  const rang = progress.includes(180);
  const media = progress.includes(183);
  if (final === undefined)
    return rang || media ? '' : 'Next hop đã nhận cuộc gọi rồi im lặng: hãy xem nó làm gì với cuộc gọi đó.';
  if (final < 300) {
    if (rang && !media && !isSpecial(progress)) return 'Đây là cuộc gọi mẫu mực: nếu có gì không ổn, hãy xem media.';
    if (rang || media || isSpecial(progress)) return '';
    if (hasCall(before)) return '';
    return progress.length > 0
      ? 'Không có gì đổ chuông: máy tự động, hội nghị, tự động trả lời, hoặc một máy chủ che giấu việc đổ chuông.'
      : 'Nếu đó là INVITE thì không có gì đổ chuông.';
  }
  if (final < 400 && progress.length > 0 && final !== 380)
    return 'Không có INVITE nào tới địa chỉ mới theo sau: bên gọi không đi theo chuyển hướng, hoặc đã đi ở nơi khác.';
  if (isChallenge(final))
    return before.some(isChallenge)
      ? 'Thách thức lần thứ hai: thông tin xác thực sai, nonce đã hết hạn (stale=true), hoặc một máy chủ khác hỏi.'
      : 'Không có câu trả lời nào cho thách thức: bên gọi không có thông tin xác thực cho realm này.';
  if (final === 403 && before.some(isChallenge))
    return 'Sau một thách thức, 403 thường có nghĩa là sai tên người dùng hoặc mật khẩu.';
  if (media && isOfNetwork(final))
    return 'Đường tới mạng phía kia đã mở, rồi hết mạch hoặc mất next hop: không phải do người dùng.';
  if (media && final >= 600)
    return 'Vậy là đã tới được mạng phía kia và nó đã mở âm thanh trước khi từ chối cuộc gọi dứt khoát.';
  return '';
}

/** Times and header fields that tell what the codes leave open (item 4). */
function clues(progress: readonly number[], final: number | undefined): string[] {
  const rang = progress.includes(180);
  const media = progress.includes(183);
  const found: string[] = [];
  if (progress.includes(181))
    found.push('History-Info hoặc Diversion: cuộc gọi được chuyển tới đâu; kết quả là của đích cuối cùng.');
  if (progress.includes(182))
    found.push(
      'Các lần lặp lại của 182: nếu không có mỗi phút một lần, timer C của proxy (hơn 3 phút) sẽ kết thúc cuộc gọi.',
    );
  if (final === undefined) {
    if (!rang && !media) found.push('Next hop: nó có gửi tiếp INVITE không, và nhận được gì ở đó.');
    return found;
  }
  if (final < 300) {
    if (progress.length === 0) return found;
    if (!rang && !media && !isSpecial(progress))
      found.push('Hồi âm chuông nằm trong âm thanh sau khi trả lời để lộ một tuyến trả lời quá sớm.');
    if (media) found.push('RTP giữa 183 và lúc trả lời: nếu không có thì bên gọi không nghe gì.');
    if (rang || media)
      found.push('To-tag của lúc đổ chuông và lúc trả lời: nếu khác nhau, một nhánh khác của phân nhánh đã trả lời.');
    return found;
  }
  if (final < 400 || isChallenge(final) || isInDialog(final)) return found;
  if (final === 487) {
    found.push(
      'Ai gửi CANCEL, khi nào và với Reason nào: bên gọi, hoặc proxy có timer không trả lời hết hạn (120 giây ở ' +
        'Kamailio, 180 giây với timer C).',
    );
    return found;
  }
  if (rang && [486, 600, 603, 607].includes(final))
    found.push('Thời gian sau 180: 1 đến 20 giây là người đã bấm từ chối, dưới 0,5 giây là ứng dụng hoặc thiết lập.');
  else if (rang) {
    if (isOfWait(final))
      found.push(
        'Thời gian sau 180: số tròn là timer không trả lời (10 đến 60 giây ở điện thoại và PBX, 120 giây ở Kamailio, 180 giây với timer C).',
      );
  } else if (media) found.push('Thời gian sau 183: dưới 1 giây là mạng, không phải con người.');
  else if (!isSpecial(progress))
    found.push(
      'Thời gian sau INVITE: dưới 0,3 giây là quy tắc của chính máy chủ đó, 30 đến 32 giây là next hop không trả lời.',
    );
  const cause = fittingCause(final);
  found.push(
    `Trường Reason: mã Q.850 cho biết mạng điện thoại muốn nói gì${cause === undefined ? '' : ` (số ${cause} ứng với ${final})`}.`,
  );
  found.push(`Ai tạo ra ${final}: máy sâu nhất có mã này, nhận ra qua trường Server hoặc User-Agent.`);
  if (media) found.push('RTP giữa 183 và lúc kết thúc: nếu không có thì bên gọi chỉ nghe im lặng.');
  return found;
}

/** A code within a call, where the general words speak of other methods too. */
export function inCall(code: number, codes: readonly number[]): string {
  const call = codes.some((one) => one < 200);
  if (call && code === 200) return 'Cuộc gọi đã được trả lời; ACK của bên gọi phải theo sau.';
  return wordsOf(code).description;
}

interface SequenceWords {
  readonly story: string;
  readonly clues: readonly string[];
}

export function tellSequence(codes: readonly number[], nameOf: NameOf): SequenceWords {
  const from = lastRound(codes);
  const round = codes.slice(from);
  const progress = round.filter((code) => !isFinal(code));
  const final = round.find(isFinal);
  const story = sentences(
    ...ofRoundsBefore(codes.slice(0, from)),
    ...reach(progress, final),
    heard(progress, final),
    end(final, progress, nameOf),
    together(progress, final, codes.slice(0, from)),
  );
  return { story, clues: clues(progress, final) };
}
