/**
 * Asterisk's PJSIP logger prints `%s` of the whole read buffer: when a segment of a stream brings k messages, each of k
 * records shows all of them, and its byte count says which one it is about (res_pjsip_logger.c, pjsip_tpmgr_receive_packet).
 */
import type { Tally } from '../model.ts';
import type { Opening } from './dialect.ts';
import type { FramedMessage } from './message.ts';

/** Messages of one record that are kept; a read buffer of pjsip holds 64 KB. */
const MAX_MESSAGES = 64;

interface SharedRecords {
  message(message: FramedMessage): void;
  end(): void;
}

export function createSharedRecords(onMessage: (message: FramedMessage) => void, tally: Tally): SharedRecords {
  let opening: Opening | undefined;
  let messages: FramedMessage[] = [];
  let lastGroup = '';
  let ordinal = 0;

  function flush(): void {
    const group = messages;
    messages = [];
    opening = undefined;
    if (group.length === 0) return;
    const chosen = group.length === 1 ? 0 : choose(group);
    group.forEach((message, index) => {
      if (index === chosen) onMessage(group.length === 1 ? message : { ...message, exact: isStated(message) });
      else tally.count('repeated-message', message.number, message.position);
    });
  }

  function choose(group: readonly FramedMessage[]): number {
    const key = group.map((message) => message.text).join('\n');
    ordinal = key === lastGroup ? ordinal + 1 : 0;
    lastGroup = key;
    const candidates = group.flatMap((message, index) => (isStated(message) ? [index] : []));
    if (candidates.length === 1) return candidates[0];
    // The k-th record of the group is about the k-th message.
    return ordinal % group.length;
  }

  return {
    message(message) {
      if (message.opening !== opening) flush();
      if (!message.opening.shared) return onMessage(message);
      opening = message.opening;
      messages.push(message);
      if (messages.length >= MAX_MESSAGES) flush();
    },
    end: flush,
  };
}

function isStated(message: FramedMessage): boolean {
  return message.text.length === message.opening.length;
}
