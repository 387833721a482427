/** Who or what ended a call, as far as code, cause and timing tell (response-codes.md §6.1). */
import type { Args } from '../../model.ts';
import { tellingCause } from './reason.ts';

/** Timers that their length gives away, in ms (response-codes.md §6.1 item 4). */
export function timer(ms: unknown, ringing: boolean): string {
  const seconds = Number(ms) / 1000;
  const near = (wanted: number, margin: number) => seconds >= wanted - 0.5 && seconds <= wanted + margin;
  if (!ringing && near(30, 3))
    return 'C’est à peu près le temps que les proxys attendent un saut suivant muet (Kamailio 30 s, timer B 32 s).';
  if (near(120, 2)) return 'Les timers de non-réponse ont souvent cette durée (fr_inv_timer de Kamailio : 120 s).';
  return near(180, 5) ? 'C’est la durée du timer C des proxys (180 s).' : '';
}

/** Q.850 causes of routes, trunks and switches, in which no user has a part. */
const ofNetwork: ReadonlySet<number> = new Set([2, 3, 25, 27, 34, 38, 41, 42, 44, 46, 47, 58]);

/** Who or what decided, where code and timing tell (response-codes.md §6.1 items 3 and 4); nothing is better than a guess. */
export function decider(args: Args): string {
  const status = Number(args.status);
  const cause = tellingCause(args);
  if (cause !== undefined)
    return ofNetwork.has(cause.code) ? 'La cause montre que c’est le réseau qui a décidé, non l’usager.' : '';
  if (args.insteadOf !== undefined || args.after === undefined) return '';
  if (status === 408 || status === 504) return timer(args.rang ?? args.after, args.rang !== undefined);
  if (args.rang !== undefined && (status === 486 || status === 603 || status === 607)) {
    const rang = Number(args.rang);
    if (rang < 500)
      return 'Si vite après la première sonnerie, une application ou un réglage a décidé, non une personne.';
    return rang >= 1_000 && rang <= 20_000 ? 'Quelqu’un a pressé la touche de refus, ou une application l’a fait.' : '';
  }
  if (args.ringing === true || Number(args.after) >= 300) {
    return status >= 500 && status < 600 && args.ringing !== true ? timer(args.after, false) : '';
  }
  if (status === 603) return 'Si vite et sans sonnerie, une règle ou un réglage a décidé, non une personne.';
  if (status === 480)
    return args.role === 'callee'
      ? 'Si vite et sans sonnerie, un réglage du terminal a décidé, non une personne.'
      : 'Si vite et sans sonnerie, aucun terminal n’a très probablement été essayé.';
  if (status === 403) return 'Si vite, c’est très probablement une règle de cet hôte lui-même.';
  return status >= 500 && status < 600
    ? 'Si vite, la faute est très probablement dans cet hôte lui-même, non derrière lui.'
    : '';
}
