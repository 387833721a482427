/** What happens in the examples of the rules, a sentence each; English ones stand in the fixtures. */
import type { ExampleTitles } from '../locale.ts';

export const examples: Readonly<Record<string, ExampleTitles>> = {};
