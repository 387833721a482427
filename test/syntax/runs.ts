/** Property tests run on the same values each time; `RUNS=100000 SEED=$RANDOM npx vitest run …` digs deeper. */
export const runs = { seed: Number(process.env.SEED ?? 4475), numRuns: Number(process.env.RUNS ?? 300) };
