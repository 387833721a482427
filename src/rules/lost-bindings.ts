/** Bindings that are lost after they were granted: nobody refreshes them, or nobody is there any more (rule 17). */
import type { Evidence } from '../model.ts';
import type { Account, Binding, Bindings } from '../state/bindings.ts';
import type { Context, Hit, Watch } from './define.ts';
import { endedBefore, milliseconds } from './guards.ts';
import { Reachability, type Sign } from './reachability.ts';

export type Lost = {
  /**
   * In the answer: `pushed-out` (another device is listed), `not-listed`, `no-time`, `other-port`. Later: `lapsed` (nobody
   * refreshed it), `lapsed-calls` (while the phone goes on calling), `lapsed-refused` (while calls to it are refused),
   * `unknown` (refused while it holds), `port-gone` (the phone is under another port meanwhile).
   */
  kind:
    | 'pushed-out'
    | 'not-listed'
    | 'no-time'
    | 'other-port'
    | 'lapsed'
    | 'lapsed-calls'
    | 'lapsed-refused'
    | 'unknown'
    | 'port-gone';
  aor: string;
  contact: string;
  registrar: string;
  /** Seconds granted. */
  granted: number;
  /** What the registrar lists instead, or where the phone is now. */
  other: string;
  status: number;
  phrase: string;
  method: string;
  /** ms since the registration was granted. */
  after: number;
};

const CLIP = 80;

export const clipContact = (text: string) => (text.length > CLIP ? `${text.slice(0, CLIP)}…` : text);

/** The binding of an account that held at `time`. */
function heldAt({ changes }: Account, time: number): Binding | undefined {
  for (let i = changes.length - 1; i >= 0; i--) {
    const { binding } = changes[i];
    if (
      binding.granted > time ||
      binding.until <= time ||
      changes[i].kind === 'removed' ||
      changes[i].kind === 'dropped'
    )
      continue;
    const ended = changes.some(
      (other) =>
        other.time >= binding.granted &&
        other.time <= time &&
        (other.kind === 'removed' ||
          other.kind === 'dropped' ||
          (other.kind === 'moved' && other.before?.key === binding.key)) &&
        (other.binding.key === binding.key || other.before?.key === binding.key),
    );
    if (!ended) return binding;
  }
  return undefined;
}

/** Nobody refreshed the last binding: its end came and went. */
function lapsedOf(account: Account, { bindings, now, thresholds }: Context): Binding | undefined {
  let last: Binding | undefined;
  for (const binding of account.bindings.values()) if (last === undefined || binding.until > last.until) last = binding;
  if (last === undefined || last.expires === 0 || bindings.lastTry(account.aor) > last.granted) return undefined;
  const over = milliseconds(last.until, now) >= thresholds.bindingGrace;
  return over && !endedBefore({ now, thresholds }, last.granted, last.expires * 1000) ? last : undefined;
}

const userOf = (aor: string) => aor.slice(0, Math.max(0, aor.indexOf('@')));

/** The Request-URI names the address of record, by its domain or by the address of its server. */
function isFor({ aor, server }: Sign, account: Account): boolean {
  if (server !== account.registrar) return false;
  if (aor === account.aor) return true;
  const user = userOf(aor);
  return user !== '' && user === userOf(account.aor) && aor.slice(user.length + 1) === server;
}

