/** Where in the report the reader is, as the part of the address behind `#`: deep links, back and forward. */
import { useEffect, useState } from 'preact/hooks';

/** `call=3&message=5`: the first name is the page. */
export type Route = URLSearchParams;

export function parseRoute(hash: string): Route {
  return new URLSearchParams(hash.replace(/^#/, ''));
}

export function pageOf(route: Route): string {
  return route.keys().next().value ?? 'overview';
}

/** A number of the route, from 1; 0 where there is none. */
export function numberOf(route: Route, name: string): number {
  const value = Number(route.get(name));
  return Number.isSafeInteger(value) && value > 0 ? value : 0;
}

/** Names without a value stand alone: `#calls&q=alice`. Half a character cannot stand in an address. */
export function hashOf(values: Readonly<Record<string, string | number>>): string {
  const parts = Object.entries(values)
    .filter(([, value], i) => i === 0 || value !== '')
    .map(([name, value]) =>
      value === '' ? name : `${name}=${encodeURIComponent(String(value).replace(/\p{Surrogate}/gu, '\ufffd'))}`,
    );
  return `#${parts.join('&')}`;
}

const changed = 'sipsleuth-route';

export function go(hash: string): void {
  location.hash = hash;
}

/** Without a step in the history: typing in a filter is not going anywhere. */
export function replaceHash(hash: string): void {
  history.replaceState(history.state, '', hash);
  window.dispatchEvent(new Event(changed));
}

export function useRoute(): Route {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const update = () => setHash(location.hash);
    update();
    for (const event of ['hashchange', 'popstate', changed]) window.addEventListener(event, update);
    return () => {
      for (const event of ['hashchange', 'popstate', changed]) window.removeEventListener(event, update);
    };
  }, []);
  return parseRoute(hash);
}
