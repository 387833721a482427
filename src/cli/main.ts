/** Runs the command line and turns whatever ends it into an exit code and at most one sentence. */
import process, { argv } from 'node:process';
import { CommanderError } from 'commander';
import { cliWordsOf } from '../locales/languages.ts';
import { complain } from './complain.ts';
import { exitCodes, UsageError } from './exit.ts';
import { spokenLanguage } from './language.ts';
import { misusage } from './misusage.ts';
import { endOnClosedOutput, leave } from './output.ts';
import { buildProgram } from './program.ts';
import { speakIn } from './speech.ts';

endOnClosedOutput();
try {
  speakIn(await cliWordsOf(spokenLanguage(argv)));
  await buildProgram((code) => {
    process.exitCode = code;
  }).parseAsync(argv);
} catch (error) {
  if (error instanceof UsageError) complain(error.message);
  else if (!(error instanceof CommanderError)) throw error;
  else if (error.exitCode !== 0) complain(misusage(error));
  process.exitCode = error instanceof CommanderError && error.exitCode === 0 ? exitCodes.clean : exitCodes.usage;
}
// What was stopped may still be waiting for input that never comes.
if (process.exitCode === exitCodes.interrupted) await leave(exitCodes.interrupted);
