/** IPv6 in IP: 6in4 (RFC 4213) and its relatives. */
import { IPV6 } from '../../link/link.ts';
import type { Tunnel } from './tunnel.ts';

export const ipv6InIp: Tunnel = { name: 'ipv6-in-ip', protocols: [41], enter: () => IPV6 };
