/** Runs the command line and turns whatever ends it into an exit code and at most one sentence. */
import process, { argv } from 'node:process';
import { CommanderError } from 'commander';
import { complain } from './complain.ts';
import { exitCodes, UsageError } from './exit.ts';
import { endOnClosedOutput, leave } from './output.ts';
import { buildProgram } from './program.ts';

/** By the name of the argument that is missing. */
const missing: Readonly<Record<string, string>> = {
  input: 'no input: name captures, logs or directories, or - for standard input',
  thing:
    'explain needs a thing to explain: a status code (183), two (183 600), q850:16, a rule id, a method or a header field',
  what: 'list needs the name of a list: statuses, rules, thresholds, dialects, formats, links, headers, reasons or timers',
};

/** Commander's errors are up to three lines, made to stand above a help text. */
function sentenceOf({ message }: CommanderError): string {
  const argument = /^error: missing required argument '(\w+)'/.exec(message)?.[1] ?? '';
  if (argument in missing) return `${missing[argument]}; --help tells more`;
  return (
    message
      .replace(/^error: /, '')
      // What follows the equals sign of a misspelt option may be a password.
      .replace(/^(unknown option '[^'=]*)=.*?'(?=\s*\(Did you mean|$)/s, "$1'")
      .replace(/\s*\(Did you mean (.*)\?\)$/s, '; did you mean $1?')
      .replace(/ argument ('.*') is invalid\. /s, ' does not take $1: ')
      .replace('Allowed choices are', 'accepted are')
      .replace('It must', 'it must')
      .replace(/\.$/, '')
  );
}

endOnClosedOutput();
try {
  await buildProgram((code) => {
    process.exitCode = code;
  }).parseAsync(argv);
} catch (error) {
  if (error instanceof UsageError) complain(error.message);
  else if (!(error instanceof CommanderError)) throw error;
  else if (error.exitCode !== 0) complain(sentenceOf(error));
  process.exitCode = error instanceof CommanderError && error.exitCode === 0 ? exitCodes.clean : exitCodes.usage;
}
// What was stopped may still be waiting for input that never comes.
if (process.exitCode === exitCodes.interrupted) await leave(exitCodes.interrupted);
