/** Words of status codes within the story of one call, where its facts are known. */
import type { InCallWords } from '../status-in-call.ts';

export const inCall: InCallWords = {
  trying: {
    callee: 'Le terminal de l’appelé a l’INVITE et le traite ; on ne sait pas encore s’il sonne.',
    nextHop: 'Le saut suivant a l’INVITE et le traite ; on ne sait encore rien de l’appelé.',
  },
  ringing: {
    here: 'Le terminal de l’appelé sonne et offre de l’early media : la tonalité peut venir de l’autre bout.',
    nowhere: 'Le terminal de l’appelé sonne. La tonalité de retour d’appel est laissée au terminal de l’appelant.',
    before: (code) =>
      `Le terminal de l’appelé sonne. Le ${code} précédent avait ouvert l’early media : l’appelant entend ` +
      'celui-ci, ou une tonalité de son propre terminal.',
  },
  progress: {
    here: 'Early media : le chemin audio s’ouvre avant le décroché, pour une tonalité ou une annonce de l’autre bout.',
    nowhere: 'L’appel progresse, mais sans SDP il n’y a pas encore d’audio, ni de tonalité tant qu’aucun 180 ne suit.',
    before: (code) => `L’appel progresse. L’early media que le ${code} avait ouvert continue.`,
  },
  answered: {
    here: 'L’appel est décroché. Le SDP dit où le côté qui décroche veut son audio.',
    nowhere: 'L’appel est décroché, mais sans SDP : personne n’a dit où le côté qui décroche veut son audio.',
    before: (code) => `L’appel est décroché. Le SDP était venu avant, dans le ${code}.`,
  },
  redirected: 'Pour le moment, l’appel doit être envoyé à l’adresse de son Contact.',
  challenge: {
    proxy:
      'Un proxy veut des identifiants avant de laisser passer l’appel ; son défi est dans Proxy-Authenticate. ' +
      'L’appelant doit renvoyer l’INVITE avec une réponse à ce défi.',
    server:
      'Le serveur lui-même veut des identifiants ; son défi est dans WWW-Authenticate. L’appelant doit ' +
      'renvoyer l’INVITE avec une réponse à ce défi.',
    howToFix:
      'Configurez chez l’appelant le nom d’utilisateur et le mot de passe du realm du défi, ou faites accepter ' +
      'l’appel par son adresse IP sur le serveur.',
  },
  timeout: {
    silent: {
      howToFix:
        'Trouvez le saut qui l’a envoyé et testez par OPTIONS le saut qui le suit. Vérifiez le DNS et ' +
        'l’enregistrement de l’appelé.',
    },
    underWay: {
      description: 'L’appel était en route, et personne n’a répondu avant l’expiration d’un timer.',
      howToFix:
        'S’il doit sonner plus longtemps, ou si la messagerie vocale devait prendre le relais, cherchez le ' +
        'timer de non-réponse et le renvoi sur non-réponse.',
    },
  },
  unavailable: {
    rang: {
      description: 'Le terminal de l’appelé a sonné, mais personne n’a pris l’appel.',
      howToFix:
        'Le téléphone a été atteint. Si la messagerie vocale devait prendre le relais, vérifiez le renvoi sur ' +
        'non-réponse et son timer.',
    },
    otherwise: { howToFix: 'Vérifiez d’abord l’enregistrement de l’appelé, puis son réglage « ne pas déranger ».' },
  },
  busy: {
    unrung:
      'Refusé sans sonnerie : le terminal est en communication, en mode « ne pas déranger » ou à sa limite d’appels.',
    rang: 'Rien n’est en panne.',
    forward:
      'Si de tels appels doivent aller à la messagerie vocale, faites faire le renvoi sur occupation par le proxy ou le PBX.',
  },
  cancelled: 'L’INVITE est terminé parce qu’il a été annulé ; c’est sa fin normale.',
  media: {
    readWarning: 'Lisez le Warning et comparez l’offre avec ce que le terminal prend en charge.',
    compare: 'Comparez l’offre avec ce que le terminal prend en charge.',
    howToFix: 'Ajoutez un codec commun tel que G.711, alignez la politique SRTP, ou transcodez sur le SBC.',
  },
  fault: {
    description: 'Le serveur a abandonné à cause d’une défaillance interne.',
    temporary: 'Par Retry-After, il la déclare temporaire.',
    own:
      'Cherchez dans les journaux de l’hôte qui l’a envoyé : une erreur de script ou de base de données, ou le saut ' +
      'suivant qu’il a essayé.',
    made: 'Cherchez en aval : le serveur l’a formé à partir d’une autre réponse qu’il avait reçue.',
  },
  overload: {
    description:
      'Le serveur dit qu’il ne peut pas traiter d’appels maintenant : surcharge, maintenance ou ressources manquantes.',
    otherServer: 'L’appelant doit employer un autre serveur ou une autre route.',
    leaveAlone:
      'L’appelant doit le laisser tranquille pendant le délai donné et employer entre-temps un autre serveur.',
    howToFix:
      'Basculez vers un autre serveur ou une autre route, puis vérifiez la capacité et l’état des passerelles sur celui ' +
      'qui l’a envoyé.',
    oneTrunk:
      'Si un seul trunk était plein, empêchez-le d’envoyer Retry-After : les appelants peuvent éviter tout le serveur.',
  },
  busyEverywhere: {
    description:
      'L’appelé a été joint et il est occupé sur tous ses terminaux ; rien d’autre, pas même la messagerie vocale, ne ' +
      'répondrait.',
    later: 'Rappelez plus tard.',
    afterRetry: 'Rappelez après le délai de Retry-After.',
    howToFix:
      'Si la messagerie vocale ou un autre terminal devait prendre le relais, faites répondre 486 au lieu de 600 ' +
      'par le côté appelé.',
  },
  declined: {
    rang: {
      description:
        'L’usager, ou une application qui agit pour lui, refuse l’appel pour tous ses terminaux sans donner de raison.',
      howToFix:
        'Rien n’est en panne. Si la messagerie vocale ou un autre téléphone doit prendre ces appels, faites répondre ' +
        '486 ou 480 par le terminal : un 603 interdit d’en essayer un autre.',
    },
    otherwise: {
      description: 'L’appel est refusé pour tous les terminaux de l’appelé, et aucune raison n’est donnée.',
      howToFix:
        'Cherchez « ne pas déranger », une liste noire ou un filtrage d’appels du côté appelé. Si c’était une ' +
        'analyse des appels, vérifiez la réputation et l’attestation du numéro appelant.',
    },
  },
};
