/** Servers, phones and their libraries. */
import type { Case } from './render.ts';
import * as phones from './render-phones.ts';
import * as servers from './render-servers.ts';

export const productCases: readonly Case[] = [
  { title: 'Kamailio sipdump', name: 'kamailio-sipdump/file', dialect: 'kamailio-sipdump', render: servers.sipdump },
  {
    title: 'OpenSIPS tracer, file',
    name: 'opensips-tracer/file',
    dialect: 'opensips-tracer',
    render: servers.tracerFile,
  },
  {
    title: 'OpenSIPS tracer, syslog',
    name: 'opensips-tracer/syslog',
    dialect: 'opensips-tracer',
    render: servers.tracerSyslog,
    losses: { opaque: true },
  },
  { title: 'PJSIP', name: 'pjsip/pjsua', dialect: 'pjsip', render: phones.pjsip },
  { title: 'Clearwater', name: 'pjsip/clearwater', dialect: 'pjsip', render: phones.clearwater },
  { title: 'Linphone', name: 'linphone/desktop', dialect: 'linphone', render: phones.linphone },
  {
    title: 'Linphone on a phone',
    name: 'linphone/phone',
    dialect: 'linphone',
    render: phones.linphonePhone,
    losses: { exact: 'some' },
  },
  { title: 'JsSIP', name: 'jssip/console', dialect: 'jssip', render: phones.jssip },
  {
    title: 'JsSIP, saved console',
    name: 'jssip/saved',
    dialect: 'jssip',
    render: phones.jssipSaved,
    losses: { exact: false, opaque: true },
  },
  { title: 'SIP.js', name: 'sip-js/console', dialect: 'sip-js', render: phones.sipJs },
  { title: 'baresip', name: 'baresip/trace', dialect: 'baresip', render: phones.baresip },
  {
    title: 'baresip, older',
    name: 'baresip/older',
    dialect: 'baresip',
    render: phones.baresipOld,
    losses: { exact: false },
  },
  { title: 'reSIProcate', name: 'resiprocate/log', dialect: 'resiprocate', render: phones.resiprocate },
  { title: 'Twinkle', name: 'twinkle/log', dialect: 'twinkle', render: phones.twinkle },
  { title: 'Yate', name: 'yate/log', dialect: 'yate', render: servers.yate },
  { title: 'JAIN-SIP', name: 'jain-sip/xml', dialect: 'jain-sip', render: servers.jainXml, losses: { opaque: true } },
  { title: 'sip-viewer', name: 'jain-sip/sip-viewer', dialect: 'jain-sip', render: servers.jainText },
  { title: 'snom', name: 'snom/trace', dialect: 'snom', render: phones.snom },
  { title: 'Flexisip', name: 'freeswitch/flexisip', dialect: 'freeswitch', render: servers.flexisip },
];
