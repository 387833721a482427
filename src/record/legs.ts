/** The legs of the calls that are listed, as each of them sees the others. */
import { joinLegs, type LegReason, type Relation } from '../state/leg-joins.ts';
import type { LegFacts } from '../state/legs.ts';

export interface LegLink {
  /** Number of the other call. */
  readonly call: number;
  /** `onward`: the other call is what became of this one. */
  readonly direction: 'onward' | 'back';
  readonly relation: Relation;
  /** Host that placed the later call. */
  readonly host: string;
  readonly score: number;
  readonly reasons: readonly LegReason[];
}

/** Other legs named at one call: a hunt through a hundred gateways has more, and says no more with them. */
const LINK_LIMIT = 32;

/** `calls` in the order of the report; the result by their number. */
export function linkLegs(
  calls: readonly { readonly leg: LegFacts | undefined }[],
): ReadonlyMap<number, readonly LegLink[]> {
  const legs = calls.flatMap(({ leg }, call) => (leg === undefined ? [] : [{ leg, call }]));
  legs.sort((a, b) => a.leg.start - b.leg.start);
  const links = new Map<number, LegLink[]>();
  const put = (call: number, link: LegLink) => {
    const known = links.get(call);
    if (known === undefined) links.set(call, [link]);
    else if (known.length < LINK_LIMIT) known.push(link);
  };
  for (const { from, to, relation, score, reasons } of joinLegs(legs.map(({ leg }) => leg))) {
    const shared = { relation, score, reasons, host: legs[to].leg.client };
    put(legs[from].call, { ...shared, call: legs[to].call, direction: 'onward' });
    put(legs[to].call, { ...shared, call: legs[from].call, direction: 'back' });
  }
  return links;
}
