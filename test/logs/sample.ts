/** A log of one product as a renderer makes it, with what the reader must give back where that is not the flow itself. */
import type { FlowMessage } from './flow.ts';
import type { Rendered } from './render.ts';

export interface Shown extends FlowMessage {
  readonly truncated?: true;
}

export interface Sample extends Rendered {
  /** Folder and file in fixtures/logs. */
  readonly name: string;
  readonly dialect: string;
  /** The flow, unless the product changes or leaves out something. */
  readonly shown?: readonly Shown[];
  /** One side or both are not printed. */
  readonly inferred: boolean;
  /** The text holds the wire's bytes for certain. Absent: of some messages only. */
  readonly exact?: boolean;
}
