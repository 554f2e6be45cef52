import { Annotations, withNotice, type Frame, type QueryRequest } from '@orrery/sdk'
import { DEFAULT_SEED } from '../../query/common.ts'
import type { Annotations as AnnotationsQuery } from '../../query/events.ts'
import { Dice } from '../dice.ts'
import { momentsOf } from '../grid.ts'
import { cutOff } from '../notices.ts'
import { services } from '../words.ts'

const HOUR = 3_600_000
const MINUTE = 60_000

export function annotations({ query, refId, range, budget }: QueryRequest<AnnotationsQuery>): readonly Frame[] {
  const { perHour = 6, seed = DEFAULT_SEED } = query
  const dice = new Dice(seed)
  const happening = { every: HOUR / perHour, unitAt: (index: number) => dice.unit(index) }
  const rows = momentsOf(range, happening, budget.maxRows + 1).map(({ index, at }) => {
    const own = dice.of(index)
    const service = own.pick(services, 0)
    const isStretch = own.unit(1) < 0.3
    return {
      time: Math.floor(at),
      timeEnd: isStretch ? Math.floor(at) + (1 + own.below(10, 2)) * MINUTE : null,
      title: isStretch
        ? `Maintenance of ${service}`
        : `Deployment of ${service} 1.${own.below(30, 3)}.${own.below(10, 4)}`,
      text: isStretch ? 'Planned; answers may be slow.' : 'All checks were green.',
      tags: [isStretch ? 'maintenance' : 'deployment', service],
      id: `${index}`,
    }
  })
  const frame = Annotations.fromRows(rows.slice(0, budget.maxRows), { refId })
  return [cutOff(rows.length > budget.maxRows, 'newest', budget.maxRows, 'rows').reduce<Frame>(withNotice, frame)]
}
