/** Words of the rules about call transfer. */
import type { ArgsOf, RuleWords } from '../../../rules/define.ts';
import { NOT_TAKEN, type transferFailed } from '../../../rules/transfer/transfer-failed.ts';
import { duration } from '../phrases.ts';

function refusalRemedy({ client, server, status }: ArgsOf<typeof transferFailed>): string {
  if (status === 481 || status === 404)
    return `Kiểm tra ${client} gửi REFER đi đâu: tới Contact của cuộc gọi, với các tag và Route của nó.`;
  if (status === 420 || status === 400 || status === 416)
    return `So sánh Refer-To với những gì ${server} chấp nhận: một URI sip trong ngoặc nhọn, với Replaces đã viết thoát.`;
  return `Cho phép REFER trên ${server} (trong nhiều sản phẩm: cho phép chuyển cuộc gọi), hoặc tắt chuyển cuộc gọi bằng REFER trên ${client}: trunk thường cấm bằng ${status}.`;
}

export const transfer = {
  'transfer-failed': {
    title: 'Chuyển cuộc gọi thất bại',
    why: ({ kind }) =>
      ({
        refused: 'Người dùng bấm chuyển mà không có gì xảy ra; hai bên vẫn ở nguyên chỗ cũ, thường là đang giữ máy.',
        target: 'Bên gọi không gặp được người đã hứa, và bị giữ máy cho đến khi có người lấy lại cuộc gọi.',
        unreported:
          'Người chuyển không biết đã thành công hay chưa: điện thoại giữ cuộc gọi, hoặc bỏ rơi bên gọi chưa đi ' +
          'đến đâu.',
        replaces: 'Bên gọi và đích vẫn ở trong hai cuộc gọi lẽ ra phải thành một.',
      })[kind],
    fix: (args) => {
      const { kind, client, server, target, status, attended } = args;
      const bridge = 'Cho PBX hoặc SBC ở giữa tự thực hiện việc chuyển (với vai trò B2BUA) thay vì chuyển tiếp REFER.';
      return {
        refused: [refusalRemedy(args), bridge],
        target: NOT_TAKEN.includes(status)
          ? [
              'Lấy lại bên gọi: đã gặp được đích nhưng đích không nhận cuộc gọi.',
              `Cho ${client} tự nối lại cuộc gọi đầu khi NOTIFY báo thất bại.`,
            ]
          : [
              ...(attended
                ? [
                    'So sánh Replaces trong Refer-To với Call-ID và các tag của cuộc gọi thứ hai như phía kia của ' +
                      'nó biết: sau B2BUA, mỗi leg có giá trị riêng.',
                  ]
                : []),
              `Kiểm tra ${server} có gọi được ${target === '' ? 'địa chỉ trong Refer-To' : target}: định dạng số, tên miền và dial plan là của bên được chuyển, không phải của bên chuyển.`,
              bridge,
            ],
        unreported: [
          `Cho ${server} báo bằng NOTIFY (Event: refer) cuộc gọi mới ra sao, hoặc cho nó ghi Refer-Sub: false.`,
          `Kiểm tra NOTIFY của nó có đến được ${client}: nó đi tới Contact của REFER.`,
        ],
        replaces: [
          `So sánh Call-ID và các tag trong Replaces (${target}) với cuộc gọi mà ${server} phải nhường: to-tag là của chính nó, và sau B2BUA mỗi leg có giá trị khác.`,
          'Nếu cuộc gọi đó vừa kết thúc thì việc chuyển đến quá muộn: cho điện thoại chuyển trước khi gác cuộc ' +
            'gọi thứ hai.',
          bridge,
        ],
      }[kind];
    },
    message: ({ kind, client, server, status, phrase, target, attended, waited }) => {
      const answer = `${status}${phrase === '' ? '' : ` ${phrase}`}`;
      const what = `việc chuyển cuộc gọi${attended ? ' có tham vấn' : ''}${target === '' ? '' : ` tới ${target}`}`;
      return {
        refused: `${server} từ chối ${what} mà ${client} yêu cầu bằng REFER: ${answer}.`,
        target: `${what.charAt(0).toUpperCase()}${what.slice(1)} mà ${client} yêu cầu ${server} thực hiện đã thất bại: NOTIFY của nó báo ${answer}.`,
        unreported: `${server} chấp nhận ${what} bằng ${status} và không gửi NOTIFY nào về việc đó cho ${client} trong ${duration(waited)}.`,
        replaces: `${server} từ chối cuộc gọi mà ${client} dùng để thay thế cuộc gọi khác: ${answer}.`,
      }[kind];
    },
    limits: ({ kind }) =>
      kind === 'replaces'
        ? 'Cuộc gọi cần thay thế có Call-ID khác: nếu đã được bắt, nó hiện ra như một cuộc gọi khác trong báo cáo này.'
        : kind === 'refused'
          ? ''
          : kind === 'target'
            ? 'Cuộc gọi mới thường có Call-ID riêng: nếu đã được bắt, nó hiện ra như một cuộc gọi khác trong báo cáo này, cùng nguyên nhân thất bại.'
            : 'Cuộc gọi mới thường có Call-ID riêng và hiện ra như một cuộc gọi khác trong báo cáo này: rất có thể nó đã thành công.',
  } satisfies RuleWords<typeof transferFailed>,
};
