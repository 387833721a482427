/** What Server and User-Agent tell of a host: the words that products use for themselves. */

export type ProductKind = 'proxy' | 'sbc' | 'server' | 'gateway' | 'phone';

/** The first that fits counts: `3CXPhoneSystem` is no phone. */
const patterns: readonly (readonly [kind: ProductKind, pattern: RegExp])[] = [
  ['proxy', /kamailio|opensips|openser|sip express router|flexisip|oversip|siproxd|\brepro\b|\bproxy\b/i],
  ['gateway', /gateway|\bgw\b|mediant|cirpack|smartnode|patton|dialogic/i],
  ['sbc', /\bsbc\b|session border|acme ?packet|perimeta|sansay/i],
  [
    'server',
    /asterisk|fpbx|freepbx|freeswitch|3cxphonesystem|pbx|yate|\bsems\b|broadworks|metaswitch|cucm|avaya|genesys|sonus|ribbon|oracle|wildix|jambonz|drachtio|pstnhub|server/i,
  ],
  [
    'phone',
    /phone|yealink|snom|polycom|polyedge|grandstream|fanvil|zoiper|microsip|\bbria\b|x-lite|htek|gigaset|aastra|mitel|cisco-cp|sipura|linksys|obihai|spectralink|baresip|pjsua|jssip|sip\.js|jitsi|\bblink\b|groundwire|acrobits|panasonic|unify|openstage|\b3cx/i,
  ],
];

export function productKind(product: string): ProductKind | undefined {
  if (product === '') return undefined;
  return patterns.find(([, pattern]) => pattern.test(product))?.[0];
}

/** `kamailio (5.6.3 (x86_64/linux))` as people say it: `kamailio 5.6.3`. */
export function shortProduct(product: string): string {
  const inner = product.lastIndexOf('(');
  // The innermost of nested parentheses names the platform; cut texts may lack their end.
  const nested = inner > product.indexOf('(');
  const plain = nested ? product.slice(0, inner) : product;
  return plain.replace(/[()]/g, ' ').replace(/ {2,}/g, ' ').trim();
}
