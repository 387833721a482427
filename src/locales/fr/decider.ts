/** Who or what ended a call, in words. */
import type { DecisionWords } from '../verdict-pieces.ts';
import { duration } from './phrases.ts';

export const decisions: DecisionWords = {
  network: 'La cause montre que c’est le réseau qui a décidé, non l’usager.',
  'network-fast': 'Moins d’une seconde après la première progression, c’est le réseau qui a décidé, non une personne.',
  expires: (allowed) => `C’est la durée que l’INVITE accordait (Expires : ${duration(allowed)}).`,
  'hop-timer': 'C’est à peu près le temps que les proxys attendent un saut suivant muet (Kamailio 30 s, timer B 32 s).',
  'no-answer-timer': 'Une durée de sonnerie aussi ronde désigne un timer de non-réponse plutôt qu’une personne.',
  'no-answer-120': 'Les timers de non-réponse ont souvent cette durée (fr_inv_timer de Kamailio : 120 s).',
  'timer-c': 'C’est la durée du timer C des proxys (180 s).',
  person: 'Quelqu’un a pressé la touche de refus, ou une application l’a fait.',
  app: 'Si vite après la première sonnerie, une application ou un réglage a décidé, non une personne.',
  rule: 'Si vite et sans sonnerie, une règle ou un réglage a décidé, non une personne.',
  'device-setting': 'Si vite et sans sonnerie, un réglage du terminal a décidé, non une personne.',
  'no-device': 'Si vite et sans sonnerie, aucun terminal n’a très probablement été essayé.',
  'own-rule': 'Si vite, c’est très probablement une règle de cet hôte lui-même.',
  'own-fault': 'Si vite, la faute est très probablement dans cet hôte lui-même, non derrière lui.',
};
