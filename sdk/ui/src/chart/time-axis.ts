import { formatTime } from '@orrery/sdk'
import type uPlot from 'uplot'
import type { PlotSettings } from './plot-options.ts'
import { markedTimes, rangeOfSteps } from './time-steps.ts'
import { LYING_PIXELS, standingSize } from './value-axis.ts'

const CUSTOM = 100
/** Between marks that stand beside each other, and above each other; CSS pixels. */
const SPACE = { horizontal: 90, vertical: 44 } as const
const SIDES = { horizontal: 2, vertical: 3 } as const

export function toTimeScale({ range, orientation, steps }: PlotSettings): uPlot.Scale {
  return {
    time: true,
    ...(orientation === 'vertical' && { ori: 1, dir: -1 as const }),
    ...(steps && { distr: CUSTOM, fwd: steps.stepOf, bwd: steps.timeOf }),
    range: () => {
      const [from, to] = steps ? rangeOfSteps(steps, range()) : [range().from, range().to]
      return [from, to]
    },
  }
}

/** An axis for each time zone, that of the chart nearest to it. Where there are several, each says which it is. */
export function toTimeAxes(plain: uPlot.Axis, settings: PlotSettings): uPlot.Axis[] {
  const { timeZone, moreTimeZones, orientation, range, steps, font } = settings
  const space = SPACE[orientation]
  return [timeZone, ...moreTimeZones].map((zone, k): uPlot.Axis => ({
    ...plain,
    scale: 'x',
    side: SIDES[orientation],
    size: orientation === 'vertical' ? standingSize : LYING_PIXELS,
    space,
    ...(k > 0 && { grid: { show: false } }),
    ...(moreTimeZones.length > 0 && { label: zone, labelFont: font, labelSize: 16, labelGap: 0 }),
    ...(steps && {
      splits: (u: uPlot, _: number, min: number, max: number) => {
        const { clientWidth, clientHeight } = u.over
        const length = orientation === 'vertical' ? clientHeight : clientWidth
        return markedTimes(steps, { min, max }, { length, space })
      },
    }),
    values: (_, splits) => splits.map((time) => formatTime(time, zone, range().to - range().from)),
  }))
}
