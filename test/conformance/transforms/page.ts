import { runChains } from './chains.ts'

export const bench = { runChains }
export type Bench = typeof bench

// The test reads it there.
Object.assign(globalThis, { bench })
