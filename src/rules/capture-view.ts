/** What the rules of scope `capture` see: facts about the inputs as a whole. */
import type { Evidence } from '../model.ts';
import type { Pair } from '../state/pairs.ts';

/** A count with its first example. */
export interface Sighting {
  readonly count: number;
  readonly first: Evidence | undefined;
}

export interface CaptureView {
  readonly messages: number;
  readonly calls: number;
  /** Dialogs of calls whose initial INVITE was not captured. */
  readonly begunBefore: Sighting;
  /** Calls that were still going on when the capture ended. */
  readonly openAtEnd: Sighting;
  /** SIP messages of which the capture kept only a part (snap length). */
  readonly truncated: Sighting;
  /** Inputs that end in the middle of a record or are damaged. */
  readonly cutInputs: readonly { readonly path: string; readonly firstMessage: Evidence | undefined }[];
  /** Payloads that began like SIP but could not be read as a message. */
  readonly rejected: { readonly count: number; readonly frame: number; readonly input: string };
  /** Inputs in which times fall back: how often, and by how much (µs) at the most. */
  readonly setBacks: readonly {
    readonly path: string;
    readonly count: number;
    readonly by: number;
    readonly at: Evidence;
  }[];
  readonly oneSided: readonly Pair[];
}
