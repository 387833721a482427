/** Words of the rules about who is calling and who may know it. */
import { clip } from '../../../rules/clip.ts';
import type { RuleWords } from '../../../rules/define.ts';
import type { identityHeaderConflict } from '../../../rules/identity/identity-header-conflict.ts';
import type { privacyLeak } from '../../../rules/identity/privacy-leak.ts';

/** The values of one message may fill a page. */
const LONGEST = 120;

export const identity = {
  'identity-header-conflict': {
    title: 'Bên gọi được nêu khác nhau trong nhiều trường tiêu đề',
    why: ({ kind, status }) =>
      kind === 'values'
        ? 'Bên nhận lấy giá trị nào tùy ý, hoặc bỏ tất cả: bên được gọi thấy số sai hoặc không thấy số nào.'
        : `Nhà mạng đối chiếu một trong các trường này với các số của trunk: nếu họ đối chiếu số sai thì điều đó giải thích ${status}.`,
    fix: ({ kind, sender }) =>
      kind === 'values'
        ? [
            `Cho ${sender} gửi một P-Asserted-Identity, hoặc một URI sip và một URI tel: thường PBX và SBC mỗi bên tự thêm giá trị của mình.`,
          ]
        : [
            `Đặt một số của trunk vào trường mà nhà mạng đối chiếu, thường là P-Asserted-Identity, trên ${sender}.`,
            'Kiểm tra xem có phải cả PBX và SBC đều đặt số gọi hay không.',
          ],
    message: ({ kind, sender, server, status, callers, count }) =>
      kind === 'values'
        ? `INVITE của ${sender} có ${count} giá trị P-Asserted-Identity (${clip(callers.map(({ value }) => value).join(', '), LONGEST)}); chỉ được có một, hoặc một URI sip và một URI tel.`
        : `INVITE của ${sender}, bị ${server} từ chối bằng ${status}, nêu các bên gọi khác nhau: ${callers.map(({ field, value }) => `${field} ${value}`).join(', ')}.`,
    limits: ({ kind }) => (kind === 'numbers' ? 'Việc từ chối có thể vì lý do khác; máy chủ không cho biết.' : ''),
  } satisfies RuleWords<typeof identityHeaderConflict>,

  'privacy-leak': {
    title: 'Thông tin riêng tư ra khỏi mạng',
    why: ({ kind }) =>
      kind === 'topology'
        ? 'Người ngoài biết được địa chỉ của các máy chủ nội bộ.'
        : 'Phía kia thấy được ai gọi dù bên gọi đã giấu số.',
    fix: ({ kind, sender, receiver, field }) =>
      ({
        left: [
          `Cũng bỏ hoặc thay ${field} trong cấu hình quyền riêng tư của ${sender} về phía ${receiver}.`,
          'Kiểm tra cả các chỗ khác: Contact, Call-ID, History-Info và dòng o= của SDP.',
        ],
        asserted: [
          `Nếu không tin ${receiver} sẽ giấu số, hãy đánh dấu nó là không tin cậy trên ${sender}: khi đó ${field} bị bỏ ra (trust_id_outbound=no trong Asterisk PJSIP, cấu hình quyền riêng tư của SBC).`,
          'Không cần đổi gì nếu hợp đồng với nhà mạng đòi danh tính này.',
        ],
        contact: [
          `Cho ${sender} không ghi số vào Contact khi bên gọi giấu số: dùng tên trunk, hoặc anonymous.`,
          'Không cần đổi gì nếu next hop được tin cậy và thay Contact.',
        ],
        topology: [
          `Bật che giấu cấu trúc mạng (topology hiding) trên ${sender} về phía ${receiver}, nếu cần giữ kín các địa chỉ này.`,
        ],
      })[kind],
    message: ({ kind, sender, receiver, field, value }) =>
      ({
        left: `${sender} đã gỡ P-Asserted-Identity khỏi INVITE tới ${receiver} vì bên gọi muốn giấu danh tính, nhưng để lại số trong ${field} (${value}).`,
        asserted: `INVITE từ ${sender} tới ${receiver} yêu cầu giấu danh tính mà vẫn mang danh tính bên gọi trong ${field} (${value}).`,
        contact: `INVITE từ ${sender} tới ${receiver} giấu bên gọi trong From nhưng để lộ số trong Contact (${value}).`,
        topology: `INVITE từ ${sender} tới ${receiver} để lộ địa chỉ nội bộ trong ${field} (${value}).`,
      })[kind],
    limits: ({ kind, receiver }) =>
      kind === 'left' ? '' : `Bản ghi không cho biết ${receiver} có thuộc mạng tin cậy hay không.`,
  } satisfies RuleWords<typeof privacyLeak>,
};
