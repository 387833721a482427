/** The words of a status code. */
import { speakOfStatuses } from '../status-words.ts';
import { inCall } from './in-call.ts';
import { statusClasses, statuses } from './statuses.ts';
import { unregistered } from './unregistered.ts';

export const wordsOf = speakOfStatuses({ statuses, unregistered, statusClasses, inCall });
