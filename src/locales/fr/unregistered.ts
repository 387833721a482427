import type { UnregisteredCode } from '../../catalogue/statuses.ts';
import type { UnregisteredText } from '../locale.ts';

/** Words for the codes that are met although nobody registered them; the facts are in `catalogue/statuses.ts`. */
export const unregistered: Readonly<Record<UnregisteredCode, UnregisteredText>> = {
  409: {
    from: 'RFC 2543, abandonné par la RFC 3261',
    description:
      'Un enregistrement en contredit un autre. La RFC 2543 avait repris ce code de HTTP ; la RFC 3261 l’a ' +
      'abandonné, et les clients le traitent comme 400.',
    whenSeen: 'De la part de vieux registrars, et de scripts dont l’auteur pensait à HTTP.',
    howToFix:
      'Regardez les associations de l’usager sur le registrar, et faites employer au serveur 403 ou 500 à la place.',
    means: 'l’enregistrement en contredit un autre, dans les termes d’une ancienne RFC',
    useWhen: 'un pair parle encore RFC 2543 ; tous les autres le traitent comme 400',
  },
  411: {
    from: 'RFC 2543, abandonné par la RFC 3261',
    description:
      'Content-Length manque dans la requête. La RFC 2543 avait repris ce code de HTTP ; la RFC 3261 l’a ' +
      'abandonné, et les clients le traitent comme 400.',
    whenSeen: 'De la part de très vieux serveurs, et de scripts pensés pour HTTP.',
    howToFix: 'Faites envoyer Content-Length au client, sur TCP en tout cas.',
    means: 'le serveur exige Content-Length, dans les termes d’une ancienne RFC',
    useWhen: 'le client parle encore RFC 2543 et oublie Content-Length ; tous les autres le traitent comme 400',
  },
  477: {
    from: 'Kamailio et OpenSIPS',
    description:
      'Le proxy n’a pas pu envoyer la requête au saut suivant : pas de socket, pas de route, connexion refusée ou ' +
      'négociation TLS échouée. Les clients le traitent comme 400.',
    whenSeen:
      'De la part de Kamailio et d’OpenSIPS, aussitôt après l’INVITE, quand une passerelle ou un téléphone est ' +
      'injoignable par TCP, TLS ou WebSocket.',
    howToFix:
      'Cherchez dans le journal du proxy l’adresse essayée. Vérifiez les sockets d’écoute, la route, et si la ' +
      'connexion d’un téléphone enregistré est encore ouverte.',
    means: 'le proxy n’a pas pu envoyer au saut suivant ; le code est propre à Kamailio et à OpenSIPS',
    useWhen:
      'un proxy Kamailio ou OpenSIPS signale un envoi échoué à l’un de ses clients ; pour les autres c’est un 400',
  },
  478: {
    from: 'Kamailio et OpenSIPS',
    description: 'Le proxy n’a pas pu résoudre le nom du saut suivant. Les clients le traitent comme 400.',
    whenSeen:
      'De la part de Kamailio et d’OpenSIPS, après une résolution DNS échouée du Request-URI ou d’un Route, ' +
      'parfois après des secondes d’attente.',
    howToFix:
      'Résolvez le nom sur le proxy lui-même, en NAPTR, SRV et A ou AAAA. Un mauvais domaine dans le plan de ' +
      'numérotation ou un serveur DNS mort sont les causes habituelles.',
    means: 'le nom du saut suivant n’a pas pu être résolu ; le code est propre à Kamailio et à OpenSIPS',
    useWhen:
      'un proxy Kamailio ou OpenSIPS signale une résolution échouée à l’un de ses clients ; pour les autres c’est ' +
      'un 400',
  },
  479: {
    from: 'Kamailio et OpenSIPS',
    description: 'Le proxy n’a pas su lire l’URI vers lequel il devait envoyer. Les clients le traitent comme 400.',
    whenSeen:
      'De la part de Kamailio et d’OpenSIPS, quand un Request-URI, un Route ou une cible réécrite est mal formé.',
    howToFix:
      'Regardez le Request-URI et ce que le script de routage en a fait ; un schéma absent ou un caractère égaré ' +
      'suffit.',
    means: 'l’URI cible est illisible ; le code est propre à Kamailio et à OpenSIPS',
    useWhen:
      'un proxy Kamailio ou OpenSIPS signale un URI mal formé à l’un de ses clients ; pour les autres c’est un 400',
  },
  490: {
    from: 'un Internet-Draft expiré ; encore cité par PJSIP et Sofia-SIP',
    description:
      'Une requête a été devancée par sa propre mise à jour, dans les termes d’un projet qui n’est jamais devenu ' +
      'une RFC. Les clients le traitent comme 400.',
    whenSeen: 'Presque jamais sur le réseau ; certaines piles en gardent le nom dans leurs tables.',
    howToFix: 'Regardez le produit dans Server, car seul son constructeur peut dire pourquoi il a été envoyé.',
    means: 'la requête a été remplacée par une plus récente, dans les termes d’un projet expiré',
    useWhen: 'les deux côtés suivent le projet expiré ; tous les autres le traitent comme 400',
  },
  687: {
    from: 'un Internet-Draft expiré ; encore cité par Sofia-SIP',
    description:
      'Le dialogue a pris fin, dans les termes d’un projet qui n’est jamais devenu une RFC. Les clients le ' +
      'traitent comme 600, le forking s’arrête donc.',
    whenSeen: 'Presque jamais sur le réseau ; Sofia-SIP en garde le nom.',
    howToFix: 'Si d’autres cibles doivent être essayées après lui, faites-le remplacer par 481 ou 487.',
    means: 'le dialogue a pris fin, dans les termes d’un projet expiré',
    useWhen: 'les deux côtés suivent le projet expiré ; tous les autres le traitent comme 600',
  },
};
