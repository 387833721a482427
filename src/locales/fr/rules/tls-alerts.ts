/** TLS alerts that end a handshake, in French: what they mean for SIP, and what to do; the names are in `src/rules/tls-alerts.ts`. */

interface Sides {
  /** The side that sent the alert, and the other one: addresses. */
  readonly by: string;
  readonly other: string;
  readonly byClient: boolean;
  readonly serverName: string;
}

interface Alert {
  /** Goes on after a colon. */
  meaning(by: string, other: string): string;
  fix(sides: Sides): readonly string[];
}

const trust: Alert['fix'] = ({ by, other, byClient }) => [
  byClient
    ? `Faites envoyer par ${other} toute sa chaîne : un certificat intermédiaire manquant est la raison habituelle.`
    : `Donnez à ${other} un certificat client auquel ${by} fait confiance, avec toute sa chaîne.`,
  `Ou installez le certificat racine de l’autorité derrière ${other} dans le magasin de confiance de ${by}.`,
];

const replace: Alert['fix'] = ({ other, by }) => [
  `Renouvelez le certificat de ${other} et redémarrez ou rechargez son service TLS.`,
  `Si le certificat est bon, vérifiez l’horloge de ${by} : une date fausse rend tout certificat invalide.`,
];

const acceptable: Alert['fix'] = ({ by, other, serverName }) => [
  `Comparez le certificat de ${other} avec ce que ${by} veut : le nom${serverName === '' ? '' : ` (${serverName})`} parmi ses subject alternative names, longueur de clé, algorithme de signature, usage de clé.`,
  `Lisez dans le journal TLS de ${by} l’objection exacte.`,
];

const terms: Alert['fix'] = ({ by, other }) => [
  `Autorisez TLS 1.2 ou 1.3 avec des suites de chiffrement communes sur ${by} et sur ${other}.`,
  `Mettez à jour le plus ancien des deux ; comme pis-aller, faites accepter par ${by} ce que ${other} offre.`,
];

const names: Alert['fix'] = ({ by, other, serverName }) => [
  serverName === ''
    ? `Faites envoyer par ${other} le domaine du trunk comme nom de serveur (SNI).`
    : `Corrigez le nom auquel ${other} se connecte, ou installez sur ${by} un certificat pour ${serverName}.`,
];

const client: Alert['fix'] = ({ by, other }) => [
  `Configurez un certificat client sur ${other} : ${by} veut du TLS mutuel.`,
  `Ou désactivez l’exigence de certificats clients sur ${by}, si le trunk est protégé autrement.`,
];

const broken: Alert['fix'] = ({ by, other }) => [
  `Vérifiez que les deux bouts parlent TLS sur ce port, et qu’aucun proxy ni équipement d’inspection entre ${by} et ${other} ne le modifie.`,
  `Mettez à jour les deux implémentations TLS, et lisez le journal de ${by}.`,
];

const alerts: Readonly<Record<number, Alert>> = {
  10: { meaning: (by) => `${by} a reçu autre chose que ce que TLS prescrit`, fix: broken },
  20: { meaning: (by) => `${by} a reçu un enregistrement modifié en chemin`, fix: broken },
  40: { meaning: (_, other) => `il n’accepte aucune des conditions offertes par ${other}`, fix: terms },
  41: { meaning: (by) => `${by} n’a pas de certificat à montrer`, fix: client },
  42: { meaning: (_, other) => `il rejette le certificat de ${other}`, fix: acceptable },
  43: { meaning: (_, other) => `il ne prend pas en charge le genre de certificat de ${other}`, fix: acceptable },
  44: { meaning: (_, other) => `le certificat de ${other} a été révoqué`, fix: replace },
  45: { meaning: (_, other) => `le certificat de ${other} a expiré`, fix: replace },
  46: { meaning: (_, other) => `il n’accepte pas le certificat de ${other}`, fix: acceptable },
  47: { meaning: (_, other) => `${other} a envoyé des valeurs qui n’ont pas de sens`, fix: broken },
  48: { meaning: (_, other) => `il ne connaît pas l’autorité derrière le certificat de ${other}`, fix: trust },
  49: { meaning: (_, other) => `il ne laisse pas entrer ${other}`, fix: acceptable },
  50: { meaning: (by) => `${by} n’a pas pu lire ce qu’il a reçu`, fix: broken },
  51: { meaning: (by) => `${by} n’a pas pu vérifier une signature ou une somme de contrôle`, fix: broken },
  70: { meaning: (_, other) => `il n’accepte pas les versions de TLS de ${other}`, fix: terms },
  71: { meaning: (_, other) => `il juge trop faibles les chiffrements de ${other}`, fix: terms },
  80: { meaning: (by) => `${by} a échoué pour des raisons internes`, fix: broken },
  112: { meaning: (by) => `${by} n’a pas de certificat pour le nom demandé`, fix: names },
  116: { meaning: (by) => `${by} veut un certificat client`, fix: client },
  120: { meaning: (by) => `${by} n’offre aucun des protocoles d’application demandés`, fix: broken },
};

export function alertWords(number: number): Alert | undefined {
  return alerts[number];
}
