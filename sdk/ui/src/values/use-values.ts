import {
  fillLink,
  linkContext,
  offerActions,
  readValues,
  reducerTitle,
  sayOnScale,
  showValue,
  valueScale,
  type DisplayValue,
  type FilledLink,
  type OfferedAction,
  type PanelProps,
  type PanelValue,
  type ReduceOptions,
  type ValueScale,
} from '@orrery/sdk'
import { computed } from 'vue'

/** What a panel of single values shows, and how it reads it. */
export interface ValuesSource extends Pick<
  PanelProps<unknown>,
  'frames' | 'fieldConfig' | 'timeZone' | 'theme' | 'range' | 'variables' | 'page'
> {
  readonly reduce: ReduceOptions
}

/** A value with its text, its colour, its links and its actions. */
export interface ShownValue {
  readonly value: PanelValue
  readonly shown: DisplayValue
  readonly links: readonly FilledLink[]
  readonly actions: readonly OfferedAction[]
}

/** A value with what it is measured by. */
export interface MeteredValue extends ShownValue {
  readonly scale: ValueScale
}

function toShown(value: PanelValue, index: number, source: ValuesSource): ShownValue {
  const shown = showValue(value, index, source)
  const context = linkContext(value, shown.full, source)
  const { config } = value
  return {
    value,
    shown,
    links: (config.links ?? []).flatMap((link) => fillLink(link, context) ?? []),
    actions: offerActions(config, context, source),
  }
}

function useReading<Cell>(source: () => ValuesSource, toCell: (value: PanelValue, index: number) => Cell) {
  const read = computed(() => {
    const { frames, fieldConfig, reduce, timeZone } = source()
    return readValues(frames, fieldConfig, reduce, { titleOf: reducerTitle, timeZone })
  })
  return {
    /** Whether any frame has something to show. */
    isDrawable: computed(() => read.value.drawable),
    /** How many values there are, those that are left out included. */
    total: computed(() => read.value.total),
    /** How many of them are left out. */
    hidden: computed(() => read.value.total - read.value.values.length),
    cells: computed(() => read.value.values.map(toCell)),
  }
}

/** The values that a panel of single values shows. */
export const useValues = (source: () => ValuesSource) =>
  useReading(source, (value, index) => toShown(value, index, source()))

/** As {@link useValues}, on scales; `neutral` is where a bar begins, if not where its scale says. */
export const useMeters = (source: () => ValuesSource & { readonly neutral: number | undefined }) =>
  useReading(source, (own, index): MeteredValue => {
    const scale = valueScale(own, source().neutral)
    // Thresholds in percent, and schemes, are of the scale that is drawn.
    const value = { ...own, config: { ...own.config, min: scale.min, max: scale.max } }
    return { ...toShown(value, index, source()), scale }
  })

/** What a screen reader is told of a value on its scale: attributes of the element that stands for it. */
export function meterAttributes({ value: own, shown, scale }: MeteredValue) {
  const { name, value } = own
  const said = sayOnScale(own, shown.full, scale)
  if (typeof value !== 'number') return { role: 'img', 'aria-label': `${name}: ${said}` }
  return {
    role: 'meter',
    'aria-label': name,
    'aria-valuemin': scale.min,
    'aria-valuemax': scale.max,
    'aria-valuenow': Math.min(scale.max, Math.max(scale.min, value)),
    'aria-valuetext': said,
  }
}
