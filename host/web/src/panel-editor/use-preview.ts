import type { PanelSpec } from '@orrery/dashboard'
import { computed, ref, type Ref } from 'vue'
import { createShaper, type Shaper } from '../transforms/shaper.ts'
import type { PanelData } from '../query/panel-data.ts'
import { withOptional } from './panel-change.ts'
import { useAnswer, type AnswerOptions } from './use-answer.ts'
import { useShaping, type Shaping } from './use-shaping.ts'

export interface Preview {
  /** What the panel shows: what all queries gave, shaped by its transformations. */
  readonly data: Readonly<Ref<PanelData>>
  /** What one query gave. */
  readonly ofQuery: (refId: string) => PanelData
  readonly shaping: Shaping
  /** Asks now; what is under way is cancelled, and what stands stays until its answer comes. */
  readonly run: () => void
  /** Pixels that the preview has; nothing is asked before they are known. */
  readonly width: Ref<number>
}

/**
 * The frames of a panel that is edited. The host is asked what the queries give, and the page runs the transformations over
 * that, so that an edit of one is seen at once; where the page cannot, the host is asked for the shaped frames as well.
 */
export function usePreview(
  panel: () => PanelSpec,
  context: AnswerOptions['context'],
  isBegun: AnswerOptions['isBegun'],
  shaper: Shaper = createShaper(),
): Preview {
  const width = ref(0)
  const steps = computed(() => panel().transformations ?? [])
  const queries = useAnswer({
    panel: () => withOptional(panel(), 'transformations', undefined),
    context,
    isBegun,
    width,
  })
  const shaping = useShaping({ raw: queries.data, steps: () => steps.value, context, shaper })
  const isByHost = computed(() => shaping.data.value === undefined)
  const shaped = useAnswer({ panel: () => (isByHost.value ? panel() : undefined), context, isBegun, width })

  const ofQuery = (refId: string): PanelData => {
    const { frames, problems, ...rest } = queries.data.value
    return {
      ...rest,
      frames: frames.filter(({ meta }) => meta.refId === refId),
      problems: problems.filter((problem) => problem.refId === refId),
    }
  }
  return {
    data: computed(() => shaping.data.value ?? shaped.data.value),
    ofQuery,
    shaping,
    run: () => {
      queries.run()
      if (isByHost.value) shaped.run()
    },
    width,
  }
}
