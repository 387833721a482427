/** `192.0.2.7:5060` without the port that everybody expects. */
export function shortAddress(name: string): string {
  return name.replace(/^\[?([^[\]]*?)\]?:5060$/, '$1');
}
