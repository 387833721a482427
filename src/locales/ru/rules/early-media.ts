/** Rules on early media. */
import type { RuleWords } from '../../../rules/define.ts';
import type { earlyMediaSdpMissing } from '../../../rules/early-media/early-media-sdp-missing.ts';
import type { ringbackAmbiguous } from '../../../rules/early-media/ringback-ambiguous.ts';
import { duration, later } from '../phrases.ts';

export const earlyMedia = {
  'early-media-sdp-missing': {
    title: 'Early media без SDP',
    why: ({ kind }) =>
      kind === 'played'
        ? 'Услышит ли их вызывающий, решает его телефон: многие отбрасывают медиа или не знают их кодека, пока не пришло SDP.'
        : kind === 'silent'
          ? 'Вызывающий, скорее всего, слышит тишину: без SDP нет early media, а без 180 телефон не проигрывает гудков.'
          : 'Без SDP вызывающий не может принять early media: вместо тона или сообщения он слышит собственные гудки или ничего.',
    fix: ({ kind, server, origin, status }) => [
      kind === 'stripped'
        ? `Пусть ${server} передаёт SDP предварительных ответов дальше (оно пришло от ${origin}).`
        : kind === 'announced'
          ? `Пусть ${server} помещает SDP своих early media в ${status} или не отправляет P-Early-Media.`
          : `Пусть ${server} отправляет 180, пока звонит вызываемый, или помещает SDP своих early media в 183.`,
      ...(kind === 'stripped'
        ? []
        : ['Если перед ним стоит SBC, проверьте, что тот передаёт SDP предварительных ответов дальше.']),
      'Пусть вызывающая сторона проигрывает гудки, если early media не приходят (RFC 3960 §3.2).',
    ],
    message: ({ kind, status, server, direction, waited, played, final, origin }) =>
      ({
        announced: `${server} объявил в ${status} early media (P-Early-Media: ${direction}), но SDP с ним не пришло.`,
        silent: `${server} отправил ${status} без SDP и не отправил 180: никакого тона в течение ${duration(waited)}, до ${final}.`,
        played: `Медиа от ${server} пришли через ${duration(played)} после его ${status} без SDP и за ${duration(waited - played)} до ${final}: никакое SDP их не объявляло.`,
        stripped: `${origin} отправил свой ${status} с SDP, а ${server} передал его дальше без SDP.`,
      })[kind],
    limits: ({ kind }) =>
      kind === 'silent' ? 'Телефон, который сам проигрывает гудки по 183, скрывает это от своего пользователя.' : '',
  } satisfies RuleWords<typeof earlyMediaSdpMissing>,
  'ringback-ambiguous': {
    title: 'Early media или гудки: вопрос оставлен открытым',
    why: ({ kind, apart }) =>
      kind === 'unplayed' && apart === 0
        ? 'До ответа вызывающий ничего не слышит: его телефон ждёт early media, объявленных в SDP, и многие кладут трубку.'
        : 'Телефоны понимают это по-разному: одни остаются на early media, другие проигрывают свои гудки. Если early media молчат, вызывающий не слышит ничего или слышит смесь.',
    fix: ({ kind, server, status }) => [
      ...(kind === 'unplayed'
        ? [
            `Пусть ${server} проигрывает тон, как только отправил SDP, или отправляет 180 без SDP, если тона никто не проигрывает.`,
          ]
        : []),
      'Пусть вызывающая сторона следует RFC 3960: после 180 проигрывает гудки, если медиа на деле не приходят.',
      `Если ${server} сам тонов не передаёт, удаляйте по пути SDP из его ${status}.`,
      'Внутри доверенной сети пусть P-Early-Media (RFC 5009) указывает, кто проигрывает.',
    ],
    message: ({ kind, server, status, apart, silence }) =>
      kind === 'both'
        ? `${server} открыл early media ответом ${status} и ${later(apart)} отправил 180 без SDP: кто проигрывает гудки, решает телефон.`
        : `${server} открыл early media ответом ${status}, и за ${duration(silence)} до окончательного ответа не пришло ни одного их пакета` +
          (apart > 0 ? `; его 180 без SDP пришёл через ${duration(apart)} после ${status}.` : '.'),
    limits: ({ kind }) =>
      kind === 'both'
        ? 'Слышал ли вызывающий тон, зависит от early media и от телефона.'
        : 'Телефон, который проигрывает свои гудки, пока медиа не приходят (RFC 3960 §3.2), скрывает это от пользователя.',
  } satisfies RuleWords<typeof ringbackAmbiguous>,
};
