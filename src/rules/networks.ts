/** Addresses that mean nothing outside the network where they are used. */

/** RFC 1918, RFC 6598, RFC 3927, loopback, RFC 4193, RFC 4291 §2.5.6; and names that no DNS knows (RFC 6761, RFC 7118). */
export function isPrivate(host: string): boolean {
  if (host.includes(':')) {
    const start = host.slice(0, 4).toLowerCase();
    return host === '::1' || start.startsWith('fc') || start.startsWith('fd') || start === 'fe80';
  }
  if (host.endsWith('.invalid') || host.endsWith('.local') || host === 'localhost') return true;
  const [a, b, ...rest] = host.split('.').map(Number);
  if (rest.length !== 2 || ![a, b, ...rest].every((octet) => octet >= 0 && octet <= 255)) return false;
  return (
    a === 10 ||
    a === 127 ||
    (a === 172 && b >= 16 && b <= 31) ||
    (a === 192 && b === 168) ||
    (a === 100 && b >= 64 && b <= 127) ||
    (a === 169 && b === 254)
  );
}

/** An address of the public Internet, as far as its figures tell. */
export function isPublicAddress(host: string): boolean {
  if (isPrivate(host)) return false;
  if (host.includes(':')) return true;
  const octets = host.split('.');
  return octets.length === 4 && octets.every((octet) => octet !== '' && Number(octet) <= 255);
}
