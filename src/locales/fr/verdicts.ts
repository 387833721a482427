/** The verdict of a call, and what to do about it. */
import { address, capitalize, named } from '../phrases.ts';
import { verdictsFrom } from '../verdict.ts';
import { after, duration, host, times } from './phrases.ts';
import { pieces } from './pieces.ts';
import { storyOf } from './root-causes.ts';
import { wordsOf } from './words.ts';

export const verdicts = verdictsFrom({
  wordsOf,
  storyOf,
  pieces,
  but: (opening, clause) => `${opening}, mais ${clause}.`,
  deeds: {
    refused: 'a refusé l’appel',
    declined: 'a décliné l’appel',
    unwanted: 'a rejeté l’appel comme indésirable',
    blocked: 'a bloqué l’appel',
    ended: 'a mis fin à la tentative',
    redirected: 'a redirigé l’appel',
    challenged: 'a demandé des identifiants',
    waited: 'a renoncé à attendre',
    gaveUp: 'a abandonné l’appel',
    passedOn: 'a transmis un refus',
  },
  whys: {
    busy: 'occupé',
    busyEverywhere: 'l’appelé est occupé sur tous ses terminaux',
    gone: 'le numéro ou l’usager n’existe plus',
    incomplete: 'le numéro est incomplet',
    ambiguous: 'plusieurs usagers partagent cette adresse',
    nowhere: 'ce numéro ou cet usager n’existe nulle part',
    notFound: 'ce numéro ou cet usager n’existe pas',
    forbidden: 'ses règles l’interdisent',
    credentials: 'les identifiants de l’appelant ne sont pas acceptés',
    unavailable: 'l’appelé n’est pas joignable pour le moment',
    body: 'ce genre de corps ne peut être lu',
    media: 'le média offert ne convient pas',
  },
  // "La passerelle 192.0.2.9 (…) a refusé l’appel après 8,0 s : occupé (486 Busy Here)."
  refused: (args, deed, why) =>
    `${capitalize(host(args))} ${deed}${after(args.after)}${why === '' ? '' : ` : ${why}`} (${named(args)}).`,
  relayed: (server) => `Le proxy ${server} a transmis cette réponse.`,
  // "Appel décroché après 5,5 s par l’appelé 192.0.2.7".
  answeredBy(args) {
    if (args.host === undefined) return `Appel décroché${after(args.after)}`;
    if (args.role === undefined) return `Appel décroché${after(args.after)} par ${args.host}`;
    return `Appel décroché${after(args.after)} ${args.role === 'proxy' ? 'via' : 'par'} ${host(args)}`;
  },
  answeredBefore: 'L’appel était déjà décroché quand la capture a commencé',
  nothingElse:
    'Un 6xx met fin au forking : aucun autre téléphone, aucune autre route ni messagerie vocale ne peut être essayé ' +
    '(RFC 3261 §16.7).',
  cancelled(args, reached) {
    const who = args.role === 'proxy' ? `${capitalize(host(args))} a annulé l’appel` : 'L’appelant a abandonné';
    const when = {
      nothing: ', avant toute sonnerie',
      ringing: args.rang === undefined ? ', pendant la sonnerie' : ` ; l’appelé avait sonné ${duration(args.rang)}`,
      'early-media': ', pendant l’early media',
      progress: '',
    }[reached];
    return `${who}${after(args.cancelledAfter ?? args.after)}${when}.`;
  },
  silentProgress: 'Il y avait eu une progression sans SDP et sans 180 : l’appelant n’a très probablement rien entendu.',
  cancelledElsewhere: (time) =>
    `Cette branche a été annulée${after(time)} parce que l’appel a été pris sur un autre terminal.`,
  noCancel: {
    expired: 'Aucun CANCEL n’est dans la trace.',
    unexplained:
      'Aucun CANCEL n’est dans la trace : un timer Expires, un B2BUA ou un CANCEL par un autre chemin l’a arrêtée.',
  },
  noAnswer(args) {
    const waited = args.rang === undefined ? after(args.after) : ` après ${duration(args.rang)} de sonnerie`;
    return `Personne n’a répondu : ${host(args)} a mis fin à la tentative${waited} (${named(args)}).`;
  },
  ringingTone: 'L’appelant a normalement entendu une tonalité de retour d’appel.',
  redirection: {
    to: (contact, target) =>
      target === 'called'
        ? `La cible indiquée est ${contact}, qui est l’adresse appelée.`
        : `La cible indiquée est ${contact}, et l’appelant n’y est pas allé dans cette trace.`,
    service: 'Son corps indique un autre service au lieu d’une cible.',
    nowhere: 'Aucune cible n’est indiquée.',
  },
  credentials: {
    unusable: 'Sa réponse ne contient aucun défi auquel un client pourrait répondre.',
    ignored: 'L’appelant n’en a pas envoyé.',
    notAnswered: (scheme) => `Le défi n’offre que ${scheme}, et l’appelant n’y a pas répondu.`,
    none: 'La trace ne montre aucune tentative de l’appelant pour en envoyer.',
    rejected(kind, given) {
      const why = {
        user: ' : le nom d’utilisateur manque',
        realm: ` : ils sont faits pour le realm « ${given} »`,
        nonce: ' : ils répondent à un défi plus ancien',
        server: ' : le défi était venu d’un autre serveur',
        algorithm: ` : ils emploient ${given}, qui n’était pas offert`,
        qop: ` : ils emploient le qop ${given}, qui n’était pas offert`,
        refused: ', bien qu’ils répondent à son défi : l’utilisateur ou le mot de passe est faux',
        expired: ' : leur nonce avait expiré',
      }[String(kind)];
      return `Ceux que l’appelant a envoyés n’ont pas été acceptés${why ?? ''}.`;
    },
  },
  noResponse: (server, sends) =>
    `${server} n’a pas répondu du tout : l’INVITE a été envoyé ${times(sends)}, et aucune réponse n’est revenue.`,
  stalled: (server, time) =>
    `${server} a pris l’INVITE puis s’est tu : rien que 100 Trying${time === undefined ? '' : ` en ${duration(time)}`}.`,
  open: {
    nothing: 'Aucune réponse à cet appel n’est dans la trace.',
    trying: 'La trace ne contient que 100 Trying pour cet appel.',
    progress: 'La trace se termine avant l’issue de l’appel. Une progression avait été signalée.',
    ringing: 'La trace se termine avant l’issue de l’appel. Le téléphone sonnait.',
  },
  neverEnded: (server, status, waited) =>
    `L’appel n’a jamais eu de réponse finale : le dernier mot de ${address(server)} a été un ${status}, et rien ` +
    `ne l’a suivi pendant ${duration(waited)}.`,
  fragments: 'La trace ne contient que des fragments de cet appel.',
  advice: {
    tooEarly:
      'Si une tonalité de retour d’appel s’entend après le décroché, cette route décroche trop tôt : comparez-la à une autre.',
    audio:
      'Si l’appel était mauvais malgré tout, regardez l’audio : les adresses du SDP, et le RTP dans les deux sens.',
    beginEarlier: 'Lancez la capture avant l’appel pour voir comment il a été établi.',
    ringLonger: 'Si les appels doivent sonner plus longtemps, augmentez l’Expires de l’INVITE chez l’appelant.',
    noAnswerTimer: 'Vérifiez le timer de non-réponse du système qui a envoyé le CANCEL.',
    earlyMedia:
      'Cherchez ce que l’early media faisait entendre : une sonnerie, ou une annonce qui a fait raccrocher l’appelant.',
    nextHopSilent:
      'Cherchez pourquoi rien n’a sonné : le saut suivant avait la requête, regardez donc ce qu’il en a fait.',
    nextHopDead: 'Cherchez pourquoi rien n’a sonné : vérifiez adresse, port, transport et pare-feu du saut suivant.',
    callerGaveUp:
      'Rien à réparer quand l’appelant raccroche pendant la sonnerie. Si la messagerie vocale devait prendre l’appel avant, raccourcissez le timer de non-réponse.',
    elsewhere: 'Rien à réparer : le téléphone ne doit pas l’afficher comme appel manqué.',
    findCancel:
      'Cherchez un CANCEL au saut suivant, un Expires dans l’INVITE, et dans le journal de l’hôte qui a envoyé le 487.',
    redirection:
      'Autorisez l’appelant à suivre les redirections, ou faites faire le renvoi par le système qui redirige lui-même.',
    newPassword:
      'Redéfinissez le nom d’utilisateur et le mot de passe des deux côtés, et comparez le realm à celui du défi.',
    noResponse: 'Vérifiez adresse, port, transport et pare-feu, et si le serveur accepte cette source.',
    stalled:
      'Un 100 ne prouve que le saut suivant. Regardez un saut plus loin : une passerelle morte, une recherche qui ' +
      'bloque, ou une table de localisation vide.',
    neverEnded: 'Cherchez ce que l’autre côté attend : un timer de non-réponse devrait mettre fin à un tel appel.',
    bothWays: 'Capturez plus longtemps, et dans les deux sens.',
    longer: 'Capturez plus longtemps pour voir comment il se termine.',
  },
  beginWith: (status, name) => `Commencez par le ${status} de ${name}.`,
});
