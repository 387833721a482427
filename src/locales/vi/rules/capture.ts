/** Words of the rules about the capture itself. */
import type { captureClock } from '../../../rules/capture/capture-clock.ts';
import type { captureDrops } from '../../../rules/capture/capture-drops.ts';
import type { captureDuplicates } from '../../../rules/capture/capture-duplicates.ts';
import type { captureEncrypted } from '../../../rules/capture/capture-encrypted.ts';
import type { captureEndsEarly } from '../../../rules/capture/capture-ends-early.ts';
import { type captureMultiHop, SHOWN } from '../../../rules/capture/capture-multi-hop.ts';
import type { captureOneSided } from '../../../rules/capture/capture-one-sided.ts';
import type { captureSignallingOnly } from '../../../rules/capture/capture-signalling-only.ts';
import type { captureStartsMidCall } from '../../../rules/capture/capture-starts-mid-call.ts';
import type { captureTruncated } from '../../../rules/capture/capture-truncated.ts';
import type { nonSipOnSipPort } from '../../../rules/capture/non-sip-on-sip-port.ts';
import type { parserRejects } from '../../../rules/capture/parser-rejects.ts';
import type { RuleWords } from '../../../rules/define.ts';
import { capitalize } from '../../phrases.ts';
import { duration } from '../phrases.ts';

const closedBecause = {
  'no-key': 'không có bí mật nào của kết nối đó trong các khóa',
  'no-hello': 'phần bắt tay không được bắt lại',
  cipher: 'phiên bản hoặc bộ mã không được hỗ trợ',
  'wrong-key': 'bí mật không khớp với các bản ghi TLS',
} as const;

