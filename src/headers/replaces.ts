import { type Params, parseParams } from '../syntax/params.ts';
import { trimSpace } from '../syntax/scanner.ts';

/** The dialog to be replaced, as its receiver knows it (RFC 3891 §6.1). */
export interface Replaces {
  readonly callId: string;
  readonly toTag: string | undefined;
  readonly fromTag: string | undefined;
  readonly earlyOnly: boolean;
  readonly params: Params;
  readonly defects: readonly string[];
}

/** `a84b@192.0.2.1;to-tag=1;from-tag=2;early-only` → its parts. Join and Target-Dialog (local-tag, remote-tag) fit too. */
export function parseReplaces(value: string): Replaces | undefined {
  const semicolon = value.indexOf(';');
  const callId = trimSpace(semicolon < 0 ? value : value.slice(0, semicolon));
  if (callId === '') return undefined;
  const params = parseParams(value, semicolon < 0 ? value.length : semicolon);
  return {
    callId,
    toTag: params.get('to-tag'),
    fromTag: params.get('from-tag'),
    earlyOnly: params.has('early-only'),
    params,
    defects: params.defects,
  };
}
