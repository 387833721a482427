/** French words of the rules about NAT. */
import type { ArgsOf, RuleWords } from '../../../rules/define.ts';
import type { contactUnroutable } from '../../../rules/nat/contact-unroutable.ts';
import type { responseMisrouted } from '../../../rules/nat/response-misrouted.ts';
import type { sdpPrivateAddress } from '../../../rules/nat/sdp-private-address.ts';
import type { sipAlgInterference } from '../../../rules/nat/sip-alg-interference.ts';
import { count, of, the, times, to } from '../phrases.ts';

function signName({ kind, bytes, addresses }: ArgsOf<typeof sipAlgInterference>['signs'][number]): string {
  return {
    via: 'Via a l’adresse publique et Contact l’adresse privée',
    contact: 'Via et Contact ont l’adresse publique, Call-ID encore l’adresse privée',
    origin: 'c= a l’adresse publique et o= encore l’adresse privée',
    rtcp: 'c= a l’adresse publique et a=rtcp encore l’adresse privée',
    length: `Content-Length est faux de ${count(bytes, 'octet', 'octets')}, l’écart de longueur ${addresses === 1 ? 'd’une adresse réécrite' : `de ${addresses} adresses réécrites`}`,
  }[kind];
}

export const nat = {
  'contact-unroutable': {
    title: 'Contact injoignable',
    message: ({ kind, outcome, sender, other, carrier, contact, request }) => {
      const what = {
        private: `${contact}, une adresse privée`,
        loopback: `${contact}, qui ne dit rien à un autre hôte`,
        name: `${contact}, un nom sans domaine`,
        invalid: `${contact}, qui ne désigne aucun hôte`,
      }[kind];
      const then = {
        failed: `${the(request)} que ${other} y a envoyé n’est arrivé nulle part`,
        unacked: `aucun ACK de ${other} n’est venu, et le ${carrier} a été répété`,
        untried: `${other} ne peut pas y envoyer de requêtes`,
      }[outcome];
      return `Le Contact ${of(the(carrier))} de ${sender} est ${what} : ${then}.`;
    },
    why: ({ outcome, carrier }) =>
      outcome === 'failed' || outcome === 'unacked'
        ? 'Les requêtes de l’appel n’arrivent pas : de l’autre côté, on ne peut ni l’acquitter, ni le modifier, ni y mettre fin ; il reste bloqué ou tombe.'
        : carrier === 'REGISTER'
          ? 'Les appels vers ce terminal échouent, sauf si le registrar les envoie là d’où vient l’enregistrement.'
          : 'Les requêtes de l’autre côté (ACK, BYE, mise en attente) n’arriveront pas, sauf s’il les envoie là d’où vient ce message.',
    fix: ({ kind, sender, other }) => [
      kind === 'private'
        ? `Faites envoyer par ${other} là d’où viennent vraiment les messages (rewrite_contact=yes dans Asterisk PJSIP, fix_nated_contact dans Kamailio et OpenSIPS, set_contact_alias dans Kamailio, aggressive-nat-detection dans FreeSWITCH).`
        : `Réglez l’adresse que ${sender} écrit dans son Contact : son propre nom d’hôte ne se résout probablement pas ailleurs.`,
      kind === 'private'
        ? `Ou indiquez à ${sender} son adresse publique (external_signaling_address dans Asterisk PJSIP, ext-sip-ip dans FreeSWITCH, STUN ou outbound (RFC 5626) dans un téléphone).`
        : `Sur un hôte à plusieurs réseaux ou dans un conteneur, liez SIP à l’adresse que ${other} peut joindre.`,
    ],
    limits: ({ outcome, aware }) =>
      outcome === 'untried'
        ? aware
          ? 'Le serveur a vu la traduction (received dans Via) et peut fort bien envoyer à l’adresse réelle.'
          : 'La trace ne dit pas si le serveur garde le chemin de retour vers le client.'
        : '',
  } satisfies RuleWords<typeof contactUnroutable>,
  'response-misrouted': {
    title: 'Réponse envoyée au mauvais endroit',
    message: ({ kind, method, status, client, server, actual, repeats }) => {
      const unseen = repeats > 0 ? ` ; le client a ensuite répété sa requête ${times(repeats)}` : '';
      const sent = `${server} a envoyé son ${status} ${to(the(method))} vers ${actual}`;
      return {
        port: `${sent}, bien que rport le demande à ${client}${unseen}.`,
        'no-rport': `${sent}, le port du Via, et non vers ${client}${unseen}.`,
        source: `Le ${status} ${to(the(method))} de ${client} est parti de ${actual} au lieu de ${server}, où la requête était allée${unseen}.`,
        address: `${sent}, l’hôte du Via, et non vers ${client}${unseen}.`,
      }[kind];
    },
    why: ({ repeats }) =>
      repeats > 0
        ? 'Le client ne voit pas la réponse : il répète sa requête et abandonne, bien que le serveur fonctionne.'
        : 'Derrière un NAT ou un pare-feu, une telle réponse n’arrive pas ; cela ne marche que là où tous les ports sont ouverts.',
    fix: ({ kind, client, server }) =>
      ({
        port: [
          `Faites respecter rport par ${server} (force_rport=yes dans Asterisk PJSIP, force_rport dans Kamailio et OpenSIPS, NDLB-force-rport dans FreeSWITCH).`,
          `Si un répartiteur se trouve devant ${server}, faites-lui conserver le port source du client.`,
        ],
        'no-rport': [
          `Activez rport dans ${client} (RFC 3581), pour que les réponses reviennent par son association NAT.`,
          `Faites répondre ${server} dans tous les cas au port source (force_rport).`,
        ],
        source: [
          `Faites envoyer par ${server} ses réponses depuis l’adresse et le port où la requête est arrivée ; sur un hôte à plusieurs adresses, liez SIP à l’une d’elles.`,
          'Si un répartiteur distribue les requêtes, renvoyez les réponses par lui.',
        ],
        address: [
          `Faites ajouter received par ${server} et répondre à la source de la requête (RFC 3261 §18.2.2) ; force_rport fait les deux dans la plupart des serveurs.`,
          `Ou faites écrire par ${client} dans son Via une adresse que ${server} peut joindre.`,
        ],
      })[kind],
    limits: ({ repeats }) =>
      repeats > 0
        ? ''
        : 'La trace ne dit pas si le client a reçu la réponse ; une traduction d’adresse après le point de capture peut donner cette image.',
  } satisfies RuleWords<typeof responseMisrouted>,
  'sdp-private-address': {
    title: 'Adresse média privée dans le SDP',
    message: ({ kind, sender, other, carrier, media, address, port, seenAs, rtp, packets }) => {
      const wants = `Le SDP ${of(the(carrier))} de ${sender} demande son média ${media} à ${address} port ${port}`;
      return (
        {
          outside: `${wants}, une adresse privée que ${other} ne peut pas joindre.`,
          inside: `${wants}, et ${other} voit l’émetteur comme ${seenAs}.`,
          loopback: `${wants}, qu’aucun autre hôte ne peut joindre.`,
        }[kind] +
        {
          astray: ` ${count(packets, 'paquet RTP y est allé', 'paquets RTP y sont allés')}.`,
          answered: ' L’autre côté envoie là d’où ses médias viennent vraiment.',
          unknown: '',
        }[rtp]
      );
    },
    why: ({ rtp }) =>
      rtp === 'answered'
        ? 'L’audio passe parce que l’autre côté ne tient pas compte de cette adresse ; avec un côté qui y croit, celui-ci n’entend rien.'
        : rtp === 'astray'
          ? 'Ce qui est envoyé à cette adresse se perd : ce côté n’entend rien.'
          : 'Le média envoyé à cette adresse se perd, et ce côté n’entend donc rien, sauf si l’autre côté ignore le SDP et répond là d’où vient le média.',
    fix: ({ kind, sender, other, seenAs }) => [
      kind === 'loopback'
        ? `Liez ${sender} à son adresse réseau : son nom d’hôte se résout probablement en 127.0.0.1 ou 127.0.1.1.`
        : `Indiquez à ${sender} son adresse publique${seenAs === '' ? '' : ` (${seenAs})`} : external_media_address avec local_net dans Asterisk PJSIP, ext-rtp-ip dans FreeSWITCH, STUN ou ICE dans un téléphone.`,
      `Faites relayer par ${other} le média des clients derrière NAT et répondre à leur source réelle (rtp_symmetric, comedia, rtpengine), dans 183, PRACK, UPDATE et ACK aussi.`,
      'Si un routeur avec SIP ALG s’interpose, désactivez l’ALG : il change souvent Contact et oublie le SDP.',
    ],
    limits: ({ kind, rtp }) =>
      rtp !== 'unknown'
        ? ''
        : kind === 'inside'
          ? 'La capture a été faite dans le réseau privé : un équipement du chemin peut rectifier l’adresse, et l’autre côté peut répondre à la source réelle du média.'
          : 'Les messages SIP ne disent pas si l’autre côté répond à la source réelle du média (RTP symétrique).',
  } satisfies RuleWords<typeof sdpPrivateAddress>,
  'sip-alg-interference': {
    title: 'Message réécrit à moitié par un routeur (SIP ALG)',
    message: ({ method, client, signs }) =>
      `Un élément intermédiaire a réécrit en partie ${the(method)} de ${client} : ${signs.map(signName).join(' ; ')}.`,
    why: ({ length }) =>
      length
        ? 'Le serveur coupe le corps au mauvais octet ou refuse le message : des appels échouent ou perdent leur ligne média.'
        : 'Le serveur ne voit pas de NAT et ne le contourne pas, et la moitié oubliée ne mène nulle part : audio à sens unique, appels impossibles à joindre ou à terminer.',
    fix: ({ client, inside }) => [
      `Désactivez le SIP ALG (appelé aussi SIP helper, fixup ou inspection) dans le routeur qui a ${client} à l’extérieur et ${inside} à l’intérieur.`,
      'Si le routeur ne le permet pas, employez TLS ou un autre port que 5060, que son ALG n’examine pas.',
      'Laissez ensuite le serveur gérer le NAT : rport, RTP symétrique et keep-alives.',
    ],
    limits: () =>
      'Un téléphone ou un PBX auquel on n’a indiqué qu’une de ses adresses publiques peut donner la même image.',
  } satisfies RuleWords<typeof sipAlgInterference>,
};
