/** Words of the rules about reliable provisional responses. */
import type { ArgsOf, RuleWords } from '../../../rules/define.ts';
import type { prackMissing } from '../../../rules/prack/prack-missing.ts';
import type { prackRejected } from '../../../rules/prack/prack-rejected.ts';
import type { prackRseqDisorder } from '../../../rules/prack/prack-rseq-disorder.ts';
import type { rel100NegotiationFailed } from '../../../rules/prack/rel100-negotiation-failed.ts';
import { capitalize } from '../../phrases.ts';
import { duration } from '../phrases.ts';
import { messageName } from './phrases.ts';

type DisorderKind = ArgsOf<typeof prackRseqDisorder>['kind'];

export const prack = {
  'prack-missing': {
    title: 'Đáp ứng tạm tin cậy không có PRACK',
    why: ({ kind, final }) =>
      final >= 300
        ? `Máy chủ chờ PRACK rồi từ chối cuộc gọi bằng ${final}.`
        : kind === 'ignored'
          ? 'Bên gọi phải xác nhận đi xác nhận lại cùng một đáp ứng; một số bên gọi kết thúc cuộc gọi như vậy.'
          : 'Không có PRACK, máy chủ từ chối cuộc gọi sau 64·T1 (32 giây); nếu đáp ứng mang SDP, nó không được trả lời cuộc gọi trước khi có PRACK.',
    fix: ({ kind, client, server, contact, sent }) => [
      {
        absent: `Kiểm tra ${client} có gửi tới được Contact của đáp ứng (${contact || 'bị thiếu'}): PRACK đi tới đó, qua route set, không phải nơi INVITE đã đi.`,
        unmatched: `So sánh RAck của PRACK (${sent || 'không có'}) với RSeq và số CSeq của đáp ứng: B2BUA đánh số lại cái này thì phải đánh số lại cái kia, và mỗi To tag đếm riêng.`,
        lost: `PRACK đã đi tới ${sent}: đặt địa chỉ báo hiệu bên ngoài cho ${server}, hoặc thêm Record-Route trên proxy ở giữa.`,
        ignored: `${server} đã đáp ứng PRACK mà vẫn lặp lại: cập nhật phần mềm của nó.`,
      }[kind],
      `Tắt 100rel ở một phía: trên ${client} bỏ nó khỏi Supported, hoặc trên ${server} đừng bắt buộc nó.`,
      'Nếu có SBC ở giữa, kiểm tra nó có chuyển PRACK, Require và RSeq qua, hoặc gỡ 100rel khỏi INVITE.',
    ],
    message: ({ kind, client, server, status, rseq, cseq, copies, lasted, sent }) => {
      const times = `${server} gửi ${status} tin cậy (RSeq ${rseq}) ${copies} lần trong ${duration(lasted)}`;
      return {
        absent: `${times}, và ${client} không gửi PRACK nào.`,
        unmatched: `${times}, và PRACK của ${client} xác nhận ${sent || 'không gì cả'} thay vì ${rseq} ${cseq} INVITE.`,
        lost: `${times} vì PRACK của ${client} đã đi tới ${sent}, nơi không ai đáp ứng.`,
        ignored: `${times} dù đã đáp ứng PRACK của ${client}.`,
      }[kind];
    },
    limits: ({ kind }) => (kind === 'absent' ? 'PRACK đi đường khác sẽ không được thấy ở đây.' : ''),
  } satisfies RuleWords<typeof prackMissing>,

  'prack-rejected': {
    title: 'PRACK bị từ chối',
    why: ({ answered }) =>
      answered
        ? 'Cuộc gọi vẫn được trả lời, nhưng máy chủ cứ lặp lại đáp ứng của nó, và SDP trong PRACK bị mất.'
        : 'Đáp ứng tạm vẫn chưa được xác nhận: máy chủ lặp lại nó và từ chối cuộc gọi sau 32 giây.',
    fix: ({ client, server, status, rack }) => [
      status === 401 || status === 407
        ? `Cho ${server} chấp nhận PRACK mà không thách thức lại, hoặc cho ${client} gửi kèm thông tin xác thực của INVITE.`
        : status === 481
          ? `So sánh RAck (${rack}) và các tag của PRACK với RSeq, số CSeq và To tag của đáp ứng: khi phân nhánh, mỗi To tag có số riêng.`
          : status === 488 || status === 606
            ? `SDP offer trong PRACK của ${client} bị từ chối: đề nghị các codec mà hội thoại sớm đang dùng, hoặc gửi offer trong UPDATE.`
            : `Đọc cụm từ và log của ${server}: nó không chấp nhận PRACK này.`,
      'Tắt 100rel ở một phía nếu không thể làm cho các thiết bị thống nhất.',
    ],
    message: ({ client, server, status, phrase, rack }) =>
      `${server} từ chối PRACK của ${client} (RAck ${rack === '' ? 'bị thiếu' : rack}) bằng ${status}${phrase === '' ? '' : ` ${phrase}`}.`,
  } satisfies RuleWords<typeof prackRejected>,

  'prack-rseq-disorder': {
    title: 'RSeq hoặc RAck sai thứ tự',
    why: ({ kind }) =>
      ({
        gap: 'Bên gọi chờ số còn thiếu và không xác nhận gì sau đó; rồi máy chủ từ chối cuộc gọi.',
        repeated: 'Bên gọi coi đáp ứng này là bản lặp lại của đáp ứng trước và bỏ qua điều mới trong đó.',
        falling: 'Bên gọi bỏ qua đáp ứng, nên máy chủ lặp lại nó và từ chối cuộc gọi sau 32 giây.',
        second:
          'Bên gọi không biết đáp ứng nào đến trước; nó có thể bỏ qua một, và đáp ứng đó bị lặp lại trong 32 giây.',
        start: 'Bên gọi đọc số này như số có dấu sẽ từ chối, và đáp ứng không bao giờ được xác nhận.',
        number: 'Bên gọi không xác nhận được đáp ứng; máy chủ lặp lại nó và từ chối cuộc gọi sau 32 giây.',
        trying: '100 chỉ đi từng chặng: không ai xác nhận được nó.',
        rack: 'Máy chủ không biết điều gì được xác nhận: nó từ chối PRACK và tiếp tục lặp lại.',
        cseq: 'Máy chủ không tìm thấy đáp ứng nào khớp: nó từ chối PRACK bằng 481 và tiếp tục lặp lại.',
        answer:
          'Offer và answer của đáp ứng tin cậy còn bỏ ngỏ khi cuộc gọi được trả lời: media có thể không thiết lập ' +
          'được.',
      })[kind],
    fix: ({ kind, sender, before }) => [
      (
        {
          rack: `Cho ${sender} tạo RAck từ RSeq, số CSeq và phương thức của đáp ứng: cập nhật phần mềm của nó.`,
          cseq: `Cho ${sender} nêu ${before} trong RAck: B2BUA gửi lại INVITE sau 401 hoặc 407 phải đánh số lại cả RAck.`,
          second: `Cho ${sender} giữ đáp ứng tin cậy thứ hai lại đến khi có PRACK của đáp ứng đầu.`,
          answer: `Cho ${sender} giữ 2xx lại đến khi có PRACK.`,
          trying: `Cho ${sender} gửi 100 không kèm RSeq và không kèm Require: 100rel.`,
        } as Partial<Record<DisorderKind, string>>
      )[kind] ??
        `Cho ${sender} tăng RSeq thêm một cho mỗi đáp ứng tin cậy mới, bắt đầu từ số ngẫu nhiên dưới 2147483648: cập nhật phần mềm của nó.`,
      'Nếu có B2BUA ở giữa, bắt gói tin ở cả hai phía của nó: nó phải đếm riêng cho từng phía.',
    ],
    message: ({ kind, sender, value, before, ...name }) => {
      const what = `${capitalize(messageName(name))} từ ${sender}`;
      return {
        gap: `${what} có RSeq ${value} sau ${before}; số này phải hơn đúng một.`,
        repeated: `${what} lại có RSeq ${value}, số mà một đáp ứng trước của cùng INVITE đã có.`,
        falling: `${what} có RSeq ${value} sau ${before}; số này phải hơn đúng một.`,
        second: `${sender} gửi đáp ứng tin cậy thứ hai (RSeq ${value}) trước khi có PRACK cho đáp ứng đầu (RSeq ${before}).`,
        start: `Đáp ứng tin cậy đầu tiên của ${sender} có RSeq ${value}, không nằm trong khoảng 1 đến 2147483647.`,
        number: `${what} có RSeq không phải là số: "${value}".`,
        trying: `${sender} gửi 100 kèm RSeq ${value}; 100 không bao giờ là đáp ứng tin cậy.`,
        rack: `PRACK của ${sender} có RAck không đọc được: "${value}".`,
        cseq: `PRACK của ${sender} xác nhận ${value}, còn đáp ứng là ${before}.`,
        answer: `${sender} trả lời INVITE trước khi có PRACK cho đáp ứng tin cậy có SDP của nó (RSeq ${value}).`,
      }[kind];
    },
  } satisfies RuleWords<typeof prackRseqDisorder>,

  'rel100-negotiation-failed': {
    title: 'Không thống nhất được về 100rel',
    why: ({ kind, retried, answered }) =>
      retried
        ? 'Lần thử thứ hai đã thống nhất được: mỗi cuộc gọi tốn thêm một lượt đi về.'
        : {
            refused: 'Cuộc gọi thất bại dù cả hai phía đều có mặt.',
            demanded: 'Cuộc gọi thất bại dù cả hai phía đều có mặt.',
            unreliable: answered
              ? 'Cuộc gọi đã thông; bên gọi chờ đáp ứng tin cậy có thể kết thúc nó, và việc mất báo đổ chuông không được nhận ra.'
              : 'Bên gọi nhất định đòi 100rel có thể bỏ qua đáp ứng này và chờ đáp ứng tin cậy.',
            unasked: 'Bên gọi không biết PRACK, nên máy chủ lặp lại đáp ứng trong 32 giây rồi từ chối cuộc gọi.',
          }[kind],
    fix: ({ kind, client, server }) => [
      {
        refused: `Cho ${client} ghi 100rel trong Supported, không phải trong Require: khi đó nó được dùng nếu cả hai đều có.`,
        demanded: `Bật 100rel trên ${client}, hoặc cho ${server} làm việc không có nó trên trunk này.`,
        unreliable: `Cho ${server} gửi RSeq và Require: 100rel trong đáp ứng tạm, hoặc từ chối INVITE bằng 420.`,
        unasked: `Cho ${server} gửi đáp ứng tạm thường cho bên gọi không ghi 100rel trong Supported.`,
      }[kind],
      'Nếu có SBC ở giữa, thống nhất thiết lập 100rel ở hai phía của nó: nó có thể chỉ gỡ trường tiêu đề ở một chiều.',
    ],
    message: ({ kind, client, server, status, retried }) => {
      const response = `Đáp ứng ${status} cho INVITE từ ${server}`;
      return (
        {
          refused: `${server} từ chối INVITE của ${client} bằng 420 vì không hỗ trợ 100rel, điều INVITE bắt buộc`,
          demanded: `${server} từ chối INVITE của ${client} bằng 421 vì nhất định đòi 100rel, điều INVITE không đề nghị`,
          unreliable: `${response} không phải đáp ứng tin cậy dù INVITE của ${client} bắt buộc 100rel`,
          unasked: `${response} là đáp ứng tin cậy dù INVITE của ${client} không ghi 100rel`,
        }[kind] + (retried ? '; lần thử tiếp theo đã tính đến điều đó.' : '.')
      );
    },
  } satisfies RuleWords<typeof rel100NegotiationFailed>,
};
