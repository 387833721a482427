import type { Evidence, Transaction } from '../../model.ts';
import { evidenceOf } from '../../state/evidence.ts';
import { type Conversation, defineRule, type Watch } from '../define.ts';
import { addressesInferred } from '../guards.ts';
import { passedOn } from '../hops.ts';

type Shown = {
  /** Calls and other conversations of which a request is seen on several hops. */
  conversations: number;
  /** Different paths, and the most frequent ones. */
  paths: number;
  path: string;
};

interface Path {
  count: number;
  readonly at: readonly Evidence[];
}

const PATH_LIMIT = 256;
/** Paths that the message names. */
export const SHOWN = 3;
/** Hops of one request, and requests of one conversation, that are looked at. */
const DEPTH = 8;
const REACH = 4;
const CLIP = 300;

/** The hops of one request, from the first that is seen down. */
function hopsOf(first: Transaction, conversation: Conversation): readonly Transaction[] {
  const hops = [first];
  for (let last = first; hops.length < DEPTH; last = hops[hops.length - 1]) {
    const below = passedOn(last, conversation).find((one) => one.request !== undefined && !hops.includes(one));
    if (below === undefined) break;
    hops.push(below);
  }
  return hops;
}

function watchHops(): Watch<Shown> {
  const paths = new Map<string, Path>();
  let conversations = 0;
  let others = 0;

  return {
    see(conversation) {
      const { transactions } = conversation;
      if (transactions.length < 2) return;
      for (let i = 0; i < transactions.length - 1 && i < REACH; i++) {
        const { request } = transactions[i];
        if (request === undefined || addressesInferred(request)) continue;
        const hops = hopsOf(transactions[i], conversation);
        if (hops.length < 2) continue;
        conversations++;
        const name = [hops[0].client.address, ...hops.map(({ server }) => server.address)].join(' > ').slice(0, CLIP);
        const known = paths.get(name);
        if (known !== undefined) known.count++;
        else if (paths.size >= PATH_LIMIT) others++;
        else paths.set(name, { count: 1, at: hops.flatMap((hop) => (hop.request ? [evidenceOf(hop.request)] : [])) });
        return;
      }
    },
    *hits() {
      const sorted = [...paths].sort((a, b) => b[1].count - a[1].count);
      const [most] = sorted;
      if (most === undefined) return;
      yield {
        at: most[1].at,
        args: {
          conversations,
          paths: sorted.length + (others > 0 ? 1 : 0),
          path: sorted
            .slice(0, SHOWN)
            .map(([name]) => name)
            .join('; '),
        },
        confidence: 'certain',
      };
    },
  };
}

/** Capture rule C7: one request on several hops, which is no repetition. */
export const captureMultiHop = defineRule<'capture', Shown>({
  id: 'capture-multi-hop',
  severity: 'info',
  scope: 'capture',
  title: 'Requests seen on several hops',
  spec: [],
  example: { conversations: 12, paths: 1, path: '192.0.2.1 > 192.0.2.5 > 192.0.2.7' },
  why: () => 'The same request before and behind a proxy is one request: each fault is told on the hop where it began.',
  fix: () => [
    'Nothing to do: with several hops in the capture it can be told which element delays, changes or loses a message.',
    'If only one side of the proxy matters, filter by the addresses of that side.',
  ],
  message: ({ conversations, paths, path }) =>
    `${conversations === 1 ? 'One conversation is' : `${conversations} conversations are`} seen on several hops: ${path}` +
    (paths > SHOWN ? `, and ${paths - SHOWN === 1 ? 'one other path' : `${paths - SHOWN} other paths`}.` : '.'),
  watch: watchHops,
});
