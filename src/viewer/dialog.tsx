/** A dialog that has the page for itself, and gives the focus back when it closes. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { useView } from './view.ts';

export interface DialogProps {
  readonly title: ComponentChildren;
  readonly name: string;
  readonly tools?: ComponentChildren;
  readonly children: ComponentChildren;
  onClose(): void;
}

export function Dialog({ title, name, tools, children, onClose }: DialogProps) {
  const { words } = useView();
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    element.current?.showModal();
    return () => {
      if ((before instanceof HTMLElement || before instanceof SVGElement) && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog ref={element} aria-label={name} onClose={onClose}>
      <header>
        <h2>{title}</h2>
        <div class="tools">
          {tools}
          <button type="button" onClick={() => element.current?.close()}>
            {words.close}
          </button>
        </div>
      </header>
      <div class="content">{children}</div>
    </dialog>
  );
}
