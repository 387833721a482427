/** Shows a report in an element of any page: the seam for whoever has a Report and a place for it. */
import { render } from 'preact';
import type { Report } from '../report.ts';
import { App } from './app.tsx';
import { type Source, sourceOf } from './source.ts';

/** Takes the element over; returns what gives it back, empty. */
export function mountSource(element: HTMLElement, source: Source): () => void {
  element.replaceChildren();
  render(<App source={source} />, element);
  return () => render(null, element);
}

export function mount(element: HTMLElement, report: Report): () => void {
  return mountSource(element, sourceOf(report));
}
