/** Tools that print what they capture. */
import type { Case, ShortCase } from './render.ts';
import * as tcpdump from './render-tcpdump.ts';
import * as tools from './render-tools.ts';
import * as wireshark from './render-wireshark.ts';

const dots = { as: tools.undotted, exact: false, after: '.' };

export const toolCases: readonly Case[] = [
  { title: 'sngrep', name: 'sngrep/export', dialect: 'sngrep', render: tools.sngrep },
  { title: 'ngrep -W byline', name: 'ngrep/byline', dialect: 'ngrep', render: tools.ngrep, losses: dots },
  { title: 'sipgrep', name: 'ngrep/sipgrep', dialect: 'ngrep', render: tools.sipgrep, losses: dots },
  {
    title: 'tcpdump -A',
    name: 'tcpdump/ascii',
    dialect: 'tcpdump',
    render: tcpdump.tcpdumpAscii,
    losses: { as: tools.undotted, exact: false },
  },
  {
    title: 'tcpdump -X',
    name: 'tcpdump/hex',
    dialect: 'tcpdump',
    render: tcpdump.tcpdumpHex,
    losses: { opaque: true },
  },
  {
    title: 'tcpdump -XX',
    name: 'tcpdump/hex-with-link-header',
    dialect: 'tcpdump',
    render: tcpdump.tcpdumpLinkHex,
    losses: { opaque: true },
  },
  {
    title: 'tshark -V -x',
    name: 'wireshark/tree-and-bytes',
    dialect: 'wireshark',
    render: wireshark.tsharkHex,
    losses: { opaque: true },
  },
  {
    title: 'tshark -T json',
    name: 'wireshark-json/pretty',
    dialect: 'wireshark-json',
    render: wireshark.tsharkJson,
    losses: { opaque: true },
  },
  {
    title: 'tshark -T ek',
    name: 'wireshark-json/elastic',
    dialect: 'wireshark-json',
    render: wireshark.tsharkEk,
    losses: { opaque: true },
  },
  {
    title: 'tshark -z follow, ascii',
    name: 'wireshark-follow/ascii',
    dialect: 'wireshark-follow',
    render: wireshark.followAscii,
    losses: { order: wireshark.inStreams, as: tools.undotted, exact: false },
  },
  {
    title: 'tshark -z follow, raw',
    name: 'wireshark-follow/raw',
    dialect: 'wireshark-follow',
    render: wireshark.followRaw,
    losses: { order: wireshark.inStreams, opaque: true },
  },
];

export const shortTools: readonly ShortCase[] = [
  {
    name: 'tcpdump/verbose',
    dialect: 'tcpdump',
    render: tcpdump.tcpdumpVerbose,
    part: ({ transport }) => transport === 'udp',
  },
  { name: 'wireshark/tree', dialect: 'wireshark', render: wireshark.tsharkTree, part: () => true },
];
