/** What the reader chose, remembered where the browser lets us. */
const prefix = 'sipsleuth.';

/** Undefined where nothing is remembered: pages from files may be refused their storage. */
export function remembered(name: string): string | undefined {
  try {
    return localStorage.getItem(prefix + name) ?? undefined;
  } catch {
    return undefined;
  }
}

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(prefix + name, value);
  } catch {
    // Then it holds as long as the page is open.
  }
}
