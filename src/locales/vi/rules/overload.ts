/** Words of the rules about overload. */
import type { ArgsOf, RuleWords } from '../../../rules/define.ts';
import type { overloadControlViolated } from '../../../rules/overload/overload-control-violated.ts';
import { NAME_LIMIT, type serverOverload503 } from '../../../rules/overload/server-overload-503.ts';
import { duration } from '../phrases.ts';

/** The reason as it was given; its Q.850 cause says that there is no room. */
function said({ reason, noRoom }: Pick<ArgsOf<typeof serverOverload503>, 'reason' | 'noRoom'>): string {
  return noRoom ? `"${reason}", nghĩa là hết chỗ` : `"${reason}"`;
}

export const overload = {
  'overload-control-violated': {
    title: 'Kiểm soát quá tải không được tuân thủ',
    why: ({ kind }) =>
      kind === 'not-reduced'
        ? 'Máy chủ sụp đổ dưới mức tải mà nó đã xin giảm, và mọi cuộc gọi qua nó đều thất bại.'
        : 'Máy khách tuân theo Retry-After không gửi gì trong thời gian đó, nên tải dao động giữa tất cả và không có gì.',
    fix: ({ kind, client, server }) =>
      kind === 'not-reduced'
        ? [
            `Cho ${client} bỏ hoặc định tuyến lại phần yêu cầu mới mà ${server} đề nghị, và giữ như vậy cho đến khi báo cáo hết hạn.`,
            `Nếu ${client} không làm được, đừng để nó công bố "oc" trong Via.`,
            'Nếu có proxy ở giữa, proxy phải lấy báo cáo ra và tự giảm tải (RFC 7339 §5.1).',
          ]
        : [`Cho ${server} gửi 503 không kèm Retry-After cho máy khách không công bố "oc".`],
    message: ({ kind, client, server, oc, before, during, over, refused }) =>
      kind === 'not-reduced'
        ? `${server} yêu cầu ${client} bỏ ${oc} % số yêu cầu, nhưng chúng vẫn đến ở mức ${during} mỗi giây trong ${duration(over)}; trước đó là ${before}.`
        : `${server} dùng kiểm soát quá tải với bên khác, nhưng đã gửi ${refused} đáp ứng 503 kèm Retry-After cho máy khách không tham gia, lần cuối cho ${client}.`,
    limits: ({ kind }) =>
      kind === 'not-reduced'
        ? 'Nếu lúc đó máy khách có nhiều cuộc gọi hơn để gửi, nó có thể đã bỏ bớt mà vẫn gửi chừng ấy.'
        : '',
  } satisfies RuleWords<typeof overloadControlViolated>,

  'server-overload-503': {
    title: 'Máy chủ từ chối bằng 503',
    why: ({ kind }) =>
      kind === 'one-target'
        ? 'Không ai gọi được đích này qua máy chủ này.'
        : 'Bên gọi nghe báo thất bại hoặc phải chờ tuyến tiếp theo, và mỗi lần thử thêm lại làm tăng tải.',
    fix: ({ kind, server, withRetryAfter, ...args }) => [
      ...(kind === 'reason'
        ? [`Dựa vào lý do nó nêu (${said(args)}): lý do đó cho biết thiếu kênh, giấy phép, gateway hay tuyến.`]
        : []),
      ...(kind === 'one-target'
        ? [
            `Kiểm tra tuyến và gateway của đích này trên ${server}: proxy trả 503 khi mọi gateway của nó đã ngừng hoặc bị chặn.`,
          ]
        : [
            `Xem ${server}: CPU, giới hạn kênh và giấy phép, chế độ bảo trì, và các gateway phía sau có hoạt động hay không.`,
            'Cho máy khách chuyển sang máy chủ khác của tên miền (DNS SRV, trunk thứ hai) sau 503.',
          ]),
      ...(withRetryAfter > 0
        ? [
            'Retry-After loại cả máy chủ ra đối với mọi máy khách tuân theo nó: hãy dùng kiểm soát quá tải (RFC ' +
              '7339) ở nơi cả hai phía làm được.',
          ]
        : []),
      'Proxy không nên chuyển về 503 của máy chủ phía sau, mà nên đổi thành 500 (RFC 3261 §16.7).',
    ],
    message: ({ kind, server, refused, finals, over, targets, clients, ...args }) =>
      `${server} trả 503 cho ${refused} trong ${finals} yêu cầu trong vòng ${duration(over)}` +
      (kind === 'one-target'
        ? `, tất cả đều tới ${targets === 1 ? 'cùng một đích' : `${targets} đích`}`
        : ` từ ${clients} máy khách${clients < NAME_LIMIT ? '' : ' trở lên'}`) +
      (args.reason === '' ? '.' : `; lý do nó nêu là ${said(args)}.`),
    limits: ({ reason }) =>
      reason === ''
        ? 'Đáp ứng không cho biết vì sao máy chủ không phục vụ được (tải, giới hạn, bảo trì, gateway phía sau).'
        : '',
  } satisfies RuleWords<typeof serverOverload503>,
};
