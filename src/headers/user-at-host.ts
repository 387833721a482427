/** Who a From or To names, in as few letters as a report shows. */
import { parseFromTo } from './from-to.ts';

const NAME_LENGTH = 120;

/** A user or host without escapes, passwords and oddities. */
const plainPart = /^[A-Za-z0-9._+*#-]{1,80}$/;

/** `<sip:user@host>` as nearly every From and To has it, at a tenth of the cost of a full parse; undefined otherwise. */
function plainIdentity(value: string): string | undefined {
  const nameEnd = value.startsWith('"') ? value.indexOf('"', 1) + 1 : 0;
  const start = value.indexOf('<sip:', nameEnd) + 5;
  const at = value.indexOf('@', start);
  if (start < 5 || at < 0) return undefined;
  let end = at + 1;
  for (; end < value.length; end++) {
    const char = value[end];
    if (char === '>' || char === ';' || char === ':') break;
  }
  const user = value.slice(start, at);
  const host = value.slice(at + 1, end);
  const plain = plainPart.test(user) && plainPart.test(host) && !value.slice(0, nameEnd).includes('\\');
  return plain ? `${user}@${host.toLowerCase()}` : undefined;
}

/** `user@host` of a From or To, the number of a tel URI; the value itself where it is neither. */
export function identityOf(value: string | undefined): string {
  if (value === undefined) return '';
  const plain = plainIdentity(value);
  if (plain !== undefined) return plain;
  const uri = parseFromTo(value)?.uri;
  const parts = [uri?.user ?? '', uri?.host ?? ''].filter((part) => part !== '');
  const name = uri === undefined || parts.length === 0 ? value : parts.join('@');
  return name.length > NAME_LENGTH ? `${name.slice(0, NAME_LENGTH - 1)}…` : name;
}
