/** The same generated cases in every run, so that a red test is red for everybody; SEED explores others. */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.SEED ?? 4475) });
