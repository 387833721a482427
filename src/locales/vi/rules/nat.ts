/** Words of the rules about NAT. */
import type { ArgsOf, RuleWords } from '../../../rules/define.ts';
import type { contactUnroutable } from '../../../rules/nat/contact-unroutable.ts';
import type { responseMisrouted } from '../../../rules/nat/response-misrouted.ts';
import type { sdpPrivateAddress } from '../../../rules/nat/sdp-private-address.ts';
import type { sipAlgInterference } from '../../../rules/nat/sip-alg-interference.ts';

type Sign = ArgsOf<typeof sipAlgInterference>['signs'][number];

function signName({ kind, bytes, addresses }: Sign): string {
  return {
    via: 'Via có địa chỉ công cộng còn Contact có địa chỉ riêng',
    contact: 'Via và Contact có địa chỉ công cộng, Call-ID vẫn có địa chỉ riêng',
    origin: 'c= có địa chỉ công cộng còn o= vẫn có địa chỉ riêng',
    rtcp: 'c= có địa chỉ công cộng còn a=rtcp vẫn có địa chỉ riêng',
    length: `Content-Length sai lệch ${bytes} byte, đúng bằng mức ${addresses} địa chỉ thay đổi độ dài`,
  }[kind];
}

export const nat = {
  'contact-unroutable': {
    title: 'Contact không tới được',
    why: ({ outcome, carrier }) =>
      outcome === 'failed' || outcome === 'unacked'
        ? 'Yêu cầu trong cuộc gọi không đến nơi: từ phía kia không thể xác nhận, thay đổi hay kết thúc cuộc gọi, và nó treo hoặc rớt.'
        : carrier === 'REGISTER'
          ? 'Cuộc gọi tới thiết bị này thất bại trừ khi máy chủ đăng ký gửi chúng tới nơi bản đăng ký đến từ.'
          : 'Yêu cầu của phía kia (ACK, BYE, giữ máy) sẽ không đến nơi trừ khi phía kia gửi chúng tới nơi bản tin này đến từ.',
    fix: ({ kind, sender, other }) =>
      kind === 'private'
        ? [
            `Cho ${other} gửi tới nơi bản tin thật sự đến từ (rewrite_contact=yes trong Asterisk PJSIP, fix_nated_contact trong Kamailio và OpenSIPS, set_contact_alias trong Kamailio, aggressive-nat-detection trong FreeSWITCH).`,
            `Hoặc cho ${sender} biết địa chỉ công cộng của nó (external_signaling_address trong Asterisk PJSIP, ext-sip-ip trong FreeSWITCH, STUN hoặc outbound (RFC 5626) trên điện thoại).`,
          ]
        : [
            `Đặt địa chỉ mà ${sender} ghi vào Contact: tên máy của chính nó có lẽ không phân giải được ở nơi khác.`,
            `Trên máy có nhiều mạng hoặc trong container, gắn SIP vào địa chỉ mà ${other} tới được.`,
          ],
    message: ({ kind, outcome, sender, other, carrier, contact, request }) => {
      const what = {
        private: `${contact}, một địa chỉ riêng`,
        loopback: `${contact}, vô nghĩa với máy khác`,
        name: `${contact}, một tên không có tên miền`,
        invalid: `${contact}, không chỉ máy nào`,
      }[kind];
      const then = {
        failed: `${request} mà ${other} gửi tới đó không đến đâu`,
        unacked: `không có ACK nào của ${other} đến, và ${carrier} bị lặp lại`,
        untried: `${other} không gửi được yêu cầu tới đó`,
      }[outcome];
      return `Contact trong ${carrier} của ${sender} là ${what}: ${then}.`;
    },
    limits: ({ outcome, aware }) =>
      outcome === 'untried'
        ? aware
          ? 'Máy chủ đã thấy việc chuyển đổi địa chỉ (received trong Via) và rất có thể gửi tới địa chỉ thật.'
          : 'Bản ghi không cho biết máy chủ có giữ đường về máy khách hay không.'
        : '',
  } satisfies RuleWords<typeof contactUnroutable>,

  'response-misrouted': {
    title: 'Đáp ứng gửi sai chỗ',
    why: ({ repeats }) =>
      repeats > 0
        ? 'Máy khách không thấy đáp ứng: nó lặp lại yêu cầu rồi bỏ cuộc, dù máy chủ vẫn hoạt động.'
        : 'Sau NAT hoặc tường lửa, đáp ứng như vậy không đến nơi; nó chỉ chạy được khi mọi cổng đều mở.',
    fix: ({ kind, client, server }) =>
      ({
        port: [
          `Cho ${server} tuân theo rport (force_rport=yes trong Asterisk PJSIP, force_rport trong Kamailio và OpenSIPS, NDLB-force-rport trong FreeSWITCH).`,
          `Nếu có bộ cân bằng tải trước ${server}, cho nó giữ nguyên cổng nguồn của máy khách.`,
        ],
        'no-rport': [
          `Bật rport trên ${client} (RFC 3581), để đáp ứng quay về qua ánh xạ NAT của nó.`,
          `Cho ${server} luôn trả về cổng nguồn (force_rport).`,
        ],
        source: [
          `Cho ${server} gửi đáp ứng từ đúng địa chỉ và cổng mà yêu cầu đã đến; trên máy có nhiều địa chỉ, gắn SIP vào một địa chỉ.`,
          'Nếu bộ cân bằng tải phân phối yêu cầu, hãy gửi đáp ứng về qua nó.',
        ],
        address: [
          `Cho ${server} thêm received và trả về nguồn của yêu cầu (RFC 3261 §18.2.2); trên phần lớn máy chủ, force_rport làm cả hai.`,
          `Hoặc cho ${client} ghi vào Via địa chỉ mà ${server} tới được.`,
        ],
      })[kind],
    message: ({ kind, method, status, client, server, actual, repeats }) => {
      const unseen = repeats > 0 ? `; sau đó máy khách lặp lại yêu cầu ${repeats} lần` : '';
      return {
        port: `${server} gửi ${status} cho ${method} tới ${actual}, dù rport yêu cầu gửi tới ${client}${unseen}.`,
        'no-rport': `${server} gửi ${status} cho ${method} tới ${actual}, cổng trong Via, không phải tới ${client}${unseen}.`,
        source: `${status} cho ${method} của ${client} rời đi từ ${actual} thay vì ${server}, nơi yêu cầu đã đến${unseen}.`,
        address: `${server} gửi ${status} cho ${method} tới ${actual}, máy nêu trong Via, không phải tới ${client}${unseen}.`,
      }[kind];
    },
    limits: ({ repeats }) =>
      repeats > 0
        ? ''
        : 'Bản ghi không cho biết máy khách có nhận được đáp ứng hay không; việc chuyển đổi địa chỉ sau điểm bắt gói tin có thể trông như vậy.',
  } satisfies RuleWords<typeof responseMisrouted>,

  'sdp-private-address': {
    title: 'Địa chỉ media riêng trong SDP',
    why: ({ rtp }) =>
      rtp === 'answered'
        ? 'Âm thanh vẫn có vì phía kia bỏ qua địa chỉ đó; gặp phía tin vào nó thì phía này không nghe gì.'
        : rtp === 'astray'
          ? 'Những gì gửi tới địa chỉ đó đều mất: phía này không nghe gì.'
          : 'Media gửi tới địa chỉ đó bị mất nên phía này không nghe gì, trừ khi phía kia bỏ qua SDP và trả về nơi ' +
            'media đến từ.',
    fix: ({ kind, sender, other, seenAs }) => [
      kind === 'loopback'
        ? `Gắn ${sender} vào địa chỉ mạng của nó: tên máy của nó có lẽ phân giải ra 127.0.0.1 hoặc 127.0.1.1.`
        : `Cho ${sender} biết địa chỉ công cộng của nó${seenAs === '' ? '' : ` (${seenAs})`}: external_media_address cùng local_net trong Asterisk PJSIP, ext-rtp-ip trong FreeSWITCH, STUN hoặc ICE trên điện thoại.`,
      `Cho ${other} chuyển tiếp media của máy khách sau NAT và trả về nguồn thật của nó (rtp_symmetric, comedia, rtpengine), kể cả trong 183, PRACK, UPDATE và ACK.`,
      'Nếu có router với SIP ALG ở giữa, hãy tắt ALG: nó thường đổi Contact mà quên SDP.',
    ],
    message: ({ kind, sender, other, carrier, media, address, port, seenAs, rtp, packets }) =>
      ({
        outside: `${carrier} từ ${sender} muốn nhận ${media} ở ${address} cổng ${port}, một địa chỉ riêng mà ${other} không tới được.`,
        inside: `${carrier} từ ${sender} muốn nhận ${media} ở ${address} cổng ${port}, còn ${other} thấy bên gửi là ${seenAs}.`,
        loopback: `${carrier} từ ${sender} muốn nhận ${media} ở ${address} cổng ${port}, nơi không máy nào khác tới được.`,
      })[kind] +
      {
        astray: ` ${packets} gói RTP đã đi tới đó.`,
        answered: ' Phía kia gửi tới nơi media của nó thật sự đến từ.',
        unknown: '',
      }[rtp],
    limits: ({ kind, rtp }) =>
      rtp !== 'unknown'
        ? ''
        : kind === 'inside'
          ? 'Bản ghi được bắt trong mạng riêng: thiết bị trên đường đi có thể sửa lại địa chỉ, và phía kia có thể trả về nguồn thật của media.'
          : 'Bản tin SIP không cho biết phía kia có trả về nguồn thật của media (RTP đối xứng) hay không.',
  } satisfies RuleWords<typeof sdpPrivateAddress>,

  'sip-alg-interference': {
    title: 'Bản tin bị router viết lại nửa vời (SIP ALG)',
    why: ({ length }) =>
      length
        ? 'Máy chủ cắt thân ở sai byte hoặc từ chối bản tin: cuộc gọi thất bại hoặc mất dòng media.'
        : 'Máy chủ không thấy NAT nên không xử lý, và nửa bị quên không dẫn tới đâu: chỉ nghe một chiều, cuộc gọi không tới được hoặc không kết thúc được.',
    fix: ({ client, inside }) => [
      `Tắt SIP ALG (còn gọi là SIP helper, fixup hoặc inspection) trên router có ${client} ở phía ngoài và ${inside} ở phía trong.`,
      'Nếu router không làm được, hãy dùng TLS hoặc cổng khác 5060, nơi ALG của nó không xem.',
      'Sau đó để máy chủ xử lý NAT: rport, RTP đối xứng và gói giữ kết nối.',
    ],
    message: ({ method, client, signs }) =>
      `Có thứ ở giữa đã viết lại một phần ${method} của ${client}: ${signs.map(signName).join('; ')}.`,
    limits: () =>
      'Điện thoại hoặc PBX chỉ được cho biết một trong các địa chỉ công cộng của nó có thể trông cũng như vậy.',
  } satisfies RuleWords<typeof sipAlgInterference>,
};
