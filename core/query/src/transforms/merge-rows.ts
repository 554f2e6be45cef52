import { groupRows, type Codes } from '@orrery/frames'

/** A frame among others: its rows are [from, to) of all. */
export interface MergedFrame {
  readonly from: number
  readonly to: number
  readonly fields: readonly string[]
}

/** Rows that are made of rows of the same frames. */
interface Kin {
  readonly fields: ReadonlySet<string>
  rows: number[]
}

/**
 * Which row of all gives each field of each row of the result; -1 where none does. A row of a frame goes into every row
 * before it that is equal in the fields that both have, once; where there is none, it is added.
 */
export function mergeRows(
  frames: readonly MergedFrame[],
  codes: ReadonlyMap<string, Codes>,
): ReadonlyMap<string, Int32Array> {
  const total = frames.at(-1)?.to ?? 0
  const sources = new Map(Array.from(codes.keys(), (field) => [field, new Int32Array(total).fill(-1)]))
  const kins = new Map<string, Kin>()
  let length = 0

  const give = (out: number, row: number, fields: readonly string[]) => {
    for (const field of fields) {
      const own = sources.get(field)!
      if (own[out]! < 0) own[out] = row
    }
  }

  for (const [f, { from, to, fields }] of frames.entries()) {
    const rows = distinctRows({ from, to, fields }, codes)
    const isPut = new Uint8Array(rows.length)
    const grown: [string, Kin][] = []
    for (const [key, kin] of kins) {
      const common = fields.filter((field) => kin.fields.has(field))
      const partners = matchRows(kin.rows, rows, common, codes, sources)
      for (let k = 0; k < kin.rows.length; k++) {
        if (partners[k]! < 0) continue
        isPut[partners[k]!] = 1
        give(kin.rows[k]!, rows[partners[k]!]!, fields)
      }
      const changed = kin.rows.filter((_, k) => partners[k]! >= 0)
      if (changed.length === 0) continue
      kin.rows = kin.rows.filter((_, k) => partners[k]! < 0)
      grown.push([`${key} ${f}`, { fields: new Set([...kin.fields, ...fields]), rows: changed }])
    }
    const added: number[] = []
    for (let k = 0; k < rows.length; k++) {
      if (isPut[k]) continue
      give(length, rows[k]!, fields)
      added.push(length++)
    }
    for (const [key, kin] of grown) kins.set(key, kin)
    kins.set(String(f), { fields: new Set(fields), rows: added })
  }
  return new Map(Array.from(sources, ([field, own]) => [field, own.subarray(0, length)]))
}

/** One row of each that are equal in all fields. */
function distinctRows({ from, to, fields }: MergedFrame, codes: ReadonlyMap<string, Codes>): Int32Array {
  const own = fields.map((field) => {
    const all = codes.get(field)!
    return { codes: all.codes.subarray(from, to), count: all.count }
  })
  return groupRows(own, to - from).firsts.map((row) => row + from)
}

/** For each row of the result the first of these rows that is equal in the common fields, by its place; -1 for none. */
function matchRows(
  outs: readonly number[],
  rows: Int32Array,
  common: readonly string[],
  codes: ReadonlyMap<string, Codes>,
  sources: ReadonlyMap<string, Int32Array>,
): Int32Array {
  const compared = common.map((field) => {
    const { codes: all, count } = codes.get(field)!
    const source = sources.get(field)!
    const own = new Int32Array(rows.length + outs.length)
    for (let k = 0; k < rows.length; k++) own[k] = all[rows[k]!]!
    for (let k = 0; k < outs.length; k++) own[rows.length + k] = all[source[outs[k]!]!]!
    return { codes: own, count }
  })
  const { groupOf, firsts } = groupRows(compared, rows.length + outs.length)
  // The rows stand before those of the result, so the first of a group is one of them if any is.
  return Int32Array.from(outs, (_, k) => {
    const first = firsts[groupOf[rows.length + k]!]!
    return first < rows.length ? first : -1
  })
}
