/** Rules on NAT. */
import type { ArgsOf, RuleWords } from '../../../rules/define.ts';
import type { contactUnroutable } from '../../../rules/nat/contact-unroutable.ts';
import type { responseMisrouted } from '../../../rules/nat/response-misrouted.ts';
import type { sdpPrivateAddress } from '../../../rules/nat/sdp-private-address.ts';
import type { sipAlgInterference } from '../../../rules/nat/sip-alg-interference.ts';
import { count, plural, times } from '../phrases.ts';

function signName({ kind, bytes, addresses }: ArgsOf<typeof sipAlgInterference>['signs'][number]): string {
  return {
    via: 'в Via публичный адрес, а в Contact частный',
    contact: 'в Via и Contact публичный адрес, а в Call-ID ещё частный',
    origin: 'в c= публичный адрес, а в o= ещё частный',
    rtcp: 'в c= публичный адрес, а в a=rtcp ещё частный',
    length: `Content-Length ошибочен на ${count(bytes, 'байт', 'байта', 'байт')}, ровно на столько изменилась длина ${count(addresses, 'адреса', 'адресов', 'адресов')}`,
  }[kind];
}

export const nat = {
  'contact-unroutable': {
    title: 'Contact, который недоступен',
    why: ({ outcome, carrier }) =>
      outcome === 'failed' || outcome === 'unacked'
        ? 'Запросы внутри вызова не доходят: другая сторона не может его подтвердить, изменить или завершить, и он зависает или обрывается.'
        : carrier === 'REGISTER'
          ? 'Вызовы на это устройство не проходят, если регистратор не отправляет их туда, откуда пришла регистрация.'
          : 'Запросы другой стороны (ACK, BYE, удержание) не дойдут, если она не отправляет их туда, откуда пришло это сообщение.',
    fix: ({ kind, sender, other }) => [
      kind === 'private'
        ? `Пусть ${other} отправляет туда, откуда сообщения приходят на деле (rewrite_contact=yes в Asterisk PJSIP, fix_nated_contact в Kamailio и OpenSIPS, set_contact_alias в Kamailio, aggressive-nat-detection в FreeSWITCH).`
        : `Задайте адрес, который ${sender} пишет в свой Contact: вероятно, его имя узла в других местах не разрешается.`,
      kind === 'private'
        ? `Или сообщите ${sender} его публичный адрес (external_signaling_address в Asterisk PJSIP, ext-sip-ip в FreeSWITCH, STUN или outbound (RFC 5626) в телефоне).`
        : `На узле с несколькими сетями или в контейнере привяжите SIP к адресу, доступному для ${other}.`,
    ],
    message: ({ kind, outcome, sender, other, carrier, contact, request }) => {
      const what = {
        private: `${contact}, частный адрес`,
        loopback: `${contact}, который для другого узла ничего не значит`,
        name: `${contact}, имя без домена`,
        invalid: `${contact}, который не обозначает никакого узла`,
      }[kind];
      const then = {
        failed: `${request}, отправленный на него узлом ${other}, никуда не дошёл`,
        unacked: `ACK от ${other} не пришёл, и ${carrier} повторялся`,
        untried: `${other} не может отправлять на него запросы`,
      }[outcome];
      return `Contact в ${carrier} от ${sender} — ${what}: ${then}.`;
    },
    limits: ({ outcome, aware }) =>
      outcome === 'untried'
        ? aware
          ? 'Сервер видел преобразование адреса (received в Via) и вполне может отправлять на настоящий адрес.'
          : 'Помнит ли сервер обратный путь к клиенту, в трассировке не видно.'
        : '',
  } satisfies RuleWords<typeof contactUnroutable>,
  'response-misrouted': {
    title: 'Ответ отправлен не туда',
    why: ({ repeats }) =>
      repeats > 0
        ? 'Клиент не видит ответа: он повторяет запрос и сдаётся, хотя сервер работает.'
        : 'За NAT или межсетевым экраном такой ответ не доходит; это работает только там, где открыт каждый порт.',
    fix: ({ kind, client, server }) =>
      ({
        port: [
          `Пусть ${server} соблюдает rport (force_rport=yes в Asterisk PJSIP, force_rport в Kamailio и OpenSIPS, NDLB-force-rport в FreeSWITCH).`,
          `Если перед ${server} стоит балансировщик, пусть он сохраняет исходный порт клиента.`,
        ],
        'no-rport': [
          `Включите rport в ${client} (RFC 3581), чтобы ответы возвращались через его привязку NAT.`,
          `Пусть ${server} в любом случае отвечает на исходный порт (force_rport).`,
        ],
        source: [
          `Пусть ${server} отправляет ответы с того адреса и порта, на который пришёл запрос; на узле с несколькими адресами привяжите SIP к одному из них.`,
          'Если запросы распределяет балансировщик, отправляйте ответы обратно через него.',
        ],
        address: [
          `Пусть ${server} добавляет received и отвечает на источник запроса (RFC 3261 §18.2.2); на большинстве серверов force_rport делает и то и другое.`,
          `Или пусть ${client} пишет в свой Via адрес, доступный для ${server}.`,
        ],
      })[kind],
    message: ({ kind, method, status, client, server, actual, repeats }) => {
      const unseen = repeats > 0 ? `; после него клиент повторил запрос ${times(repeats)}` : '';
      return {
        port: `${server} отправил свой ${status} на ${method} на ${actual}, хотя rport просит отправить его на ${client}${unseen}.`,
        'no-rport': `${server} отправил свой ${status} на ${method} на ${actual}, порт из Via, а не на ${client}${unseen}.`,
        source: `${status} на ${method} от ${client} ушёл с ${actual}, а не с ${server}, куда пришёл запрос${unseen}.`,
        address: `${server} отправил свой ${status} на ${method} на ${actual}, узел из Via, а не на ${client}${unseen}.`,
      }[kind];
    },
    limits: ({ repeats }) =>
      repeats > 0
        ? ''
        : 'Получил ли клиент ответ, в трассировке не видно; так может выглядеть преобразование адресов после точки захвата.',
  } satisfies RuleWords<typeof responseMisrouted>,
  'sdp-private-address': {
    title: 'Частный адрес медиа в SDP',
    why: ({ rtp }) =>
      rtp === 'answered'
        ? 'Звук есть, потому что другая сторона не смотрит на этот адрес; с той, которая ему верит, эта не услышит ничего.'
        : rtp === 'astray'
          ? 'Всё, что отправлено на этот адрес, теряется: эта сторона ничего не слышит.'
          : 'Медиа, отправленные на этот адрес, теряются, и эта сторона ничего не слышит, если только другая не игнорирует SDP и не отвечает туда, откуда приходят медиа.',
    fix: ({ kind, sender, other, seenAs }) => [
      kind === 'loopback'
        ? `Привяжите ${sender} к его сетевому адресу: вероятно, его имя узла разрешается в 127.0.0.1 или 127.0.1.1.`
        : `Сообщите ${sender} его публичный адрес${seenAs === '' ? '' : ` (${seenAs})`}: external_media_address с local_net в Asterisk PJSIP, ext-rtp-ip в FreeSWITCH, STUN или ICE в телефоне.`,
      `Пусть ${other} ретранслирует медиа клиентов за NAT и отвечает на их настоящий источник (rtp_symmetric, comedia, rtpengine), в том числе в 183, PRACK, UPDATE и ACK.`,
      'Если между ними стоит маршрутизатор с SIP ALG, отключите ALG: он часто меняет Contact и забывает SDP.',
    ],
    message: ({ kind, sender, other, carrier, media, address, port, seenAs, rtp, packets }) =>
      ({
        outside: `${carrier} от ${sender} просит отправлять ${media} на ${address}, порт ${port}: частный адрес, недоступный для ${other}.`,
        inside: `${carrier} от ${sender} просит отправлять ${media} на ${address}, порт ${port}, а ${other} видит отправителя как ${seenAs}.`,
        loopback: `${carrier} от ${sender} просит отправлять ${media} на ${address}, порт ${port}, куда не попадёт ни один другой узел.`,
      })[kind] +
      {
        astray: ` Туда ${plural(packets, 'ушёл', 'ушло', 'ушло')} ${count(packets, 'пакет', 'пакета', 'пакетов')} RTP.`,
        answered: ' Другая сторона отправляет туда, откуда её медиа приходят на деле.',
        unknown: '',
      }[rtp],
    limits: ({ kind, rtp }) =>
      rtp !== 'unknown'
        ? ''
        : kind === 'inside'
          ? 'Захват сделан внутри частной сети: устройство на пути может исправить адрес, а дальняя сторона может отвечать на настоящий источник медиа.'
          : 'Отвечает ли другая сторона на настоящий источник медиа (symmetric RTP), из сообщений SIP не видно.',
  } satisfies RuleWords<typeof sdpPrivateAddress>,
  'sip-alg-interference': {
    title: 'Сообщение, наполовину переписанное маршрутизатором (SIP ALG)',
    why: ({ length }) =>
      length
        ? 'Сервер обрезает тело не на том байте или отвергает сообщение: вызовы не удаются или теряют строку медиа.'
        : 'Сервер не видит NAT и не обходит его, а забытая половина ведёт в никуда: односторонняя слышимость, вызовы, до которых не дозвониться или которые не завершить.',
    fix: ({ client, inside }) => [
      `Отключите SIP ALG (называется также SIP helper, fixup или inspection) на маршрутизаторе, у которого снаружи ${client}, а внутри ${inside}.`,
      'Если маршрутизатор этого не умеет, используйте TLS или порт, отличный от 5060, на который его ALG не смотрит.',
      'Затем пусть NAT обрабатывает сервер: rport, symmetric RTP и keep-alive.',
    ],
    message: ({ method, client, signs }) =>
      `Нечто на пути частично переписало ${method} от ${client}: ${signs.map(signName).join('; ')}.`,
    limits: () => 'Так же может выглядеть телефон или АТС, которым сообщили лишь один из их публичных адресов.',
  } satisfies RuleWords<typeof sipAlgInterference>,
};
