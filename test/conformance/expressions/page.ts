import { runGraphs } from './graphs.ts'

export const bench = { runGraphs }
export type Bench = typeof bench

// The test reads it there.
Object.assign(globalThis, { bench })
