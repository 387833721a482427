/** TLS alerts that end a handshake (RFC 8446 §6.2, RFC 5246 §7.2.2): what they mean for SIP, and what to do. */

interface Sides {
  /** The side that sent the alert, and the other one: addresses. */
  readonly by: string;
  readonly other: string;
  readonly byClient: boolean;
  readonly serverName: string;
}

export interface Alert {
  readonly name: string;
  /** Goes on after a colon. */
  meaning(by: string, other: string): string;
  fix(sides: Sides): readonly string[];
}

const trust: Alert['fix'] = ({ by, other, byClient }) => [
  byClient
    ? `Let ${other} send its whole chain: a missing intermediate certificate is the usual reason.`
    : `Give ${other} a client certificate that ${by} trusts, with its whole chain.`,
  `Or install the root certificate of the authority behind ${other} in the trust store of ${by}.`,
];

const replace: Alert['fix'] = ({ other, by }) => [
  `Renew the certificate of ${other} and restart or reload its TLS service.`,
  `If the certificate is good, check the clock of ${by}: a wrong date makes any certificate invalid.`,
];

const acceptable: Alert['fix'] = ({ by, other, serverName }) => [
  `Compare the certificate of ${other} with what ${by} wants: the name${serverName === '' ? '' : ` (${serverName})`} among its subject alternative names, key length, signature algorithm, key usage.`,
  `Read the TLS log of ${by} for the exact objection.`,
];

const terms: Alert['fix'] = ({ by, other }) => [
  `Allow TLS 1.2 or 1.3 with common cipher suites on both ${by} and ${other}.`,
  `Update the older of the two; as a makeshift, let ${by} accept what ${other} offers.`,
];

const names: Alert['fix'] = ({ by, other, serverName }) => [
  serverName === ''
    ? `Let ${other} send the domain of the trunk as server name (SNI).`
    : `Correct the name that ${other} connects to, or install a certificate for ${serverName} on ${by}.`,
];

const client: Alert['fix'] = ({ by, other }) => [
  `Configure a client certificate on ${other}: ${by} wants mutual TLS.`,
  `Or turn off the demand for client certificates on ${by}, if the trunk is protected otherwise.`,
];

const broken: Alert['fix'] = ({ by, other }) => [
  `Check that both ends speak TLS on this port, and that no proxy or inspection device between ${by} and ${other} changes it.`,
  `Update both TLS implementations, and read the log of ${by}.`,
];

const alerts: Readonly<Record<number, Alert>> = {
  10: { name: 'unexpected_message', meaning: (by) => `${by} got something else than TLS prescribes`, fix: broken },
  20: { name: 'bad_record_mac', meaning: (by) => `${by} got a record that was changed on the way`, fix: broken },
  40: {
    name: 'handshake_failure',
    meaning: (_, other) => `it accepts none of the terms that ${other} offers`,
    fix: terms,
  },
  41: { name: 'no_certificate', meaning: (by) => `${by} has no certificate to show`, fix: client },
  42: { name: 'bad_certificate', meaning: (_, other) => `it rejects the certificate of ${other}`, fix: acceptable },
  43: {
    name: 'unsupported_certificate',
    meaning: (_, other) => `it does not support the kind of certificate that ${other} has`,
    fix: acceptable,
  },
  44: { name: 'certificate_revoked', meaning: (_, other) => `the certificate of ${other} was revoked`, fix: replace },
  45: { name: 'certificate_expired', meaning: (_, other) => `the certificate of ${other} has expired`, fix: replace },
  46: {
    name: 'certificate_unknown',
    meaning: (_, other) => `it does not accept the certificate of ${other}`,
    fix: acceptable,
  },
  47: { name: 'illegal_parameter', meaning: (_, other) => `${other} sent values that make no sense`, fix: broken },
  48: {
    name: 'unknown_ca',
    meaning: (_, other) => `it does not know the authority behind the certificate of ${other}`,
    fix: trust,
  },
  49: { name: 'access_denied', meaning: (_, other) => `it does not let ${other} in`, fix: acceptable },
  50: { name: 'decode_error', meaning: (by) => `${by} could not read what it got`, fix: broken },
  51: { name: 'decrypt_error', meaning: (by) => `${by} could not verify a signature or checksum`, fix: broken },
  70: {
    name: 'protocol_version',
    meaning: (_, other) => `it does not accept the TLS versions of ${other}`,
    fix: terms,
  },
  71: { name: 'insufficient_security', meaning: (_, other) => `it finds the ciphers of ${other} too weak`, fix: terms },
  80: { name: 'internal_error', meaning: (by) => `${by} failed for reasons of its own`, fix: broken },
  112: {
    name: 'unrecognized_name',
    meaning: (by) => `${by} has no certificate for the name that was asked for`,
    fix: names,
  },
  116: { name: 'certificate_required', meaning: (by) => `${by} wants a client certificate`, fix: client },
  120: {
    name: 'no_application_protocol',
    meaning: (by) => `${by} offers none of the application protocols that were asked for`,
    fix: broken,
  },
};

export function alertOf(number: number): Alert | undefined {
  return alerts[number];
}
