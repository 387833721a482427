/** The way back: texts from what the parsers return, to show that nothing was lost and nothing invented. */
import type { Address } from '../../src/syntax/address.ts';
import { isHost } from '../../src/syntax/host.ts';
import type { Param } from '../../src/syntax/params.ts';
import { isToken } from '../../src/syntax/scanner.ts';
import type { Uri } from '../../src/syntax/uri.ts';

export const quote = (text: string) => `"${text.replace(/["\\\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g, '\\$&')}"`;

export const printParams = (list: readonly Param[]) =>
  list
    .map(({ name, value }) => {
      if (value === undefined) return `;${name}`;
      return `;${name}=${isToken(value) || isHost(value) ? value : quote(value)}`;
    })
    .join('');

/** Everything that is no letter or digit is escaped. */
const escaped = (text: string) =>
  [...new TextEncoder().encode(text)]
    .map((byte) =>
      /[a-z0-9]/i.test(String.fromCharCode(byte))
        ? String.fromCharCode(byte)
        : `%${byte.toString(16).padStart(2, '0')}`,
    )
    .join('');

export function printUri(uri: Uri): string {
  if (uri.scheme !== 'sip' && uri.scheme !== 'sips') return `${uri.scheme}:${uri.opaque}`;
  const password = uri.password === undefined ? '' : `:${escaped(uri.password)}`;
  const user = uri.user === undefined ? '' : `${escaped(uri.user)}${password}@`;
  const host = uri.host.includes(':') ? `[${uri.host}]` : uri.host;
  const port = uri.port === undefined ? '' : `:${uri.port}`;
  const params = uri.params.list.map(
    ({ name, value }) => `;${escaped(name)}${value === undefined ? '' : `=${escaped(value)}`}`,
  );
  const headers = uri.headers.map(({ name, value }) => `${escaped(name)}=${escaped(value ?? '')}`).join('&');
  return `${uri.scheme}:${user}${host}${port}${params.join('')}${headers && `?${headers}`}`;
}

export function printAddress(address: Address): string {
  if (address.wildcard) return '*';
  const display = address.display === '' ? '' : `${quote(address.display)} `;
  return `${display}<${address.uri ? printUri(address.uri) : address.uriText}>${printParams(address.params.list)}`;
}
