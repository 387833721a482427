/** Keys that work wherever the focus is, but in fields that take text. */
import { useLayoutEffect } from 'preact/hooks';

export type Keys = Readonly<Record<string, (event: KeyboardEvent) => void>>;

function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.matches('input, textarea, select, [contenteditable]');
}

/** `inDialog`: keys of a dialog, which has them for itself while it is open. */
export function useKeys(keys: Keys, inDialog = false): void {
  // At once, not after the next picture: who sees the page may already type.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if ((document.querySelector('dialog[open]') !== null) !== inDialog) return;
      if (takesText(event.target) && event.key !== 'Escape') return;
      const action = keys[event.key];
      if (action === undefined) return;
      event.preventDefault();
      action(event);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
}
