/** The package has no types; this is what the tests use of it. */
declare module 'pcap-parser' {
  import type { EventEmitter } from 'node:events';
  import type { Readable } from 'node:stream';

  const parser: { parse(input: string | Readable): EventEmitter };
  export default parser;
}
