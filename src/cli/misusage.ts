/** Commander's errors as one sentence in the user's language. They come as English text, of up to three lines. */
import type { CommanderError } from 'commander';
import { say } from './speech.ts';

/** By the code of the error, what its text holds. */
const patterns: Readonly<Record<string, RegExp>> = {
  'commander.missingArgument': /missing required argument '([\w-]+)'/,
  'commander.unknownOption': /unknown option '(.*)'(?:\s*\(Did you mean (?:one of )?(.*)\?\))?$/s,
  'commander.optionMissingArgument': /option '(.*)' argument missing$/s,
  'commander.invalidArgument': /option '(.*?)' argument '(.*)' is invalid\. (.*)$/s,
  'commander.excessArguments': /too many arguments(?: for '(.*)')?\. Expected (\d+) arguments? but got (\d+)/,
};

/** An option of which a value was given that it does not take; `why` is ours, or commander's list of choices. */
function invalid(option: string, value: string, why: string): string {
  const choices = /^Allowed choices are (.*)\.$/s.exec(why)?.[1];
  return say().optionTakesNot(option, value) + (choices === undefined ? why : say().acceptedAre(choices));
}

export function misusage({ code, message }: CommanderError): string {
  const [, first = '', second = '', third = ''] = patterns[code]?.exec(message) ?? [];
  if (first === '') return message.replace(/^error: /, '');
  switch (code) {
    case 'commander.missingArgument':
      return (say().missing[first] ?? say().missingArgument(first)) + say().helpTells;
    case 'commander.unknownOption':
      // What follows the equals sign of a misspelt option may be a password.
      return (
        say().unknownOption(first.replace(/=.*$/s, '')) + (second === '' ? '' : say().didYouMean(second.split(', '), 0))
      );
    case 'commander.optionMissingArgument':
      return say().optionNeedsValue(first);
    case 'commander.excessArguments':
      return say().tooMany(first, Number(second), Number(third));
    default:
      return invalid(first, second, third);
  }
}
