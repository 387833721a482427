/**
 * What five well-known comparison pages tell of their codes (../shared/seeds: 183 and 600, 100 and 600, 183 and 503, 100 and
 * 603, 302 and 600), fact by fact, under keys of ours: `explain A B` must tell each of them, in every language. Facts, not
 * sentences: a pattern says how a language tells one.
 *
 * One remark of those pages is left out because it is wrong: that 100 is the dial tone of SIP. Dial tone comes before the
 * number is dialled; 100 comes after, and nobody hears it.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { languages, localeOf } from '../../src/locales/languages.ts';
import { markdown } from '../../src/reporters/pages/markdown.ts';

type Patterns = Readonly<Record<'en' | 'fr' | 'vi' | 'ru', RegExp>>;

/** Facts of single codes. */
const facts = {
  '100 is provisional': {
    en: /100 is provisional/,
    fr: /100 est provisoire/,
    vi: /100 là đáp ứng tạm/,
    ru: /100 — предварительный/,
  },
  '100 is of class 1xx': { en: /100: 1xx/, fr: /100 : 1xx/, vi: /100: 1xx/, ru: /100: 1xx/ },
  '100: the next hop has the request': {
    en: /next hop has received the request/,
    fr: /saut suivant a reçu la requête/,
    vi: /Next hop đã nhận yêu cầu/,
    ru: /Следующий узел получил запрос/,
  },
  '100: it is worked on, nobody says how': {
    en: /is working on it/,
    fr: /et la traite/,
    vi: /và đang xử lý/,
    ru: /обрабатывает его/,
  },
  '100: more responses must follow': {
    en: /further responses must follow/,
    fr: /d’autres réponses doivent suivre/,
    vi: /sẽ còn đáp ứng khác/,
    ru: /должны последовать другие ответы/,
  },
  '100: comes right after the INVITE': {
    en: /few milliseconds after it was sent/,
    fr: /quelques millisecondes après son envoi/,
    vi: /vài mili giây sau khi gửi/,
    ru: /через несколько миллисекунд после отправки/,
  },
  '100: a proxy looks for the callee': {
    en: /a proxy looks for the callee/,
    fr: /un proxy cherche l’appelé/,
    vi: /proxy tìm bên được gọi/,
    ru: /прокси ищет вызываемого/,
  },
  '100: nothing to fix': {
    en: /100: Nothing to fix/,
    fr: /100 : Rien à corriger/,
    vi: /100: Không cần sửa gì/,
    ru: /100: Исправлять нечего/,
  },
  '100: when stuck, check the connection': {
    en: /100 stays alone .* check the connection/,
    fr: /100 reste seul .* vérifiez la connexion/,
    vi: /chỉ có 100 .* kiểm tra kết nối/,
    ru: /100 остаётся единственным .* проверьте связь/,
  },
  '100: when stuck, check the proxy’s configuration': {
    en: /routes configured in its proxy/,
    fr: /routes configurées dans son proxy/,
    vi: /cấu hình định tuyến của proxy/,
    ru: /маршруты в настройках его прокси/,
  },

  '183 is provisional': {
    en: /183 is provisional/,
    fr: /183 est provisoire/,
    vi: /183 là đáp ứng tạm/,
    ru: /183 — предварительный/,
  },
  '183 is of class 1xx': { en: /183: 1xx/, fr: /183 : 1xx/, vi: /183: 1xx/, ru: /183: 1xx/ },
  '183: progress that no other code describes': {
    en: /progress that no other code describes/,
    fr: /progresse d’une façon qu’aucun autre code ne décrit/,
    vi: /tiến triển theo cách mà không mã nào khác mô tả/,
    ru: /продвигается так, как не описывает ни один другой код/,
  },
  '183: early media by its SDP': {
    en: /With SDP in it, the media path opens before the answer/,
    fr: /Avec un SDP, le chemin média s’ouvre avant le décroché/,
    vi: /Khi có SDP, đường media mở trước khi trả lời/,
    ru: /есть SDP, медиатракт открывается ещё до ответа/,
  },
  '183: ringing tones and announcements': {
    en: /play ringing tone or an announcement/,
    fr: /jouer une tonalité ou une annonce/,
    vi: /phát hồi âm chuông hoặc thông báo/,
    ru: /передать гудки или сообщение/,
  },
  '183: met on calls to the PSTN': {
    en: /calls to the PSTN/,
    fr: /appels vers le RTC/,
    vi: /cuộc gọi tới PSTN/,
    ru: /вызовах в ТфОП/,
  },
  '183: nothing to fix, it only informs': {
    en: /183: Nothing to fix by itself/,
    fr: /183 : Rien à corriger en soi/,
    vi: /183: Bản thân nó không cần sửa gì/,
    ru: /183: Сам по себе он исправления не требует/,
  },
  '183: without audio, check the codec': {
    en: /hears nothing, check that 183 carries SDP with a codec of the offer/,
    fr: /n’entend rien, vérifiez que le 183 porte un SDP avec un codec de l’offre/,
    vi: /không nghe gì, kiểm tra 183 có mang SDP với codec thuộc offer/,
    ru: /ничего не слышит, проверьте, что в 183 есть SDP с кодеком из предложения/,
  },
  '183: without audio, check what the device does with the SDP': {
    en: /the calling device acts on it/,
    fr: /le terminal appelant en tient compte/,
    vi: /thiết bị gọi có xử lý SDP đó/,
    ru: /устройство вызывающего его обрабатывает/,
  },

  '302 is of class 3xx, redirection': {
    en: /302: 3xx, redirection/,
    fr: /302 : 3xx, redirection/,
    vi: /302: 3xx, chuyển hướng/,
    ru: /302: 3xx, перенаправление/,
  },
  '302: the callee is elsewhere for a while': {
    en: /For now the call should be sent/,
    fr: /Pour le moment, l’appel doit être envoyé/,
    vi: /Tạm thời nên gửi cuộc gọi/,
    ru: /Пока что вызов следует направлять/,
  },
  '302: try the address in Contact': {
    en: /to the address in Contact/,
    fr: /à l’adresse du Contact/,
    vi: /tới địa chỉ trong Contact/,
    ru: /на адрес из Contact/,
  },
  '302: keep the original address for later calls': {
    en: /the address that was called stays the right one for later calls/,
    fr: /l’adresse appelée reste la bonne pour les appels suivants/,
    vi: /địa chỉ đã gọi vẫn dùng cho các cuộc gọi sau/,
    ru: /для следующих вызовов остаётся прежний адрес/,
  },
  '302: met when the user is away or at another device': {
    en: /whose user is elsewhere for a while/,
    fr: /d’usagers absents pour un temps/,
    vi: /của người tạm thời ở nơi khác/,
    ru: /которые временно в другом месте/,
  },
  '302: redirect this call only': {
    en: /to the Contact for this call only/,
    fr: /au Contact pour cet appel seulement/,
    vi: /Chỉ để riêng cuộc gọi này đi tới Contact/,
    ru: /По адресу из Contact должен пойти только этот вызов/,
  },

  '503 is of class 5xx, server failure': {
    en: /503: 5xx, server failure/,
    fr: /503 : 5xx, échec du serveur/,
    vi: /503: 5xx, máy chủ lỗi/,
    ru: /503: 5xx, сбой сервера/,
  },
  '503 is final': { en: /503 is final/, fr: /503 est final/, vi: /503 là đáp ứng cuối/, ru: /503 — окончательный/ },
  '503: cannot work now': {
    en: /cannot handle requests now/,
    fr: /ne peut pas traiter de requêtes maintenant/,
    vi: /hiện không xử lý được yêu cầu/,
    ru: /сейчас не может обслуживать запросы/,
  },
  '503: overload or maintenance': {
    en: /overload, maintenance/,
    fr: /surcharge, maintenance/,
    vi: /quá tải, bảo trì/,
    ru: /перегрузки, работ/,
  },
  '503: Retry-After says when to try again': {
    en: /with Retry-After leave this one alone for that time/,
    fr: /avec Retry-After, laisser celui-ci tranquille pendant ce délai/,
    vi: /nếu có Retry-After thì để yên máy này trong thời gian đó/,
    ru: /при Retry-After не трогать этот указанное время/,
  },
  '503: met with limits of rate': {
    en: /call-rate limit/,
    fr: /limite de licence ou de débit d’appels/,
    vi: /tốc độ cuộc gọi/,
    ru: /частоты вызовов/,
  },
  '503: met in peaks of traffic': {
    en: /at peak times/,
    fr: /aux heures de pointe/,
    vi: /vào giờ cao điểm/,
    ru: /в часы пик/,
  },
  '503: wait for the time in Retry-After': {
    en: /wait for the time in Retry-After/,
    fr: /attendez le délai de Retry-After/,
    vi: /chờ hết thời gian trong Retry-After/,
    ru: /подождите время из Retry-After/,
  },
  '503: check the capacity': {
    en: /check capacity/,
    fr: /la capacité/,
    vi: /kiểm tra dung lượng/,
    ru: /проверьте ёмкость/,
  },
  '503: when it lasts, spread the load over several servers': {
    en: /if it keeps coming, spread the calls over several servers/,
    fr: /si cela dure, répartissez les appels sur plusieurs serveurs/,
    vi: /nếu còn kéo dài, hãy chia cuộc gọi cho nhiều máy chủ/,
    ru: /если это продолжается, распределите вызовы по нескольким серверам/,
  },

  '600 is of class 6xx, global failure': {
    en: /600: 6xx, global failure/,
    fr: /600 : 6xx, échec global/,
    vi: /600: 6xx, thất bại toàn cục/,
    ru: /600: 6xx, общий отказ/,
  },
  '600: the callee was reached': {
    en: /callee was reached and is busy/,
    fr: /L’appelé a été joint et il est occupé/,
    vi: /Đã liên lạc được với bên được gọi và họ bận/,
    ru: /Вызываемый абонент достигнут и занят/,
  },
  '600: busy on all devices': {
    en: /busy on every device/,
    fr: /occupé sur tous ses terminaux/,
    vi: /bận trên mọi thiết bị/,
    ru: /занят на всех устройствах/,
  },
  '600: definitive, where 486 is of one device': {
    en: /where 486 would speak for one of them only/,
    fr: /alors que 486 ne parlerait que de l’un d’eux/,
    vi: /còn 486 chỉ nói về một thiết bị/,
    ru: /тогда как 486 говорит лишь об одном из них/,
  },
  '600: no other endpoint may be tried': {
    en: /No other target may be tried/,
    fr: /Aucune autre cible ne peut être essayée/,
    vi: /Không được thử đích nào khác/,
    ru: /Пробовать другую цель нельзя/,
  },
  '600: try again later': {
    en: /600: Call later/,
    fr: /600 : Rappelez plus tard/,
    vi: /600: Gọi lại sau/,
    ru: /600: Вызовите позже/,
  },
  '600: no other way to the callee until free': {
    en: /until the callee is free, there is no other way to reach them/,
    fr: /tant que l’appelé n’est pas libre, il n’y a pas d’autre moyen de le joindre/,
    vi: /khi bên được gọi chưa rảnh thì không còn cách nào khác để gặp họ/,
    ru: /пока абонент занят, связаться с ним иначе нельзя/,
  },

  '603 is of class 6xx, global failure': {
    en: /603: 6xx, global failure/,
    fr: /603 : 6xx, échec global/,
    vi: /603: 6xx, thất bại toàn cục/,
    ru: /603: 6xx, общий отказ/,
  },
  '603: the callee was reached': {
    en: /The callee was reached, and the user/,
    fr: /L’appelé a été joint, et l’usager/,
    vi: /Đã liên lạc được với bên được gọi, và người dùng/,
    ru: /Вызываемый абонент достигнут: он сам/,
  },
  '603: the user refuses': {
    en: /refuses the call on all devices/,
    fr: /refuse l’appel sur tous ses terminaux/,
    vi: /từ chối cuộc gọi trên mọi thiết bị/,
    ru: /отклоняет вызов на всех устройствах/,
  },
  '603: unlike 600, not for being busy': {
    en: /Unlike 600, it does not say that the callee is busy/,
    fr: /Contrairement à 600, rien ne dit qu’il est occupé/,
    vi: /Khác với 600, mã này không nói rằng họ bận/,
    ru: /В отличие от 600, о занятости речи нет/,
  },
  '603: an active rejection': {
    en: /The reject button/,
    fr: /Le bouton de refus/,
    vi: /Nút từ chối/,
    ru: /Кнопка отклонения/,
  },
  '603: respect it': {
    en: /Respect the refusal/,
    fr: /Respectez le refus/,
    vi: /hãy tôn trọng/,
    ru: /Отказ человека примите/,
  },
  '603: other ways, such as messages and e-mail': {
    en: /write a message or an e-mail instead/,
    fr: /écrivez plutôt un message ou un e-mail/,
    vi: /dùng cách khác như tin nhắn hoặc email/,
    ru: /напишите ему сообщение или письмо/,
  },

  'the final one ends the attempt': {
    en: /60[03] is final: it ends the attempt/,
    fr: /60[03] est final : il met fin/,
    vi: /60[03] là đáp ứng cuối: nó kết thúc/,
    ru: /60[03] — окончательный/,
  },
  'after it no other target may be tried': {
    en: /After 60[03] no other target may be tried/,
    fr: /Après le 60[03], aucune autre cible/,
    vi: /Sau 60[03] không được thử đích nào khác/,
    ru: /После 60[03] пробовать другую цель нельзя/,
  },
} as const satisfies Readonly<Record<string, Patterns>>;

