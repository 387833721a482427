import type { WarningCode } from '../../catalogue/warnings.ts';
import type { CauseText } from '../locale.ts';

/** Words for each Warning code; the facts are in `catalogue/warnings.ts`. `means` is a whole clause behind a colon. */
export const warnings: Readonly<Record<WarningCode, CauseText>> = {
  300: {
    means: 'le média utilise un protocole réseau, comme IPv6, que l’autre bout n’a pas',
    advice: 'Offrez l’autre version d’IP, les deux par ICE, ou un relais média qui traduit.',
  },
  301: {
    means: 'l’autre bout ne peut pas utiliser le genre d’adresse donné dans la ligne c=',
    advice: 'Mettez dans la ligne c= une adresse d’un type que l’autre bout prend en charge, en général IP4.',
  },
  302: {
    means: 'l’autre bout ne prend pas en charge le transport du média, comme RTP/SAVP ou TCP',
    advice: 'Alignez la politique SRTP des deux côtés ou laissez le SBC convertir entre RTP et SRTP.',
  },
  303: {
    means: 'l’autre bout ne comprend pas l’unité de bande passante de la ligne b=',
    advice: 'Employez b=AS ou retirez la ligne b=.',
  },
  304: {
    means: 'l’autre bout n’a pas l’un des types de média offerts, comme vidéo ou image',
    advice: 'Offrez l’audio seul, ou activez du côté appelé le type de média manquant.',
  },
  305: {
    means: 'l’autre bout ne prend en charge aucun des codecs offerts pour un flux',
    advice: 'Ajoutez un codec que les deux côtés ont, tel que G.711, ou transcodez sur le SBC.',
  },
  306: {
    means: 'l’autre bout ne prend pas en charge l’un des attributs a=',
    advice: 'Trouvez l’attribut dans le texte du Warning et retirez-le ou rendez-le facultatif.',
  },
  307: {
    means: 'l’autre bout ne comprend pas une autre partie de la description de session',
    advice: 'Comparez le SDP ligne par ligne avec un SDP que ce pair accepte.',
  },
  308: {
    means: 'aucune des langues demandées n’est prise en charge',
    advice: 'Choisissez une langue de la liste du texte du Warning, ou retirez les attributs de langue.',
  },
  330: {
    means: 'le média multicast ne peut pas atteindre le réseau de l’autre bout',
    advice: 'Offrez plutôt une adresse unicast.',
  },
  331: {
    means: 'le média unicast ne peut pas atteindre le réseau de l’autre bout, en général à cause d’un pare-feu',
    advice: 'Ouvrez les ports RTP du pare-feu ou faites passer le média par un relais.',
  },
  370: {
    means: 'le média demande plus de bande passante qu’il n’y en a',
    advice:
      'Offrez un codec plus économe ou renoncez à la vidéo, et vérifiez les limites du contrôle d’admission (CAC).',
  },
  380: {
    means: 'l’appelé ne peut pas être joint par une URI sips',
    advice:
      'Appelez avec une URI sip si la politique le permet, ou enregistrez le terminal sur TLS avec un Contact sips.',
  },
  381: {
    means: 'l’appelé ne peut être joint que par une URI sips',
    advice: 'Appelez avec une URI sips, sur TLS à chaque saut.',
  },
  399: {
    means: 'le serveur ajoute une remarque en texte libre',
    advice: 'Lisez le texte tel quel, et ne laissez aucune machine agir d’après lui.',
  },
};
