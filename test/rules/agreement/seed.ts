/** What follows from chance follows from this number: `AGREEMENT_SEED` asks the same again. */
export const SEED = Number(process.env.AGREEMENT_SEED ?? Math.floor(Math.random() * 2 ** 31));
