/** What the rules of scope `capture` see: facts about the inputs as a whole. */
import type { Evidence } from '../model.ts';
import type { Network } from '../state/network.ts';
import type { Pair } from '../state/pairs.ts';

/** A count with its first example. */
export interface Sighting {
  readonly count: number;
  readonly first: Evidence | undefined;
}

/** One input and what was counted in it. */
export interface InputView {
  readonly path: string;
  /** Frames of a capture, lines of a log. */
  readonly frames: number;
  readonly messages: number;
  /** Of these, the ones that were captured twice and left out. */
  readonly duplicates: number;
  /** Packets that the capturing machine says it lost. */
  readonly drops: number;
  /** Holes in TCP streams that carry SIP. */
  readonly gaps: Sighted;
  readonly firstMessage: Evidence | undefined;
}

/** A count, and the frame that was the first. */
export interface Sighted {
  readonly count: number;
  readonly frame: number;
}

export interface CaptureView {
  /** In the order of the report: an origin's `input` is an index here. */
  readonly inputs: readonly InputView[];
  readonly network: Network;
  /** True when a request of this host was answered by that one in the trace. */
  talks(client: string, server: string): boolean;
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
