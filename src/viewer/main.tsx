/** The page of the HTML report: unpacks what it carries and shows it. */
import { embeddedSource } from './embedded.ts';
import { mountSource } from './mount.tsx';
import { preferredWords } from './words/choice.ts';

const element = document.getElementById('app');

/** Above the summary in text, which stays. */
function complain(text: string): void {
  const notice = document.createElement('p');
  notice.setAttribute('role', 'alert');
  notice.className = 'alert';
  notice.textContent = text;
  element?.prepend(notice);
  element?.classList.add('failed');
}

if (element !== null) {
  const words = preferredWords('en');
  if (typeof DecompressionStream === 'undefined') complain(words.tooOld);
  else {
    try {
      mountSource(element, await embeddedSource());
    } catch {
      complain(words.damaged);
    }
  }
}
