/** TLS alerts that end a handshake (RFC 8446 §6.2, RFC 5246 §7.2.2): what they mean for SIP, and what to do. */

interface Sides {
  /** The side that sent the alert, and the other one: addresses. */
  readonly by: string;
  readonly other: string;
  readonly byClient: boolean;
  readonly serverName: string;
}

export interface AlertWords {
  /** Goes on after a colon. */
  meaning(by: string, other: string): string;
  fix(sides: Sides): readonly string[];
}

const trust: AlertWords['fix'] = ({ by, other, byClient }) => [
  byClient
    ? `Пусть ${other} отправляет всю цепочку: обычная причина — недостающий промежуточный сертификат.`
    : `Дайте ${other} клиентский сертификат, которому доверяет ${by}, со всей цепочкой.`,
  `Или установите корневой сертификат центра, выдавшего сертификат ${other}, в хранилище доверия ${by}.`,
];

const replace: AlertWords['fix'] = ({ other, by }) => [
  `Обновите сертификат ${other} и перезапустите или перезагрузите его службу TLS.`,
  `Если сертификат в порядке, проверьте часы ${by}: с неверной датой недействителен любой сертификат.`,
];

const acceptable: AlertWords['fix'] = ({ by, other, serverName }) => [
  `Сравните сертификат ${other} с тем, чего хочет ${by}: имя${serverName === '' ? '' : ` (${serverName})`} среди альтернативных имён субъекта, длина ключа, алгоритм подписи, назначение ключа.`,
  `Прочитайте точное возражение в журнале TLS ${by}.`,
];

const terms: AlertWords['fix'] = ({ by, other }) => [
  `Разрешите TLS 1.2 или 1.3 с общими наборами шифров и на ${by}, и на ${other}.`,
  `Обновите более старый из двух; как временную меру пусть ${by} принимает то, что предлагает ${other}.`,
];

const names: AlertWords['fix'] = ({ by, other, serverName }) => [
  serverName === ''
    ? `Пусть ${other} отправляет домен транка как имя сервера (SNI).`
    : `Исправьте имя, к которому подключается ${other}, или установите на ${by} сертификат для ${serverName}.`,
];

const client: AlertWords['fix'] = ({ by, other }) => [
  `Настройте клиентский сертификат на ${other}: ${by} требует взаимного TLS (mutual TLS).`,
  `Или отключите требование клиентских сертификатов на ${by}, если транк защищён иначе.`,
];

const broken: AlertWords['fix'] = ({ by, other }) => [
  `Проверьте, что на этом порту обе стороны говорят по TLS и что между ${by} и ${other} его не меняет прокси или устройство инспекции.`,
  `Обновите обе реализации TLS и прочитайте журнал ${by}.`,
];

export const alerts: Readonly<Record<number, AlertWords>> = {
  10: { meaning: (by) => `${by} получил не то, что предписывает TLS`, fix: broken },
  20: { meaning: (by) => `${by} получил запись, изменённую по пути`, fix: broken },
  40: { meaning: (_, other) => `он не принимает ничего из условий, которые предлагает ${other}`, fix: terms },
  41: { meaning: (by) => `у ${by} нет сертификата, чтобы предъявить`, fix: client },
  42: { meaning: (_, other) => `он отвергает сертификат ${other}`, fix: acceptable },
  43: { meaning: (_, other) => `он не поддерживает сертификат такого вида, как у ${other}`, fix: acceptable },
  44: { meaning: (_, other) => `сертификат ${other} отозван`, fix: replace },
  45: { meaning: (_, other) => `срок действия сертификата ${other} истёк`, fix: replace },
  46: { meaning: (_, other) => `он не принимает сертификат ${other}`, fix: acceptable },
  47: { meaning: (_, other) => `${other} отправил значения, не имеющие смысла`, fix: broken },
  48: { meaning: (_, other) => `он не знает центра, выдавшего сертификат ${other}`, fix: trust },
  49: { meaning: (_, other) => `он не пускает ${other}`, fix: acceptable },
  50: { meaning: (by) => `${by} не смог прочесть полученное`, fix: broken },
  51: { meaning: (by) => `${by} не смог проверить подпись или контрольную сумму`, fix: broken },
  70: { meaning: (_, other) => `он не принимает версий TLS от ${other}`, fix: terms },
  71: { meaning: (_, other) => `он считает шифры ${other} слишком слабыми`, fix: terms },
  80: { meaning: (by) => `у ${by} произошёл собственный сбой`, fix: broken },
  112: { meaning: (by) => `у ${by} нет сертификата для запрошенного имени`, fix: names },
  116: { meaning: (by) => `${by} требует клиентский сертификат`, fix: client },
  120: { meaning: (by) => `${by} не предлагает ни одного из запрошенных прикладных протоколов`, fix: broken },
};
