import { resolveColor, type AnnotationOptions, type FieldConfig, type FieldConfigSource, type Frame } from '@orrery/sdk'
import { computed, inject, onScopeDispose, provide, shallowRef } from 'vue'
import { t } from '../../text.ts'
import { annotatingKey, markedKey } from '../annotating.ts'
import type { ChartLayer } from '../layer.ts'
import { readAnnotations } from './annotation.ts'
import { createAnnotationLayer } from './annotation-layer.ts'
import { readExemplars } from './exemplar.ts'
import { createExemplarLayer, type ExemplarStyle } from './exemplar-layer.ts'
import type { PlotArea } from './plot-area.ts'

export interface OverlaySource {
  /** Of these, frames of exemplars are drawn as such. */
  readonly frames: readonly Frame[]
  readonly annotations: readonly Frame[]
  readonly theme: 'dark' | 'light'
  readonly timeZone: string
  readonly look: AnnotationOptions
  /** Of the panel: its overrides for annotations and exemplars. */
  readonly fieldConfig: FieldConfigSource
  /** How the values of exemplars are written. */
  readonly config: FieldConfig
  /** A named or CSS colour of exemplars; yellow by default. */
  readonly exemplarColor?: string
  /** See {@link ExemplarStyle}. */
  readonly toPlace?: ExemplarStyle['toPlace']
}

/**
 * What lies over a chart of times: layers for it, and what `AnnotationMarks` needs, undefined where it has nothing to show.
 * Where the page lets people annotate, they do so in the charts below the component that calls it.
 */
export function useOverlays(source: () => OverlaySource) {
  const area = shallowRef<PlotArea>()
  const annotating = inject(annotatingKey, undefined)
  if (annotating) {
    provide(markedKey, annotating.annotate)
    onScopeDispose(annotating.attach())
  }
  const lanes = computed(() => {
    const { annotations, theme, fieldConfig } = source()
    return readAnnotations(annotations, theme, fieldConfig)
  })
  const exemplars = computed(() => {
    const { frames, config, fieldConfig, timeZone } = source()
    return readExemplars(frames, { config, fieldConfig, timeZone, valueTitle: t('Value') })
  })
  const layers = computed<readonly ChartLayer[]>(() => {
    const { theme, toPlace, look, exemplarColor = 'yellow' } = source()
    const { lineWidth, regionOpacity } = look
    const style = { lineWidth, regionOpacity: regionOpacity / 100 }
    const marks = createAnnotationLayer(lanes.value, style, (now) => (area.value = now))
    const outline = theme === 'dark' ? '#141821' : '#ffffff'
    const points = createExemplarLayer(exemplars.value, {
      color: exemplarColor,
      resolve: (color) => resolveColor(color, theme),
      outline,
      toPlace,
    })
    return [...(lanes.value.length > 0 ? [marks] : []), ...(exemplars.value.times.length > 0 ? [points] : [])]
  })
  const marks = computed(() => {
    const { timeZone, look } = source()
    const { multiLane, clustering } = look
    return area.value && lanes.value.length > 0
      ? { lanes: lanes.value, area: area.value, timeZone, multiLane, clustering }
      : undefined
  })
  return { layers, marks }
}
