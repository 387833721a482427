/** Why a rule could not decide, by guard. */
import type { Guard } from '../../rules/define.ts';

export const guards: Readonly<Record<Guard, string>> = {
  'G-START': 'Le début n’a pas été capturé.',
  'G-END': 'La capture s’arrête avant que le timer en question ait pu expirer.',
  'G-ONESIDED': 'La capture ne montre qu’un sens entre ces hôtes.',
  'G-LOG': 'Le journal n’indique pas ce qu’il faudrait (heures ou adresses exactes).',
  'G-SNAP': 'La capture n’a gardé qu’une partie du message.',
  'G-DUP': 'La capture contient plusieurs fois les mêmes paquets.',
  'G-HOP': 'Un autre saut de l’appel montre autre chose.',
  'G-LOSS': 'La capture elle-même a perdu des paquets à cet endroit.',
  'G-NAT': 'Des adresses sont traduites entre les points que la capture montre.',
  'G-FORK': 'L’appel a été dupliqué par fork, et les branches ne se distinguent pas ici.',
  'G-RETR': 'Les répétitions ne servent peut-être qu’à garder ouverte une association NAT.',
  'G-TCP': 'La connexion n’a pas été capturée depuis son début, ou l’a été avec des trous.',
  'G-CLOCK': 'Les horloges des points de capture diffèrent trop.',
  'G-LEG': 'L’autre segment de l’appel n’est pas dans cette trace.',
  'G-MEDIA': 'La capture ne contient que la signalisation.',
  'G-CRYPT': 'Ce qu’il faudrait est chiffré.',
};
