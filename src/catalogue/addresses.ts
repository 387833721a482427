/** Which network an IP address belongs to, by the special-purpose registries of IANA (RFC 6890). */

/**
 * `private`: RFC 1918 and fc00::/7 (RFC 4193). `shared`: 100.64/10 (RFC 6598). `link-local`: 169.254/16 (RFC 3927) and
 * fe80::/10. `loopback`: 127/8 and ::1. `unspecified`: 0.0.0.0 and ::. `public`: all the rest, documentation included.
 * `name`: no IP address.
 */
export type AddressClass = 'private' | 'shared' | 'link-local' | 'loopback' | 'unspecified' | 'public' | 'name';

/** The four octets; undefined for what is no dotted IPv4 address. */
function octetsOf(text: string): readonly number[] | undefined {
  if (text.length < 7 || text.length > 15) return undefined;
  const octets: number[] = [];
  let value = -1;
  for (let at = 0; at <= text.length; at++) {
    const code = at === text.length ? 0x2e : text.charCodeAt(at);
    if (code === 0x2e) {
      if (value < 0 || value > 255) return undefined;
      octets.push(value);
      value = -1;
    } else if (code >= 0x30 && code <= 0x39) value = (value < 0 ? 0 : value) * 10 + code - 0x30;
    else return undefined;
  }
  return octets.length === 4 ? octets : undefined;
}

function classOfOctets([a, b, c, d]: readonly number[]): AddressClass {
  if (a === 10 || (a === 172 && b >= 16 && b <= 31) || (a === 192 && b === 168)) return 'private';
  if (a === 100 && b >= 64 && b <= 127) return 'shared';
  if (a === 169 && b === 254) return 'link-local';
  if (a === 127) return 'loopback';
  return (a | b | c | d) === 0 ? 'unspecified' : 'public';
}

function classOfIpv6(text: string): AddressClass {
  const lower = text.toLowerCase();
  const [address] = lower.split('%', 1);
  if (address.length > 45) return 'name';
  // A mapped address is the IPv4 address in it (RFC 4291 §2.5.5.2).
  if (address.startsWith('::ffff:')) {
    const octets = octetsOf(address.slice(7));
    if (octets !== undefined) return classOfOctets(octets);
  }
  if (/^[0:]+$/.test(address)) return 'unspecified';
  if (/^[0:]+:0{0,3}1$/.test(address)) return 'loopback';
  const first = Number.parseInt(address.slice(0, address.indexOf(':')), 16);
  if (!(first >= 0)) return 'public';
  if (first >= 0xfc00 && first <= 0xfdff) return 'private';
  return first >= 0xfe80 && first <= 0xfebf ? 'link-local' : 'public';
}

/** IPv6 with or without its brackets. */
export function addressClass(text: string): AddressClass {
  const octets = octetsOf(text);
  if (octets !== undefined) return classOfOctets(octets);
  if (text.includes(':'))
    return classOfIpv6(text.startsWith('[') ? text.slice(1, text.endsWith(']') ? -1 : undefined) : text);
  return 'name';
}

/** It means something within one network only: no packet from elsewhere reaches it. */
export function isInward(of: AddressClass): boolean {
  return of === 'private' || of === 'shared' || of === 'link-local' || of === 'loopback';
}
