/** The certificates of a directory, and the signatures of PASSporTs held against them (RFC 8225, RFC 8226). */
import { verify, X509Certificate } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { PassportVerifier, SignatureVerdict } from '../keys.ts';

interface Certificate {
  /** Of its file, in lower case. */
  readonly file: string;
  readonly name: string;
  /** The first of its file: those behind it sign certificates, not calls. */
  readonly leaf: boolean;
  readonly key: X509Certificate['publicKey'];
  readonly notBefore: number;
  readonly notAfter: number;
}

interface Certificates {
  readonly all: readonly Certificate[];
  /** Files that hold something else, or cannot be read. */
  readonly unreadable: readonly string[];
}

const fileName = /\.(?:pem|crt|cer)$/i;
const SIZE_LIMIT = 1 << 20;
const FILES_LIMIT = 10_000;
const pem = /-----BEGIN CERTIFICATE-----[^-]{1,65536}-----END CERTIFICATE-----/g;
const curve = 'prime256v1';

/** So many addresses of certificates are remembered: a flood invents them. */
const REMEMBERED = 10_000;
/** Beyond so many, only the certificates that an address names are tried for it. */
const TRIED = 200;

/** After so many searches in vain none is made for an address any more. */
const FAILURES = 3;

/** What came of looking through all certificates for an address. */
interface Search {
  found: Certificate | undefined;
  failures: number;
}

const unknown: SignatureVerdict = { outcome: 'unknown', certificate: '', fits: '', notBefore: 0, notAfter: 0 };

/** Of every file the certificates, whole chains too. Throws what the file system throws of the directory itself. */
export function readCertificates(directory: string): Certificates {
  const all: Certificate[] = [];
  const unreadable: string[] = [];
  const files = readdirSync(directory).filter((file) => fileName.test(file));
  for (const file of files.sort().slice(0, FILES_LIMIT)) {
    try {
      const path = join(directory, file);
      if (statSync(path).size > SIZE_LIMIT) throw new Error('too large');
      const bytes = readFileSync(path);
      const blocks = bytes.toString('latin1').match(pem);
      // A key beside its certificate is no certificate, and no fault either.
      if (blocks === null && bytes.includes('-----BEGIN ')) continue;
      (blocks ?? [bytes]).forEach((block, index) => {
        all.push(certificateOf(new X509Certificate(block), file, index === 0));
      });
    } catch {
      unreadable.push(file);
    }
  }
  return { all, unreadable };
}

function certificateOf(certificate: X509Certificate, file: string, leaf: boolean): Certificate {
  const subject = certificate.subject?.split('\n').pop() ?? '';
  return {
    file: file.toLowerCase(),
    name: subject === '' ? file : `${file} (${subject})`,
    leaf,
    key: certificate.publicKey,
    notBefore: Date.parse(certificate.validFrom) * 1000,
    notAfter: Date.parse(certificate.validTo) * 1000,
  };
}

/** `https://cert.example.org/a/b.pem?x=1` → `b.pem`. */
function lastPart(x5u: string): string {
  const path = x5u.split(/[?#]/, 1)[0];
  return path.slice(path.lastIndexOf('/') + 1).toLowerCase();
}

/**
 * First the certificates of the file that is called like the last part of x5u, then all others, since whoever collects
 * certificates may call them anything. Only a certificate whose file bears the name can prove a signature wrong: it is
 * what a verifier would fetch.
 */
export function verifierOf(certificates: readonly Certificate[]): PassportVerifier {
  const usable = certificates.filter(({ key }) => key.asymmetricKeyDetails?.namedCurve === curve);
  const searches = new Map<string, Search>();

  return (texts, signature, x5u) => {
    const signedBy = ({ key }: Certificate): boolean => {
      try {
        const options = { key, dsaEncoding: 'ieee-p1363' } as const;
        return texts.some((text) => verify('sha256', Buffer.from(text), options, signature));
      } catch {
        return false;
      }
    };
    const file = lastPart(x5u);
    const named = file === '' ? [] : usable.filter((one) => one.file === file);
    const own = named.find(signedBy);
    if (own !== undefined) return verdict('signed', own);

    const search = searches.get(x5u) ?? { found: undefined, failures: 0 };
    let found = search.found !== undefined && signedBy(search.found) ? search.found : undefined;
    if (found === undefined && search.failures < FAILURES && usable.length <= TRIED) {
      found = usable.find((one) => one.file !== file && signedBy(one));
      if (found === undefined) search.failures++;
      else search.found = found;
      if (searches.size < REMEMBERED) searches.set(x5u, search);
    }
    const first = named.find(({ leaf }) => leaf);
    if (first !== undefined) return verdict('wrong', first, found?.name);
    return found === undefined ? unknown : verdict('signed', found);
  };
}

function verdict(outcome: SignatureVerdict['outcome'], certificate: Certificate, fits = ''): SignatureVerdict {
  const { name, notBefore, notAfter } = certificate;
  return { outcome, certificate: name, fits, notBefore, notAfter };
}
