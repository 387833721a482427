/** Words of `sipsleuth list`: English has none of its own, since what is listed brings its English title along. */

type Titles = Readonly<Record<string, string>>;

export const lists = { formats: {} as Titles, thresholds: {} as Titles, dialects: {} as Titles, links: {} as Titles };
