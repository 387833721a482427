/** Words of the rules about subscriptions. */
import type { RuleWords } from '../../../rules/define.ts';
import type { subscriptionNoNotify } from '../../../rules/subscription/subscription-no-notify.ts';
import type { subscriptionRejected } from '../../../rules/subscription/subscription-rejected.ts';
import { duration } from '../phrases.ts';

/** Event packages at a length that fits into a sentence. */
const CLIP = 80;

function packages(offered: readonly string[]): string {
  const text = offered.join(', ');
  return text.length > CLIP ? `${text.slice(0, CLIP)}…` : text;
}

/** What a reason of Subscription-State asks of the subscriber. */
const advice: Readonly<Record<string, string>> = {
  rejected: 'Bên theo dõi không nên thử lại: chủ sở hữu hoặc một quy tắc cấm việc đó.',
  noresource: 'Bên theo dõi không nên thử lại: dưới địa chỉ này không có gì để theo dõi.',
  deactivated: 'Bên theo dõi nên theo dõi lại ngay.',
  probation: 'Bên theo dõi nên thử lại sau.',
  giveup: 'Không ai cho phép lượt theo dõi kịp thời; bên theo dõi có thể thử lại sau.',
};

const unseen = (event: string) =>
  `Bên theo dõi không biết trạng thái${event === '' ? '' : ` (${event})`}: đèn báo, presence hoặc tin nhắn chờ`;

export const subscription = {
  'subscription-no-notify': {
    title: 'Lượt theo dõi sự kiện không có thông báo',
    why: ({ kind, event }) =>
      kind === 'refresh'
        ? 'Bên theo dõi không biết lượt theo dõi của mình còn hiệu lực hay không.'
        : `${unseen(event)} vẫn sai.`,
    fix: ({ kind, notifier, subscriber, target, event }) =>
      kind === 'unanswered'
        ? [
            `Kiểm tra từ ${notifier} có tới được ${target} hay không: sau NAT, Contact của SUBSCRIBE phải là địa chỉ công cộng, hoặc bên thông báo phải trả về nơi SUBSCRIBE đến từ.`,
            `Kiểm tra ${subscriber} còn chạy, và không có tường lửa nào kết thúc luồng (gói giữ kết nối ngắn hơn tuổi thọ NAT).`,
          ]
        : [
            `Tìm NOTIFY trong log của ${notifier}: nó phải gửi ngay một bản, kể cả khi lượt theo dõi còn chờ duyệt hoặc không có gì để báo.`,
            `Kiểm tra từ đó có tới được ${target === '' ? 'Contact của SUBSCRIBE' : target} hay không: địa chỉ riêng sau NAT thì không.`,
            `Kiểm tra ${event === '' ? 'gói sự kiện' : `module cho "${event}"`} đã được nạp trên ${notifier} và có dữ liệu.`,
          ],
    message: ({ kind, event, notifier, subscriber, status, copies, waited }) => {
      const what = event === '' ? '' : ` ${event}`;
      return {
        none: `${notifier} chấp nhận lượt theo dõi${what} của ${subscriber} bằng ${status}, nhưng không có NOTIFY nào theo sau trong ${duration(waited)}.`,
        refresh: `${notifier} chấp nhận làm mới lượt theo dõi${what} của ${subscriber} bằng ${status}, nhưng không có NOTIFY nào theo sau trong ${duration(waited)}.`,
        unanswered: `${subscriber} không bao giờ đáp ứng NOTIFY${event === '' ? '' : ` (${event})`} của ${notifier}: ${copies} bản, không có đáp ứng trong ${duration(waited)}.`,
      }[kind];
    },
    limits: ({ kind }) =>
      kind === 'unanswered'
        ? 'Ở đây không thấy được NOTIFY có đến nơi hay không.'
        : 'NOTIFY đã gửi nhưng không qua điểm bắt gói tin này sẽ không được thấy.',
  } satisfies RuleWords<typeof subscriptionNoNotify>,

  'subscription-rejected': {
    title: 'Lượt theo dõi sự kiện bị từ chối',
    why: ({ kind, event }) =>
      kind === 'notify-refused'
        ? 'Bên theo dõi không nhận điều được báo, nên bên thông báo phải kết thúc lượt theo dõi.'
        : `${unseen(event)} không sáng.`,
    fix: ({ kind, event, notifier, subscriber, status, reason, retryAfter, offered }) => {
      const name = event === '' ? 'gói sự kiện' : `gói sự kiện "${event}"`;
      if (kind === 'ended') {
        return [
          advice[reason] ?? 'Hãy theo dõi lại.',
          ...(retryAfter > 0 ? [`Cho ${subscriber} chờ ${retryAfter} giây như ${notifier} yêu cầu.`] : []),
          ...(reason === 'deactivated' ? [] : [`Kiểm tra quyền của bên theo dõi này trên ${notifier}.`]),
        ];
      }
      const [sender, refuser] = kind === 'refused' ? [subscriber, notifier] : [notifier, subscriber];
      if (status === 489) {
        return [
          offered.length === 0
            ? `Bật ${name} trên ${refuser}, hoặc tắt tính năng trên ${sender}.`
            : `Dùng gói mà ${refuser} cung cấp (${packages(offered)}), hoặc bật ${name} ở đó.`,
          'So sánh chính tả: tên gói sự kiện phân biệt chữ hoa chữ thường, và điện thoại gọi cùng một tính năng ' +
            'bằng nhiều tên (dialog, presence, as-feature-event).',
        ];
      }
      if (status === 403 || status === 603)
        return [`Cho phép ${sender} theo dõi người dùng này trên ${refuser} (danh sách người theo dõi, ACL, context).`];
      if (status === 404 || status === 410 || status === 604 || status === 485 || status === 484) {
        return [
          `Kiểm tra phần người dùng của Request-URI: ${refuser} không có gì để theo dõi dưới tên đó (phím BLF cho máy lẻ không có hint, hộp thư thoại chưa thiết lập).`,
        ];
      }
      if (status === 405 || status === 501)
        return [
          `${refuser} không hỗ trợ theo dõi sự kiện: tắt tính năng trên ${sender} hoặc gửi tới máy chủ có hỗ trợ.`,
        ];
      return [`Xem log của ${refuser} để biết vì sao nó trả ${status}, và so sánh với thiết bị chạy tốt.`];
    },
    message: ({ kind, event, notifier, subscriber, status, phrase, reason, retryAfter }) => {
      const what = event === '' ? '' : ` ${event}`;
      const answer = `${status}${phrase === '' ? '' : ` ${phrase}`}`;
      return {
        refused: `${notifier} từ chối lượt theo dõi${what} của ${subscriber}: ${answer}.`,
        'notify-refused': `${subscriber} từ chối NOTIFY${event === '' ? '' : ` (${event})`} của ${notifier}: ${answer}.`,
        ended: `${notifier} kết thúc lượt theo dõi${what} của ${subscriber}: ${reason}${retryAfter > 0 ? `, thử lại sau ${retryAfter} giây` : ''}.`,
      }[kind];
    },
  } satisfies RuleWords<typeof subscriptionRejected>,
};
