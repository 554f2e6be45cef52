import { Type, ui } from '@orrery/schema'
import { builtIn } from './transform.ts'

/** The frames of some queries. */
export const filterByRefId = builtIn({
  id: 'filterByRefId',
  title: 'Filter by query',
  group: 'filter',
  description: 'Keeps the results of some queries, or all but these.',
  keywords: ['refId', 'query', 'hide', 'remove'],
  notes: `
Whole frames are kept or left out, of series and of rows alike; they are not changed. Without queries all are kept. A
query that is not there says so.
`,
  options: Type.Object({
    refIds: Type.Array(Type.String({ title: 'Query', maxLength: 64, ...ui({ widget: 'refId' }) }), {
      title: 'Queries',
      maxItems: 100,
      default: [],
    }),
    exclude: Type.Boolean({ title: 'All but these', default: false }),
  }),
  apply: (frames, { refIds, exclude }, { note }) => {
    if (refIds.length === 0) return frames
    const known = new Set(frames.map(({ meta }) => meta.refId))
    const missing = refIds.filter((refId) => !known.has(refId))
    if (missing.length > 0) note(`There is no result of the query ${missing.join(', ')}.`)
    return frames.filter(({ meta }) => refIds.includes(meta.refId ?? '') !== exclude)
  },
})
