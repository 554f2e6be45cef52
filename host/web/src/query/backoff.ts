const FIRST_MS = 1000
const LONGEST_MS = 30_000

/** How long to wait before the next try after so many failures, with up to a quarter taken off so that clients spread. */
export const backoffMs = (failures: number, random = Math.random()) =>
  Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, failures - 1)) * (1 - random / 4)