export const capture = {
  'capture-clock': {
    title: 'Thời điểm mâu thuẫn nhau',
    why: () => 'Độ trễ và thời gian chờ qua điểm đó không như vẻ ngoài của chúng, thứ tự bản tin cũng vậy.',
    fix: ({ kind }) =>
      kind === 'set-back'
        ? [
            'Nếu đã ghép nhiều bản ghi, hãy ghép theo thời gian (mergecap không kèm -a).',
            'Cho máy bắt gói tin giữ giờ bằng NTP theo kiểu chỉnh dần (slewing), để đồng hồ không bao giờ bị đặt lùi.',
          ]
        : [
            'Bắt gói tin trên một máy, hoặc giữ đồng hồ các máy bắt gói khớp nhau (NTP, PTP) trước khi ghép tệp.',
            'Hoặc dịch một tệp đi đúng khoảng chênh lệch (editcap -t) rồi ghép lại.',
          ],
    message: ({ kind, count, by, path }) =>
      kind === 'set-back'
        ? `Trong ${path}, thời gian lùi lại ${count} lần, nhiều nhất ${duration(by)}.`
        : `${count} yêu cầu có thời điểm sau chính đáp ứng của chúng, nhiều nhất ${duration(by)}: các phần của bản ghi này đến từ những đồng hồ khác nhau.`,
  } satisfies RuleWords<typeof captureClock>,

  'capture-drops': {
    title: 'Bản ghi bị mất gói tin',
    why: () =>
      'Bản tin không có ở đây có thể vẫn đã được gửi: các phát hiện về thiếu đáp ứng, thiếu ACK và phát lại kém ' +
      'chắc chắn hơn.',
    fix: ({ drops }) =>
      drops > 0
        ? [
            'Cho việc bắt gói tin bộ đệm nhân lớn hơn (tcpdump -B, dumpcap -B) và ghi vào đĩa đủ nhanh.',
            'Bắt ít hơn: bộ lọc theo cổng báo hiệu, hoặc snap length cắt media nhưng giữ trọn SIP.',
          ]
        : [
            'Kiểm tra cổng mirror: một liên kết bận được mirror sang liên kết chậm hơn sẽ mất gói mà không ai đếm.',
            'Bắt gói tin ngay trên máy SIP, hoặc với bộ đệm lớn hơn (tcpdump -B, dumpcap -B).',
          ],
    message: ({ input, drops, frames, gaps, frame }) => {
      const holes = `${gaps} khoảng trống trong các luồng TCP mang SIP (đầu tiên ở trước khung ${frame})`;
      if (drops === 0) return `Bản ghi ${input} có ${holes}.`;
      return `Máy ghi ra ${input} đã mất ${drops} gói tin bên cạnh ${frames} gói giữ được${gaps > 0 ? `, và có ${holes}` : ''}.`;
    },
    limits: ({ drops }) =>
      drops > 0
        ? 'Không có gì ghi lại gói nào bị mất, và trong đó có SIP hay không.'
        : 'Bản thân các máy tự bù được khoảng trống như vậy: phần thiếu chỉ thiếu trong bản ghi.',
  } satisfies RuleWords<typeof captureDrops>,

  'capture-duplicates': {
    title: 'Bản tin bị bắt hai lần',
    why: () =>
      'Ở đây mỗi bản tin chỉ được tính một lần nên các phát hiện không bị ảnh hưởng; nhưng công cụ khác sẽ coi ' +
      'bản thứ hai là phát lại.',
    fix: () => [
      'Bắt gói tin ở một điểm: trên một giao diện thay vì "any", và không đồng thời trên bridge hay VLAN cùng ' +
        'giao diện cha của nó.',
      'Trên cổng mirror, mirror một chiều của mỗi cổng (rx), không phải cả hai chiều của mọi cổng.',
      'Để làm sạch tệp cho công cụ khác: editcap -d bỏ các gói tin giống nhau.',
    ],
    message: ({ input, duplicates, messages, percent }) =>
      `${duplicates} trong ${messages} bản tin SIP ở ${input} (${percent} %) là bản thứ hai của một gói tin; chúng đã bị bỏ ra.`,
    limits: () => 'Các gói tin được coi là một khi mọi byte giống nhau và cách nhau nhiều nhất vài mili giây.',
  } satisfies RuleWords<typeof captureDuplicates>,

  'capture-encrypted': {
    title: 'SIP mã hóa không đọc được',
    why: ({ alone }) =>
      alone
        ? 'Có báo hiệu, nhưng bị mã hóa: không thể nói gì về các cuộc gọi trong đó.'
        : 'Cuộc gọi và leg giữa các máy này không có trong báo cáo, và nguyên nhân của điều báo cáo nêu cũng có thể nằm ở đó.',
    fix: ({ closed }) => {
      const is = (because: keyof typeof closedBecause) => closed.some((one) => one.because === because);
      const inClear = [
        'Bắt ở phía sau TLS: bản ghi SIP hoặc log của máy chủ cho thấy bản tin ở dạng rõ (sngrep với EEP/HEP, pjsip ' +
          'logger, sofia siptrace, bản ghi của SBC).',
        'Để thử, cho các máy dùng TCP hoặc UDP.',
      ];
      if (closed.length === 0)
        return [
          ...inClear,
          'Hoặc để một trong hai máy ghi lại khóa phiên (SSLKEYLOGFILE) rồi đọc bản ghi với --keylog; tệp pcapng có thể chứa sẵn khóa.',
        ];
      return [
        ...(is('no-key')
          ? [
              'Để một máy của các kết nối này ghi lại khóa (SSLKEYLOGFILE) trong lúc bắt gói: mỗi kết nối có khóa riêng.',
            ]
          : []),
        ...(is('no-hello')
          ? [
              'Bắt đầu bắt gói trước khi kết nối được mở, hoặc cho các máy kết nối lại: phần bắt tay cho biết khóa nào của kết nối nào.',
            ]
          : []),
        ...(is('cipher') ? ['Để thử, chỉ cho phép các bộ mã có AES-GCM, AES-CBC hoặc ChaCha20.'] : []),
        ...(is('wrong-key')
          ? [
              'Dùng trọn vẹn tệp khóa được ghi trong lúc bắt bản ghi này: một bí mật trong đó bị hỏng, hoặc là của kết nối khác.',
            ]
          : []),
        ...inClear,
      ];
    },
    message: ({ input, segments, source, destination, frame, alone, closed }) =>
      closed.length > 0
        ? `Có khóa TLS, nhưng một số kết nối trong bản ghi ${input} vẫn đóng: ${closed
            .map(
              (one) =>
                `${one.connections} vì ${closedBecause[one.because]} (${one.connections > 1 ? 'đầu tiên là ' : ''}${one.source} tới ${one.destination}, khung ${one.frame})`,
            )
            .join('; ')}.${alone ? ' Không đọc được SIP nào.' : ' SIP của chúng không có trong báo cáo này.'}`
        : `Bản ghi ${input} chứa ${segments} đoạn TCP mang dữ liệu TLS trên cổng 5061, đầu tiên từ ${source} tới ${destination} (khung ${frame})` +
          `${alone ? ', và không có SIP ở dạng rõ.' : '; SIP trong đó không có trong báo cáo này.'}`,
  } satisfies RuleWords<typeof captureEncrypted>,

  'capture-ends-early': {
    title: 'Cuộc gọi còn tiếp diễn sau khi bản ghi kết thúc',
    why: () =>
      'Bản ghi không cho biết các cuộc gọi này kết thúc thế nào, nên những quy tắc cần phần kết thúc đều im lặng.',
    fix: () => [
      'Để việc bắt gói tin chạy đến khi các cuộc gọi cần xem kết thúc, và thêm 35 giây để các timer của SIP kịp ' +
        'hết hạn.',
    ],
    message: ({ count }) => `${count} cuộc gọi vẫn đang diễn ra khi bản ghi kết thúc.`,
  } satisfies RuleWords<typeof captureEndsEarly>,

  'capture-multi-hop': {
    title: 'Yêu cầu được thấy trên nhiều chặng',
    why: () => 'Cùng một yêu cầu ở trước và sau proxy là một yêu cầu: mỗi lỗi được nêu trên chặng mà nó bắt đầu.',
    fix: () => [
      'Không cần làm gì: khi bản ghi có nhiều chặng, có thể biết phần tử nào làm trễ, thay đổi hoặc làm mất bản tin.',
      'Nếu chỉ quan tâm một phía của proxy, hãy lọc theo địa chỉ của phía đó.',
    ],
    message: ({ conversations, paths, path }) =>
      `${conversations} lượt trao đổi được thấy trên nhiều chặng: ${path}` +
      (paths > SHOWN ? `, và ${paths - SHOWN} đường khác.` : '.'),
  } satisfies RuleWords<typeof captureMultiHop>,

  'capture-one-sided': {
    title: 'Chỉ bắt được một chiều',
    why: () => 'Phần thiếu ở đây có thể vẫn đã được gửi: mọi quy tắc về thiếu đáp ứng đều im lặng với các máy này.',
    fix: () => [
      'Bắt cả hai chiều: cả hai cổng của liên kết được mirror, mọi giao diện của máy ("any"), hoặc cả hai nhánh ' +
        'của tuyến bất đối xứng.',
      'Kiểm tra bộ lọc khi bắt: "src host" chỉ giữ một chiều, "host" giữ cả hai.',
    ],
    message: ({ pairs, client, server, missing, count, transactions }) =>
      `Trong ${transactions} yêu cầu từ ${client} tới ${server}, ` +
      (missing === 'answers'
        ? `${count} yêu cầu không có đáp ứng trong bản ghi này dù ${client} đi tiếp như thể đã được đáp ứng.`
        : `${count} yêu cầu chỉ lộ ra qua đáp ứng của chúng.`) +
      (pairs > 1 ? ` Có ${pairs} cặp máy như vậy.` : ''),
  } satisfies RuleWords<typeof captureOneSided>,

  'capture-signalling-only': {
    title: 'Báo hiệu không có media',
    why: () =>
      'Không thể nói gì về việc chỉ nghe một chiều, mất gói, jitter hay im lặng: những điều này cần gói tin RTP.',
    fix: () => [
      'Với câu hỏi về âm thanh, hãy bắt gói tin không lọc theo cổng trên một máy mà media đi qua: máy chủ media, ' +
        'SBC hoặc điện thoại.',
    ],
    message: ({ calls }) =>
      `${calls} cuộc gọi đã trả lời có SDP cho âm thanh hoặc video, nhưng bản ghi không chứa gói nào có thể là RTP.`,
    limits: () => 'Ở đây không thấy được media không được gửi, hay đã đi đường khác với điểm bắt gói tin.',
  } satisfies RuleWords<typeof captureSignallingOnly>,

  'capture-starts-mid-call': {
    title: 'Cuộc gọi bắt đầu trước bản ghi',
    why: () =>
      'Bản ghi không có những gì các cuộc gọi này thỏa thuận lúc đầu, nên những quy tắc cần đến chúng đều im lặng.',
    fix: () => [
      'Bắt đầu bắt gói tin trước các cuộc gọi cần xem, hoặc ghi xoay vòng nhiều tệp để giữ được lâu hơn về trước.',
    ],
    message: ({ count }) => `${count} cuộc gọi đang diễn ra khi bản ghi bắt đầu: INVITE đầu tiên không có ở đây.`,
  } satisfies RuleWords<typeof captureStartsMidCall>,

  'capture-truncated': {
    title: 'Bản ghi bị cắt mất phần',
    why: ({ messages }) =>
      messages > 0
        ? 'Trường tiêu đề và SDP sau chỗ cắt bị thiếu, nên các quy tắc về chúng đều im lặng.'
        : 'Những gì đến sau chỗ hỏng không có trong bản ghi.',
    fix: ({ messages, log, files }) => [
      ...(messages === 0
        ? []
        : log
          ? ['Tăng giới hạn độ dài của bộ ghi log, và chép trọn log: bản tin trong đó bị cắt.']
          : ['Bắt trọn gói tin: "tcpdump -s 0", không giới hạn độ dài gói trong Wireshark hay trên cổng mirror.']),
      ...(files > 0 ? ['Dừng chương trình đang ghi tệp trước khi chép, và kiểm tra đĩa không bị đầy.'] : []),
    ],
    message: ({ messages, files, path }) =>
      capitalize(
        [
          messages > 0 ? `${messages} bản tin SIP không có đầy đủ ở đây` : '',
          files === 1
            ? `tệp ${path} bị cắt hoặc hỏng`
            : files > 1
              ? `${files} tệp đầu vào bị cắt hoặc hỏng, đầu tiên là ${path}`
              : '',
        ]
          .filter((part) => part !== '')
          .join(', và ')
          .concat('.'),
      ),
  } satisfies RuleWords<typeof captureTruncated>,

  'non-sip-on-sip-port': {
    title: 'Gói tin trên cổng SIP mà không phải SIP',
    why: () =>
      'Có thứ khác dùng cổng của SIP, hoặc SIP được bọc hay nén theo cách không đọc được ở đây: khi đó các cuộc ' +
      'gọi của nó bị thiếu.',
    fix: ({ source, destination }) => [
      `Tìm hiểu ${source} gửi gì tới ${destination}: RTP sai cổng, đường hầm, SIP nén bằng SigComp, hoặc gói dò quét từ Internet.`,
      'Nếu không mong muốn, hãy chặn nó phía trước máy chủ SIP.',
    ],
    message: ({ input, packets, source, destination, frame }) =>
      `${packets} datagram UDP trong ${input} trên cổng 5060 hoặc 5061 không phải SIP, cũng không phải gói giữ kết nối, đầu tiên từ ${source} tới ${destination} (khung ${frame}).`,
  } satisfies RuleWords<typeof nonSipOnSipPort>,

  'parser-rejects': {
    title: 'Nội dung không đọc được như SIP',
    why: () => 'Những gì các nội dung này nói không nằm trong cuộc gọi nào của báo cáo.',
    fix: ({ frame, input }) => [
      `Xem khung ${frame} của ${input}: bên gửi bị lỗi, gói tin hỏng, hoặc thứ khác trông giống SIP.`,
      'Nếu đó là bản tin SIP hợp lệ, xin hãy báo lại: chương trình cần đọc được nó.',
    ],
    message: ({ count, input, frame }) =>
      count === 1
        ? `Một nội dung trong ${input} (khung ${frame}) bắt đầu giống SIP nhưng không có trường tiêu đề nào của SIP.`
        : `${count} nội dung trong ${input} bắt đầu giống SIP nhưng không có trường tiêu đề nào của SIP; đầu tiên ở khung ${frame}.`,
  } satisfies RuleWords<typeof parserRejects>,
};
