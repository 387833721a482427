/** IPv4 in IP (RFC 2003, RFC 2473). */
import { IPV4 } from '../../link/link.ts';
import type { Tunnel } from './tunnel.ts';

export const ipInIp: Tunnel = { name: 'ip-in-ip', protocols: [4], enter: () => IPV4 };
