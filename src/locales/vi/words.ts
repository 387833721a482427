/** The words of a status code. */
import { speakOfStatuses } from '../status-words.ts';
import { statusClasses, statuses } from './statuses.ts';
import { storyWords } from './story.ts';
import { unregistered } from './unregistered.ts';

export const wordsOf = speakOfStatuses({ statuses, unregistered, statusClasses, inCall: storyWords });
