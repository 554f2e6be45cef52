import { createByteCache, defineTable, optional, text, Type, validate, withNotice, type Frame } from '@orrery/sdk'
import type { QueryRequest } from '@orrery/sdk'
import type { Api } from './api.ts'
import { JsonData } from './answer/json-value.ts'
import { askNames, createSearch, valuesPath } from './names.ts'
import { cutNamesNotice, noticeIf } from './notices.ts'

export interface MetricsQuestion {
  readonly match?: string | undefined
  readonly search?: string | undefined
  readonly limit?: number | undefined
}

const Metadata = Type.Record(
  Type.String(),
  Type.Array(
    Type.Object({ type: Type.String(), help: Type.Optional(Type.String()), unit: Type.Optional(Type.String()) }),
  ),
)
type Metadata = Readonly<Record<string, readonly { type: string; help?: string; unit?: string }[]>>

const Metrics = defineTable({ name: text(), type: optional(text()), help: optional(text()), unit: optional(text()) })

const NAMES_MS = 60_000
const METADATA_MS = 300_000
const MOST_BYTES = 32 * 1024 * 1024
const MOST_NAMES = 1_000_000
/** Ranges that begin and end in the same five minutes have the same names. */
const BLOCK_MS = 300_000

/** What a metric's name may have behind that of its family. */
const SUFFIX = /_(?:bucket|count|sum|total|created|info|gsum|gcount)$/

/** What is known of the family. When a counter was made is a time (OpenMetrics), whatever the family is. */
function partOfFamily(name: string, known: Metadata): Metadata[string] {
  const family = known[name.replace(SUFFIX, '')] ?? []
  return name.endsWith('_created') ? family.map(({ help = '' }) => ({ type: 'gauge', help, unit: 'seconds' })) : family
}

/** Lists the metrics of a server with what it knows of them. A list is kept for a minute, as it is searched at each key. */
export function createMetrics(api: Api) {
  const lists = createByteCache<readonly string[]>({ maxBytes: MOST_BYTES })
  const metadata = createByteCache<Metadata>({ maxBytes: MOST_BYTES })

  const listNames = async (
    match: string | undefined,
    { range, signal }: Pick<QueryRequest<unknown>, 'range' | 'signal'>,
  ) => {
    const from = Math.floor(range.from / BLOCK_MS) * BLOCK_MS
    const to = Math.ceil(range.to / BLOCK_MS) * BLOCK_MS
    const key = JSON.stringify([from, to, match])
    const known = lists.get(key)
    if (known) return known
    const question = { path: valuesPath('__name__'), range: { from, to }, match, limit: MOST_NAMES, signal }
    const { names } = (await askNames(api, question)).names
    const bytes = names.reduce((sum, { length }) => sum + length + 16, 0)
    lists.set(key, names, bytes, NAMES_MS)
    return names
  }

  /** Empty where the server has none: names are of use without. */
  const readMetadata = async (signal: AbortSignal): Promise<Metadata> => {
    const known = metadata.get('')
    if (known) return known
    const data = new JsonData()
    await api.get('metadata', new URLSearchParams({ limit_per_metric: '1' }), data, signal).catch((error: unknown) => {
      if (signal.aborted) throw error
    })
    const checked = validate(Metadata, data.value)
    const found: Metadata = checked.ok ? checked.value : {}
    const bytes = Object.entries(found).reduce(
      (sum, [name, [one]]) => sum + name.length + (one?.help?.length ?? 0) + 100,
      0,
    )
    metadata.set('', found, bytes, METADATA_MS)
    return found
  }

  return async (
    question: MetricsQuestion,
    request: Pick<QueryRequest<unknown>, 'range' | 'signal' | 'refId' | 'budget'>,
  ): Promise<readonly Frame[]> => {
    const { maxRows } = request.budget
    const limit = Math.min(question.limit ?? maxRows, maxRows)
    const [all, known] = await Promise.all([listNames(question.match, request), readMetadata(request.signal)])
    const found = question.search ? all.filter(createSearch(question.search)) : all
    const rows = found.slice(0, limit).map((name) => {
      const [about] = known[name] ?? partOfFamily(name, known)
      return { name, type: about?.type ?? null, help: about?.help || null, unit: about?.unit || null }
    })
    const frame = Metrics.fromRows(rows, { refId: request.refId })
    return [noticeIf(found.length > limit, cutNamesNotice(limit)).reduce<Frame>(withNotice, frame)]
  }
}