type Fact = keyof typeof facts;

/** A language without patterns tells nothing that a test can find. */
function patternOf(fact: Fact, tag: string): RegExp {
  const patterns: Readonly<Record<string, RegExp>> = facts[fact];
  return patterns[tag] ?? /$^/;
}

const of = (...codes: readonly number[]) =>
  (Object.keys(facts) as Fact[]).filter((fact) =>
    codes.some((code) => fact.startsWith(`${code} `) || fact.startsWith(`${code}:`)),
  );

/** The pages, and what of theirs is about both codes. */
const pages: readonly (readonly [a: number, b: number, both: readonly Fact[]])[] = [
  [183, 600, ['the final one ends the attempt', 'after it no other target may be tried']],
  [100, 600, ['the final one ends the attempt', 'after it no other target may be tried']],
  [183, 503, []],
  [100, 603, ['the final one ends the attempt', 'after it no other target may be tried']],
  [302, 600, ['after it no other target may be tried']],
];

/** Sections of a comparison: two descriptions, differences, when seen, [in one call,] when to use, how to fix. */
const SECTIONS = 6;

describe.each([...languages])('%s', (tag) => {
  let compare: (a: number, b: number) => string;

  beforeAll(async () => {
    const locale = await localeOf(tag);
    compare = (a, b) => {
      const page = locale.pages.comparison(a, b);
      const answer = { topic: { kind: 'comparison', a, b } as const, page, examples: [] };
      return [...markdown.write([answer], { locale, width: 80, color: false })].join('');
    };
  });

  it.each(pages)('%d and %d: tells every fact', (a, b, both) => {
    const text = compare(a, b);
    const wanted = [...of(a, b), ...both];
    expect(wanted.length).toBeGreaterThan(10);
    expect(wanted.filter((fact) => !patternOf(fact, tag).test(text))).toEqual([]);
  });

  it.each(pages)('%d and %d: has every section', (a, b) => {
    expect(compare(a, b).match(/^## /gm)?.length).toBeGreaterThanOrEqual(SECTIONS);
  });
});
