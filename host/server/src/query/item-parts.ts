import type { QueryAnswer } from '@orrery/query'
import { calculate } from './calculate.ts'
import type { PlannedItem } from './plan.ts'
import type { Run } from './run.ts'
import { shape, type Shaper } from './shape.ts'

/** Something that is answered: a query, an expression, or what was shaped of all. */
export interface ItemPart {
  /** Undefined for what was shaped of all. */
  readonly refId?: string
  /** Of a query. */
  readonly datasource?: string
  readonly ask: () => Promise<QueryAnswer>
}

export interface ItemParts {
  /** What is shown: each is written when it is there. */
  readonly shown: readonly ItemPart[]
  /** What that is made of. */
  readonly unseen: readonly ItemPart[]
}

/** Runs at the first call. */
const once = <T>(start: () => Promise<T>) => {
  let started: Promise<T> | undefined
  return () => (started ??= start())
}

/** What is answered for an item. A query whose answer several parts need is asked once. */
export function toParts({ queries, shape: planned }: PlannedItem, run: Run, shaper: Shaper): ItemParts {
  if (!planned)
    return {
      shown: queries.map((query) => ({ ...nameOf(query), ask: () => run.run(query) })),
      unseen: [],
    }
  /** Of now, or of so much earlier. */
  const partsAt = (compareMs: number): readonly ItemPart[] => {
    const asked = queries
      .filter((query) => (query.compareMs ?? 0) === compareMs)
      .map((query) => ({ ...nameOf(query), ask: once(() => run.run(query)) }))
    const calculated = once(() => calculate({ planned, compareMs, inputs: asked, shaper }))
    return [
      ...asked,
      ...planned.expressions.map(({ refId }) => ({ refId, ask: async () => (await calculated())(refId) })),
    ]
  }
  const all = [...partsAt(0), ...(planned.compareMs > 0 ? partsAt(planned.compareMs) : [])]
  const shown = planned.shown.flatMap((refId) => all.filter((part) => part.refId === refId))
  if (planned.steps.length === 0) return { shown, unseen: all.filter((part) => !shown.includes(part)) }
  return { shown: [{ ask: () => shape({ planned, inputs: shown, shaper }) }], unseen: all }
}

const nameOf = ({ refId, datasource }: { readonly refId: string; readonly datasource: string }) => ({
  refId,
  datasource,
})
