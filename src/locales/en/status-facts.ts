/** What a status page says of a code's facts, word by word. */
import type { StatusFactWords } from '../explain-words.ts';

export const statusFacts: StatusFactWords = {
  classes: {
    0: 'outside 100–699',
    1: '1xx, provisional',
    2: '2xx, success',
    3: '3xx, redirection',
    4: '4xx, request failure (this target refuses; another may accept)',
    5: '5xx, server failure (this server fails; another may work)',
    6: '6xx, global failure (refused everywhere)',
  },
  makers: {
    uas: 'the called side',
    proxy: 'a proxy',
    b2bua: 'a B2BUA',
    registrar: 'a registrar',
    'redirect-server': 'a redirect server',
    gateway: 'a gateway',
    notifier: 'a notifier',
    verifier: 'an identity verifier',
  },
  scopes: {
    hop: 'one hop: proxies do not pass it on',
    'end-to-end': 'end to end: proxies pass it back to the caller',
  },
  retries: {
    none: 'there is nothing to try again',
    never: 'do not try the same request again',
    later: 'try again later',
    elsewhere: 'try another server or target',
    changed: 'try again with a changed request',
  },
  effects: {
    none: 'no effect on a dialog',
    transaction: 'only the transaction fails; the dialog lives on',
    usage: 'this use of the dialog ends (the call, or the subscription)',
    dialog: 'the whole dialog ends',
  },
};
