/** Secrets that a report must not repeat: digest responses and SRTP keys. */

const credentials = /^((?:proxy-)?authorization\s*:.*)$/gim;
const digestResponse = /(\bresponse\s*=\s*)("[^"]*"|[^\s,]+)/gi;
const basicSecret = /(\bbasic\s+)\S+/gi;
const sdesKey = /^(a=crypto:.{0,200}?inline:)\S+/gim;
const sessionKey = /^(k=).*$/gim;

export function maskSecrets(text: string): string {
  // Most messages have none of these, and looking for a word is much cheaper than three patterns.
  if (!/uthorization|crypto|\nk=/i.test(text)) return text;
  return text
    .replace(credentials, (line) => line.replace(digestResponse, '$1"…"').replace(basicSecret, '$1…'))
    .replace(sdesKey, '$1…')
    .replace(sessionKey, '$1…');
}
