import type { TimerId } from '../../catalogue/timers.ts';
import type { TimerText } from '../locale.ts';

/** Words for each timer; the facts are in `catalogue/timers.ts`. */
export const timers: Readonly<Record<TimerId, TimerText>> = {
  T1: {
    title: 'T1 : estimation de l’aller-retour',
    does:
      'L’unité de presque tous les autres temporisateurs : le temps qu’un message et sa réponse doivent prendre. ' +
      'Sur les chemins lents, comme la radio mobile, il est réglé plus haut.',
    expired: 'Il n’expire pas lui-même. Le premier écart entre deux copies d’un INVITE montre le T1 d’un hôte.',
  },
  T2: {
    title: 'T2 : plus long écart entre copies',
    does:
      'La limite des écarts croissants entre les copies des requêtes autres qu’INVITE, et des réponses finales à ' +
      'INVITE.',
    expired: 'Des copies toutes les 4 s montrent qu’un hôte l’a atteint : l’autre côté se tait depuis 3,5 s au moins.',
  },
  T4: {
    title: 'T4 : plus longue vie d’un message',
    does: 'Combien de temps une copie peut encore errer dans le réseau. Les temporisateurs I et K en sont faits.',
    expired: 'On ne voit rien : après lui, les copies tardives ne rencontrent plus de transaction.',
  },
  A: {
    title: 'Temporisateur A : INVITE répété',
    does:
      'Renvoie l’INVITE sur UDP tant qu’il n’y a pas de réponse, à des écarts qui doublent : après 0,5, 1,5, 3,5, ' +
      '7,5, 15,5 et 31,5 s. Toute réponse l’arrête.',
    expired:
      'Des copies d’un INVITE à écarts croissants : le saut suivant ne répond pas, ou son 100 ne revient pas. Sept ' +
      'copies font une série complète.',
  },
  B: {
    title: 'Temporisateur B : INVITE sans réponse',
    does: 'Met fin à un INVITE qui n’a reçu aucune réponse. Il tourne sur tous les transports.',
    expired:
      'Après lui, le client renonce : il essaie le serveur suivant, ou son usager obtient 408 sans qu’un 408 ' +
      'circule. Un proxy envoie un 408 à l’appelant vers ce moment-là.',
  },
  C: {
    title: 'Temporisateur C : INVITE sans fin',
    does: 'Met fin, dans un proxy, à un INVITE qui sonne sans réponse finale. Chaque 101 à 199 le relance, un 100 non.',
    expired:
      'Le proxy envoie CANCEL vers l’aval, et l’appelant reçoit 487 ou 408 environ trois minutes après le dernier ' +
      'signe de vie. Les produits le règlent souvent plus bas, à 120 s par exemple.',
  },
  D: {
    title: 'Temporisateur D : refus tardifs',
    does: 'Garde la transaction du client après un refus, pour que les copies de celui-ci soient de nouveau acquittées.',
    expired: 'On ne voit rien en soi. Si le serveur répète encore un refus après lui, plus aucun ACK ne répond.',
  },
  E: {
    title: 'Temporisateur E : requête répétée',
    does:
      'Renvoie sur UDP toute requête autre qu’INVITE : après 0,5, 1,5, 3,5 et 7,5 s, puis toutes les 4 s. Une ' +
      'réponse provisoire le ralentit à T2.',
    expired:
      'Des copies de REGISTER, OPTIONS ou BYE : le pair ne répond pas, ou sa réponse se perd. Onze copies font une ' +
      'série complète.',
  },
  F: {
    title: 'Temporisateur F : requête sans réponse',
    does: 'Met fin à une requête autre qu’INVITE restée sans réponse finale. Il tourne sur tous les transports.',
    expired:
      'Le client renonce : un enregistrement compte comme échoué, un pair comme hors service, et après un BYE ' +
      'l’appel peut subsister de l’autre côté.',
  },
  G: {
    title: 'Temporisateur G : refus répété',
    does: 'Renvoie sur UDP le refus d’un INVITE jusqu’à son ACK.',
    expired: 'Des copies du même 3xx à 6xx : l’ACK n’atteint pas le serveur, ou le client ne l’envoie pas.',
  },
  H: {
    title: 'Temporisateur H : refus sans ACK',
    does: 'Met fin à l’attente de l’ACK d’un refus.',
    expired: 'Les copies du refus s’arrêtent. L’appel est fini de toute façon ; seul l’ACK absent reste à expliquer.',
  },
  I: {
    title: 'Temporisateur I : ACK tardifs',
    does: 'Garde la transaction du serveur après l’ACK d’un refus, pour en absorber les copies.',
    expired: 'On ne voit rien : pendant ce temps, les copies de l’ACK sont ignorées.',
  },
  J: {
    title: 'Temporisateur J : copies tardives d’une requête',
    does:
      'Garde la transaction du serveur après sa réponse finale, pour qu’une copie de la requête reçoive la même ' +
      'réponse.',
    expired:
      'Une copie plus tardive compte comme une nouvelle requête : un vieux BYE reçoit alors 481, un vieux REGISTER ' +
      '400 ou 500.',
  },
  K: {
    title: 'Temporisateur K : réponses tardives',
    does: 'Garde la transaction du client après la réponse finale, pour en absorber les copies.',
    expired: 'On ne voit rien : les copies tardives de la réponse sont jetées.',
  },
  L: {
    title: 'Temporisateur L : appel décroché, côté serveur',
    does: 'Garde la transaction du serveur d’un INVITE décroché, pour absorber les copies de l’INVITE.',
    expired: 'On ne voit rien. Une copie après lui ouvrirait un second appel.',
  },
  M: {
    title: 'Temporisateur M : appel décroché, côté client',
    does: 'Garde la transaction du client d’un INVITE décroché, pour que d’autres 2xx d’un fork atteignent l’appelant.',
    expired:
      'Un 2xx plus tardif n’appartient à rien : il ne reçoit pas d’ACK, et le téléphone qui l’a envoyé met fin à ' +
      'l’appel.',
  },
  N: {
    title: 'Temporisateur N : attente de NOTIFY',
    does: 'Le temps que l’abonné attend le premier NOTIFY après SUBSCRIBE ou REFER, et après chaque rafraîchissement.',
    expired: 'L’abonnement compte comme échoué bien qu’il ait reçu 200, et le voyant reste éteint.',
  },
  '2xx': {
    title: 'Décroché sans ACK',
    does:
      'L’appelé répète le 200 d’un INVITE, après 0,5, 1,5, 3,5 et 7,5 s, puis toutes les 4 s, jusqu’à l’ACK. Il le ' +
      'fait sur tous les transports.',
    expired: 'Après 32 s sans ACK, l’appelé envoie BYE : c’est l’appel bien connu qui tombe au bout d’une demi-minute.',
  },
  '100rel': {
    title: 'Progression fiable sans PRACK',
    does: 'L’appelé répète un 18x fiable à des écarts qui doublent jusqu’à son PRACK.',
    expired:
      'Après 32 s, il devrait refuser l’INVITE par un 5xx. Avant cela, des copies au même RSeq montrent que le ' +
      'PRACK manque.',
  },
  trying: {
    title: '100 en moins de 200 ms',
    does:
      'Un serveur qui ne peut répondre à un INVITE dans ce délai doit envoyer 100, pour que le client cesse de le ' +
      'répéter.',
    expired:
      'Des copies de l’INVITE arrivent avant le 100 : le serveur a été plus lent que T1, occupé ou en attente ' +
      'd’une base de données.',
  },
  progress: {
    title: 'Signe de vie pendant la sonnerie',
    does:
      'Tant que cela sonne ou attend, l’appelé envoie une réponse provisoire chaque minute, pour que les proxys ' +
      'n’atteignent pas le temporisateur C.',
    expired:
      'Sans elle, les proxys annulent les appels qui sonnent ou attendent plus de trois minutes. Une réponse ' +
      'fiable ne doit partir que toutes les deux minutes et demie.',
  },
  glare: {
    title: 'Attente après 491',
    does:
      'Combien de temps un côté attend après 491 avant de retenter son re-INVITE ou UPDATE : 2,1 à 4 s pour celui ' +
      'qui a ouvert l’appel, 0 à 2 s pour l’autre.',
    expired:
      'Une seconde tentative arrive dans ce délai et réussit. Si les deux côtés réessaient de nouveau en même ' +
      'temps, l’un d’eux ne s’en tient pas à sa part.',
  },
  invite: {
    title: 'Durée permise de la sonnerie',
    does: 'Combien de temps un INVITE peut sonner, tel que l’appelant l’a écrit dans Expires.',
    expired: 'L’appelé répond 487 sans qu’il y ait de CANCEL, et le temps écoulé depuis l’INVITE est égal à la valeur.',
  },
  session: {
    title: 'Temporisateur de session',
    does:
      'Combien de temps un appel décroché vit sans rafraîchissement. Celui qui rafraîchit envoie re-INVITE ou ' +
      'UPDATE à la moitié ; 1800 s sont recommandées, 90 s sont le minimum.',
    expired:
      'Le côté qui attend en vain envoie BYE, 32 s ou un tiers de l’intervalle avant la fin, au plus court des ' +
      'deux. Des appels qui durent tous aussi longtemps en sont la marque.',
  },
  registration: {
    title: 'Validité d’un enregistrement',
    does:
      'Combien de temps le registrar garde une association, telle que son 200 l’accorde. Les téléphones ' +
      'rafraîchissent bien avant, entre la moitié et les neuf dixièmes.',
    expired:
      'Les appels vers le téléphone sont refusés par 404 ou 480, alors que le téléphone se croit encore enregistré.',
  },
  subscription: {
    title: 'Validité d’un abonnement',
    does:
      'Combien de temps le notifieur garde un abonnement, tel que son 200 l’accorde. Sans Expires, le paquet ' +
      'd’événements décide, pour la présence une heure.',
    expired: 'Un dernier NOTIFY avec terminated et timeout, après quoi voyants et listes restent figés.',
  },
  flow: {
    title: 'Keep-alive d’une connexion enregistrée',
    does:
      'À quel rythme un téléphone montre que sa connexion vit encore : sur TCP toutes les 95 à 120 s par CRLF, sur ' +
      'UDP toutes les 24 à 29 s par STUN, ou un peu moins que Flow-Timer.',
    expired:
      'Le registrar abandonne la connexion et répond aux appels par 430 ou 480 ; le téléphone se réenregistre par ' +
      'une nouvelle connexion.',
  },
};
