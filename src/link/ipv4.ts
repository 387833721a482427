/** Raw IPv4. */
import { IPV4, type Link } from './link.ts';

export const ipv4: Link = { name: 'ipv4', title: 'Raw IPv4', types: [228], decode: () => IPV4 };
