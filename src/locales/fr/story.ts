/**
 * Words of a status code within the story of one call, where its facts are known: they take the place of general words
 * that say "si". What is not here is told as the catalogue tells it.
 */
import type { Args } from '../../model.ts';

export interface StoryWords {
  readonly description?: string;
  readonly howToFix?: string;
}

type Words = (args: Args) => StoryWords;

/** What had come before the end: with `progress`, somebody may have been alerted beyond what the trace shows. */
function before({ rang, progress, ringing }: Args): 'ringing' | 'progress' | 'nothing' {
  if (rang !== undefined) return 'ringing';
  return progress === true || ringing === true ? 'progress' : 'nothing';
}

const challenge: Words = ({ prefix, status }) =>
  prefix === true
    ? {}
    : {
        description:
          status === 407
            ? 'Un proxy veut des identifiants avant de laisser passer l’appel ; son défi est dans Proxy-Authenticate. ' +
              'L’appelant doit renvoyer l’INVITE avec une réponse à ce défi.'
            : 'Le serveur lui-même veut des identifiants ; son défi est dans WWW-Authenticate. L’appelant doit ' +
              'renvoyer l’INVITE avec une réponse à ce défi.',
        howToFix:
          'Configurez chez l’appelant le nom d’utilisateur et le mot de passe du realm du défi, ou faites accepter ' +
          'l’appel par son adresse IP sur le serveur.',
      };

const overload: Words = ({ retryAfter }) => ({
  description:
    'Le serveur dit qu’il ne peut pas traiter d’appels maintenant : surcharge, maintenance ou ressources manquantes. ' +
    (retryAfter === undefined
      ? 'L’appelant doit employer un autre serveur ou une autre route.'
      : 'L’appelant doit le laisser tranquille pendant le délai donné et employer entre-temps un autre serveur.'),
  howToFix:
    'Basculez vers un autre serveur ou une autre route, puis vérifiez la capacité et l’état des passerelles sur celui ' +
    'qui l’a envoyé.' +
    (retryAfter === undefined
      ? ''
      : ' Si un seul trunk était plein, empêchez-le d’envoyer Retry-After : les appelants peuvent éviter tout le serveur.'),
});

const busy = {
  nothing:
    'Refusé sans sonnerie : le terminal est en communication, en mode « ne pas déranger » ou à sa limite d’appels. ',
  progress: '',
  ringing: 'Rien n’est en panne. ',
} as const;
const forwardOnBusy = 'faites faire le renvoi sur occupation par le proxy ou le PBX.';

