/** The share of the random trials that is made; a part of them where it has to be quick: `npm run test:unit`. */
const share = Number(process.env['BACKPROP_TRIALS'] ?? 1)

/** How many of `all` random trials are made: the share that is wanted, and never fewer than ten. */
export function trials(all: number): number {
  return Math.min(all, Math.max(10, Math.ceil(all * share)))
}
