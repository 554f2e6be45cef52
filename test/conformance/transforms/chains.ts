import { decode, encode, NumberColumn, type Column, type Frame } from '@orrery/frames'
import { builtInTransforms, findBuiltIn, runTransforms, type Transformation } from '@orrery/query'
import { createDice, type Dice } from './dice.ts'
import { randomFrames } from './random-frames.ts'
import { randomOptions, type OptionsNode } from './random-options.ts'

/** What a chain made, short enough to send from a page. */
export interface ChainResult {
  readonly seed: number
  readonly steps: readonly Transformation[]
  /** How many steps did not run, as their options were refused or their code threw. */
  readonly failed: number
  /** What failed, and why. */
  readonly problems: readonly string[]
  readonly bytes: number
  readonly digest: string
}

/** Runs a chain of one to four random transformations over random frames, for each seed. */
export async function runChains(seeds: readonly number[]): Promise<ChainResult[]> {
  const results: ChainResult[] = []
  // One after the other: what is compared is what each makes.
  // oxlint-disable-next-line no-await-in-loop
  for (const seed of seeds) results.push(await runChain(seed))
  return results
}

async function runChain(seed: number): Promise<ChainResult> {
  const dice = createDice(seed)
  const frames = randomFrames(dice)
  const steps = Array.from({ length: 1 + dice.below(4) }, () => randomStep(dice))
  const problems: string[] = []
  const made = await runTransforms({
    frames,
    steps,
    find: findBuiltIn,
    range: { from: Date.UTC(2024, 2, 30), to: Date.UTC(2024, 3, 1) },
    timeZone: dice.pick(['UTC', 'Europe/Berlin', 'America/New_York']),
    onStage: ({ notices }) =>
      problems.push(...notices.flatMap((notice) => (notice.severity === 'error' ? [notice.text] : []))),
  })
  const encoded = made.map((frame) => encode(withPlainNaN(frame)))
  return {
    seed,
    steps,
    failed: problems.length,
    problems,
    bytes: encoded.reduce((sum, { length }) => sum + length, 0),
    digest: digestOf(encoded),
  }
}

function randomStep(dice: Dice): Transformation {
  const transform = dice.pick(builtInTransforms)
  // A value of typebox is a JSON Schema, which its type does not show.
  const options = randomOptions(transform.options as unknown as OptionsNode, dice)
  return { type: transform.id, options: options as Record<string, unknown> }
}

/** Which of the many NaN a processor makes is its own affair: of all, the one that JavaScript writes is kept. */
export function withPlainNaN(frame: Frame): Frame {
  const plain = (column: Column): Column =>
    column.kind === 'number' || column.kind === 'integer'
      ? (new NumberColumn(
          column.kind,
          column.values.map((value) => (Number.isNaN(value) ? NaN : value)),
          column.validity,
          column.meta,
        ) as Column)
      : column
  const sent = decode(encode(frame))
  const fields = <C extends Column>(columns: ReadonlyMap<string, C>) =>
    // The column stays of its kind.
    new Map(Array.from(columns, ([name, column]) => [name, plain(column) as C]))
  return sent.kind === 'series'
    ? sent.with({ fields: fields(sent.fields) })
    : sent.with({ fields: fields(sent.fields) })
}

/** 53 bits that differ where the bytes do. */
export function digestOf(parts: readonly Uint8Array[]): string {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (const part of parts)
    for (const byte of part) {
      high = Math.imul(high ^ byte, 2654435761)
      low = Math.imul(low ^ byte, 1597334677)
    }
  return `${(high >>> 0).toString(16)}-${(low >>> 0).toString(16)}`
}
