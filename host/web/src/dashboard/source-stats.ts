import type { QueryStats } from '@orrery/query'
import { formatValue, Type, validate, type Frame } from '@orrery/sdk'

/** What a source tells of how it answered, as `meta.meta.stats` of a frame. */
const SourceStats = Type.Array(
  Type.Object({ title: Type.String(), value: Type.Number(), unit: Type.Optional(Type.String()) }),
)

/** What the source of a query tells of its answer, as it is shown. */
export function sourceStats(
  frames: readonly Frame[],
  { refId, timeShiftMs }: Pick<QueryStats, 'refId' | 'timeShiftMs'>,
): readonly (readonly [title: string, value: string])[] {
  for (const { meta } of frames) {
    if (meta.refId !== refId || meta.meta?.['timeShiftMs'] !== timeShiftMs) continue
    const stats = validate(SourceStats, meta.meta?.['stats'])
    if (stats.ok)
      return stats.value.map(({ title, value, unit }) => [
        title,
        formatValue(value, unit === undefined ? {} : { unit }).full,
      ])
  }
  return []
}