const specific: Readonly<Record<number, Words>> = {
  100: ({ role }) => ({
    description:
      role === 'callee'
        ? 'Le terminal de l’appelé a l’INVITE et le traite ; on ne sait pas encore s’il sonne.'
        : 'Le saut suivant a l’INVITE et le traite ; on ne sait encore rien de l’appelé.',
  }),
  180: ({ sdp, sdpBefore }) => ({
    description:
      sdp === true
        ? 'Le terminal de l’appelé sonne et offre de l’early media : la tonalité peut venir de l’autre bout.'
        : sdpBefore === undefined
          ? 'Le terminal de l’appelé sonne. La tonalité de retour d’appel est laissée au terminal de l’appelant.'
          : `Le terminal de l’appelé sonne. Le ${sdpBefore} précédent avait ouvert l’early media : l’appelant entend ` +
            'celui-ci, ou une tonalité de son propre terminal.',
  }),
  183: ({ sdp, sdpBefore }) => ({
    description:
      sdp === true
        ? 'Early media : le chemin audio s’ouvre avant le décroché, pour une tonalité ou une annonce de l’autre bout.'
        : sdpBefore === undefined
          ? 'L’appel progresse, mais sans SDP il n’y a pas encore d’audio, ni de tonalité tant qu’aucun 180 ne suit.'
          : `L’appel progresse. L’early media que le ${sdpBefore} avait ouvert continue.`,
  }),
  200: ({ sdp, sdpBefore }) => ({
    description:
      sdp === true
        ? 'L’appel est décroché. Le SDP dit où le côté qui décroche veut son audio.'
        : sdpBefore === undefined
          ? 'L’appel est décroché, mais sans SDP : personne n’a dit où le côté qui décroche veut son audio.'
          : `L’appel est décroché. Le SDP était venu avant, dans le ${sdpBefore}.`,
  }),
  302: () => ({ description: 'Pour le moment, l’appel doit être envoyé à l’adresse de son Contact.' }),
  401: challenge,
  407: challenge,
  408: (args) =>
    before(args) === 'nothing'
      ? {
          howToFix:
            'Trouvez le saut qui l’a envoyé et testez par OPTIONS le saut qui le suit. Vérifiez le DNS et ' +
            'l’enregistrement de l’appelé.',
        }
      : {
          description: 'L’appel était en route, et personne n’a répondu avant l’expiration d’un timer.',
          howToFix:
            'S’il doit sonner plus longtemps, ou si la messagerie vocale devait prendre le relais, cherchez le ' +
            'timer de non-réponse et le renvoi sur non-réponse.',
        },
  480: (args) =>
    before(args) === 'ringing'
      ? {
          description: 'Le terminal de l’appelé a sonné, mais personne n’a pris l’appel.',
          howToFix:
            'Le téléphone a été atteint. Si la messagerie vocale devait prendre le relais, vérifiez le renvoi sur ' +
            'non-réponse et son timer.',
        }
      : { howToFix: 'Vérifiez d’abord l’enregistrement de l’appelé, puis son réglage « ne pas déranger ».' },
  486: (args) => ({
    howToFix: `${busy[before(args)]}Si de tels appels doivent aller à la messagerie vocale, ${forwardOnBusy}`,
  }),
  487: ({ cancelled }) =>
    cancelled === true ? { description: 'L’INVITE est terminé parce qu’il a été annulé ; c’est sa fin normale.' } : {},
  488: ({ warning }) => ({
    howToFix:
      (warning === undefined
        ? 'Comparez l’offre avec ce que le terminal prend en charge. '
        : 'Lisez le Warning et comparez l’offre avec ce que le terminal prend en charge. ') +
      'Ajoutez un codec commun tel que G.711, alignez la politique SRTP, ou transcodez sur le SBC.',
  }),
  500: ({ retryAfter, insteadOf }) => ({
    description:
      'Le serveur a abandonné à cause d’une défaillance interne.' +
      (retryAfter === undefined ? '' : ' Par Retry-After, il la déclare temporaire.'),
    howToFix:
      insteadOf === undefined
        ? 'Cherchez dans les journaux de l’hôte qui l’a envoyé : une erreur de script ou de base de données, ou le saut ' +
          'suivant qu’il a essayé.'
        : 'Cherchez en aval : le serveur l’a formé à partir d’une autre réponse qu’il avait reçue.',
  }),
  503: overload,
  600: ({ retryAfter }) => ({
    description:
      'L’appelé a été joint et il est occupé sur tous ses terminaux ; rien d’autre, pas même la messagerie vocale, ne ' +
      'répondrait.',
    howToFix:
      (retryAfter === undefined ? 'Rappelez plus tard. ' : 'Rappelez après le délai de Retry-After. ') +
      'Si la messagerie vocale ou un autre terminal devait prendre le relais, faites répondre 486 au lieu de 600 ' +
      'par le côté appelé.',
  }),
  603: (args) => ({
    description:
      before(args) === 'ringing'
        ? 'L’usager, ou une application qui agit pour lui, refuse l’appel pour tous ses terminaux sans donner de raison.'
        : 'L’appel est refusé pour tous les terminaux de l’appelé, et aucune raison n’est donnée.',
    howToFix:
      before(args) === 'ringing'
        ? 'Rien n’est en panne. Si la messagerie vocale ou un autre téléphone doit prendre ces appels, faites répondre ' +
          '486 ou 480 par le terminal : un 603 interdit d’en essayer un autre.'
        : 'Cherchez « ne pas déranger », une liste noire ou un filtrage d’appels du côté appelé. Si c’était une ' +
          'analyse des appels, vérifiez la réputation et l’attestation du numéro appelant.',
  }),
};

export function storyWords(code: number, args: Args): StoryWords {
  return specific[code]?.(args) ?? {};
}
