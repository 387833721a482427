/** French words of the rules about the identity of the caller. */
import { clip } from '../../../rules/clip.ts';
import type { RuleWords } from '../../../rules/define.ts';
import type { identityHeaderConflict } from '../../../rules/identity/identity-header-conflict.ts';
import type { privacyLeak } from '../../../rules/identity/privacy-leak.ts';

const LONGEST = 120;

export const identity = {
  'identity-header-conflict': {
    title: 'Appelant nommé différemment dans plusieurs champs d’en-tête',
    message: ({ kind, sender, server, status, callers, count }) =>
      kind === 'values'
        ? `L’INVITE de ${sender} a ${count} valeurs de P-Asserted-Identity (${clip(callers.map(({ value }) => value).join(', '), LONGEST)}) ; une seule, ou une URI sip et une URI tel, sont permises.`
        : `L’INVITE de ${sender}, que ${server} a refusé par ${status}, nomme des appelants différents : ${callers.map(({ field, value }) => `${field} ${value}`).join(', ')}.`,
    why: ({ kind, status }) =>
      kind === 'values'
        ? 'Les destinataires prennent la valeur de leur choix, ou les rejettent toutes : l’appelé voit un numéro faux ou aucun.'
        : `Les opérateurs comparent l’un de ces champs aux numéros du trunk : s’ils contrôlent le mauvais numéro, cela explique le ${status}.`,
    fix: ({ kind, sender }) =>
      kind === 'values'
        ? [
            `Faites envoyer par ${sender} un seul P-Asserted-Identity, ou une URI sip et une URI tel : souvent un PBX et un SBC ajoutent chacun le leur.`,
          ]
        : [
            `Mettez sur ${sender} un numéro du trunk dans le champ que l’opérateur contrôle, le plus souvent P-Asserted-Identity.`,
            'Vérifiez si le PBX et le SBC définissent tous deux le numéro appelant.',
          ],
    limits: ({ kind }) =>
      kind === 'numbers' ? 'Le refus peut avoir une autre raison ; le serveur ne la dit pas.' : '',
  } satisfies RuleWords<typeof identityHeaderConflict>,
  'privacy-leak': {
    title: 'Données privées qui quittent le réseau',
    message: ({ kind, sender, receiver, field, value }) =>
      ({
        left: `${sender} a retiré P-Asserted-Identity de l’INVITE vers ${receiver} parce que l’appelant veut rester masqué, et a laissé le numéro dans ${field} (${value}).`,
        asserted: `L’INVITE de ${sender} vers ${receiver} demande le masquage et porte l’identité de l’appelant dans ${field} (${value}).`,
        contact: `L’INVITE de ${sender} vers ${receiver} cache l’appelant dans From et montre le numéro dans Contact (${value}).`,
        topology: `L’INVITE de ${sender} vers ${receiver} montre une adresse interne dans ${field} (${value}).`,
      })[kind],
    why: ({ kind }) =>
      kind === 'topology'
        ? 'Des tiers apprennent les adresses de serveurs internes.'
        : 'L’autre côté peut voir qui appelle bien que l’appelant ait masqué son numéro.',
    fix: ({ kind, sender, receiver, field }) =>
      ({
        left: [
          `Retirez ou remplacez aussi ${field} dans le profil de confidentialité de ${sender} vers ${receiver}.`,
          'Vérifiez de même les autres champs : Contact, Call-ID, History-Info et la ligne d’origine du SDP.',
        ],
        asserted: [
          `Si ${receiver} n’a pas votre confiance pour masquer le numéro, marquez-le comme non fiable dans ${sender} : ${field} est alors omis (trust_id_outbound=no dans Asterisk PJSIP, profil de confidentialité d’un SBC).`,
          'Rien n’est à changer là où le contrat avec l’opérateur demande l’identité.',
        ],
        contact: [
          `Faites en sorte que ${sender} n’écrive pas de numéro dans Contact quand l’appelant se masque : un nom de trunk, ou anonymous.`,
          'Rien n’est à changer là où le saut suivant est de confiance et remplace Contact.',
        ],
        topology: [
          `Activez le masquage de topologie dans ${sender} vers ${receiver}, si ces adresses doivent rester inconnues.`,
        ],
      })[kind],
    limits: ({ kind, receiver }) =>
      kind === 'left' ? '' : `La trace ne dit pas si ${receiver} appartient au réseau de confiance.`,
  } satisfies RuleWords<typeof privacyLeak>,
};
