/**
 * Phrases that a response is met with beside the registered one. A match goes by the number (RFC 3261 §7.2); what the
 * phrase adds is whose response it is, and often why.
 */
export interface PhraseVariant {
  readonly phrase: string;
  /** Who writes it: a product, or a document. */
  readonly by: string;
}

// Those of Kamailio stand in src/core/error.c and etc/kamailio.cfg, those of FreeSWITCH in mod_sofia's sofia.c, those of
// Asterisk in channels/chan_sip.c, that of OpenSIPS in its etc/opensips.cfg.
// biome-ignore format: a table
const table: ReadonlyMap<number, readonly PhraseVariant[]> = new Map([
  [100, [{ phrase: 'trying -- your call is important to us', by: 'Kamailio, OpenSIPS' }]],
  [400, [{ phrase: 'Bad To', by: 'Kamailio' }, { phrase: 'Transaction tuple incomplete', by: 'Kamailio' }]],
  [403, [
    { phrase: 'Stale Date', by: 'RFC 8224 §6.2.2' },
    { phrase: 'Forbidden (Bad auth)', by: 'Asterisk (chan_sip)' },
    { phrase: 'Forbidden auth ID', by: 'Kamailio, OpenSIPS' },
    { phrase: 'Not relaying', by: 'Kamailio' },
  ]],
  [437, [{ phrase: 'Unsupported Certificate', by: 'RFC 4474 §14.4' }]],
  [487, [{ phrase: 'Transaction canceled', by: 'Kamailio' }]],
  [500, [
    { phrase: 'Forking capacity exceeded', by: 'Kamailio' },
  ]],
  [503, [{ phrase: 'Maximum Calls In Progress', by: 'FreeSWITCH' }]],
  [603, [{ phrase: 'Network Blocked', by: 'ATIS-1000099' }, { phrase: 'Declined (No dialog)', by: 'Asterisk (chan_sip)' }]],
]);

/** The other phrases of a code; none for most. */
export function phraseVariants(code: number): readonly PhraseVariant[] {
  return table.get(code) ?? [];
}