export function watchBindings(): Watch<Lost> {
  const signs = new Reachability();
  // Made at the end, when all signs are there.
  const index = new Map<string, ReadonlyMap<string, readonly Sign[]>>();
  const look = (name: string, list: readonly Sign[], nameOf: (sign: Sign) => string, key: string): readonly Sign[] => {
    const known = index.get(name) ?? groupBy(list, nameOf);
    index.set(name, known);
    return known.get(key) ?? [];
  };
  const refusedFor = ({ aor }: Account) => look('refused', signs.refused, (sign) => userOf(sign.aor), userOf(aor));
  const callsBy = ({ aor }: Account) => look('calls', signs.calls, (sign) => sign.aor, aor);
  const silentAt = (socket: string) => look('silent', signs.silent, (sign) => sign.socket, socket);

  function hitOf(account: Account, binding: Binding, shown: Partial<Lost>, at: readonly Evidence[]): Hit<Lost> {
    const kind = shown.kind ?? 'lapsed';
    const onPhone = kind === 'lapsed' || kind === 'lapsed-calls' || kind === 'lapsed-refused';
    return {
      at,
      args: {
        other: '',
        status: 0,
        phrase: '',
        method: '',
        after: 0,
        kind,
        aor: account.aor,
        contact: clipContact(binding.contact),
        registrar: account.registrar,
        granted: binding.expires,
        ...shown,
      },
      severity: kind === 'lapsed-refused' || kind === 'port-gone' ? 'error' : 'warning',
      confidence: 'likely',
      device: onPhone || kind === 'port-gone' ? binding.source.address : account.registrar,
      registration: account.registration,
    };
  }

  function lapsed(account: Account, binding: Binding, lines: number, context: Context): Hit<Lost> | undefined {
    const { input } = binding.at[0].origin;
    const over = (sign: Sign) =>
      sign.input === input && milliseconds(binding.until, sign.time) >= context.thresholds.bindingGrace;
    const refused = refusedFor(account).find((sign) => over(sign) && isFor(sign, account));
    const after = (time: number) => milliseconds(binding.granted, time);
    if (refused !== undefined) {
      const { status, phrase, time, at } = refused;
      return hitOf(account, binding, { kind: 'lapsed-refused', status, phrase, after: after(time) }, [
        ...at,
        ...binding.at,
      ]);
    }
    const call = callsBy(account).find(
      (sign) =>
        over(sign) &&
        sign.aor === account.aor &&
        sign.client === binding.source.address &&
        sign.server === account.registrar,
    );
    if (call !== undefined) {
      return hitOf(account, binding, { kind: 'lapsed-calls', after: after(call.time) }, [...call.at, ...binding.at]);
    }
    // Nothing but silence: the registrar at least must still be seen, and the source must look like a phone.
    const seen = signs.lastAnswer(account.registrar, input);
    if (milliseconds(binding.until, seen) < context.thresholds.bindingGrace) return undefined;
    if (lines > context.thresholds.linesOfOnePhone) return undefined;
    return hitOf(account, binding, { kind: 'lapsed', after: after(seen) }, binding.at);
  }

  /** Refused while the binding held, and nothing was sent to the phone. */
  function unknown(account: Account): Hit<Lost> | undefined {
    for (const sign of refusedFor(account)) {
      if (!isFor(sign, account)) continue;
      const binding = heldAt(account, sign.time);
      if (binding === undefined || binding.at[0].origin.input !== sign.input || binding.expires === 0) continue;
      const oldest = signs.sent[0]?.time ?? 0;
      const reached = signs.sent.some(
        (one) =>
          one.server === binding.source.address &&
          one.client === account.registrar &&
          one.time >= sign.time &&
          one.time <= sign.end,
      );
      if (reached || oldest > sign.time) continue;
      const { status, phrase, time, at } = sign;
      const shown: Partial<Lost> = { kind: 'unknown', status, phrase, after: milliseconds(binding.granted, time) };
      return hitOf(account, binding, shown, [...at, ...binding.at]);
    }
    return undefined;
  }

  /** Unanswered where the binding pointed; before it ended the same phone registered from another port. */
  function portGone(account: Account): Hit<Lost> | undefined {
    for (const { binding, before } of account.changes) {
      if (before === undefined || before.source === binding.source) continue;
      if (before.source.address !== binding.source.address || binding.at[0].transport !== 'udp') continue;
      const sign = silentAt(before.source.name).find(
        (one) =>
          one.client === account.registrar &&
          one.copies > 2 &&
          one.time > before.granted &&
          one.time < before.until &&
          one.time < binding.granted,
      );
      if (sign === undefined) continue;
      const { method, time, at } = sign;
      const shown: Partial<Lost> = {
        kind: 'port-gone',
        method,
        other: binding.source.name,
        after: milliseconds(before.granted, time),
      };
      return hitOf(account, before, shown, [...at, ...before.at, ...binding.at]);
    }
    return undefined;
  }

  return {
    see(conversation, { bindings }) {
      if (bindings.begun) signs.see(conversation, (request) => bindings.knows(request.header('From')));
    },
    *hits(context) {
      const lines = linesBySource(context.bindings);
      for (const account of context.bindings.accounts()) {
        const found = portGone(account) ?? unknown(account);
        if (found !== undefined) yield found;
        const binding = lapsedOf(account, context);
        if (binding === undefined) continue;
        const hit = lapsed(account, binding, lines.get(binding.source.address) ?? 0, context);
        if (hit !== undefined) yield hit;
      }
    },
  };
}

function groupBy(signs: readonly Sign[], nameOf: (sign: Sign) => string): Map<string, Sign[]> {
  const groups = new Map<string, Sign[]>();
  for (const sign of signs) {
    const name = nameOf(sign);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [sign]);
    else group.push(sign);
  }
  return groups;
}

function linesBySource(bindings: Bindings): Map<string, number> {
  const lines = new Map<string, number>();
  for (const account of bindings.accounts()) {
    const sources = new Set([...account.bindings.values()].map(({ source }) => source.address));
    for (const source of sources) lines.set(source, (lines.get(source) ?? 0) + 1);
  }
  return lines;
}
