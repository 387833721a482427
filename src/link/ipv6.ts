/** Raw IPv6. */
import { IPV6, type Link } from './link.ts';

export const ipv6: Link = { name: 'ipv6', title: 'Raw IPv6', types: [229], decode: () => IPV6 };
