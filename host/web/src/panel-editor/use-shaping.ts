import type { Frame } from '@orrery/sdk'
import type { Transformation } from '@orrery/query'
import { computed, onScopeDispose, ref, shallowReactive, shallowRef, watch, type Ref } from 'vue'
import type { PanelData } from '../query/panel-data.ts'
import type { ShapeChain, StageFrames } from '../transforms/shape-request.ts'
import { createShaper, type Shaped, type Shaper } from '../transforms/shaper.ts'
import { countFrames, type FrameCount, type StageSummary } from '../transforms/stages.ts'
import { codeFor } from '../transforms/transform-list.ts'
import type { PanelEditorContext } from './context.ts'

export interface ShapingOptions {
  /** What the queries gave. */
  readonly raw: Readonly<Ref<PanelData>>
  readonly steps: () => readonly Transformation[]
  readonly context: () => PanelEditorContext
  readonly shaper?: Shaper
}

/** The frames of a panel that is edited, shaped in the page as far as it can. */
export interface Shaping {
  /** Undefined where the host must run a step; then it shapes all. */
  readonly data: Readonly<Ref<PanelData | undefined>>
  /** What a step did; undefined where it did not run here. */
  readonly stageOf: (index: number) => StageSummary | undefined
  /** Of the fields that come into a step. */
  readonly namesOf: (index: number) => readonly string[]
  /** What comes out of the last step that ran here; undefined where there is no data. */
  readonly made: Readonly<Ref<FrameCount | undefined>>
  /** The step whose frames are wanted. */
  readonly look: Ref<number | undefined>
  readonly looked: Readonly<Ref<StageFrames<readonly Frame[]> | undefined>>
  /** Whether a step runs in the host only, or after one that does. */
  readonly isInHost: (index: number) => boolean
}

interface Made extends Shaped {
  /** What it was made of. */
  readonly raw: PanelData
}

const isOn = ({ disabled }: Transformation) => !disabled

export function useShaping({ raw, steps, context, shaper = createShaper() }: ShapingOptions): Shaping {
  const made = shallowRef<Made>()
  const look = ref<number>()
  const isRunning = ref(false)
  /** Transformations whose code the page cannot load. */
  const unloadable = shallowReactive(new Set<string>())
  const isBroken = ref(false)
  let abort = new AbortController()

  const runsHere = (step: Transformation) =>
    !isOn(step) || (codeFor([step]) !== undefined && !unloadable.has(step.type))
  /** The place of the first step that only the host can run. */
  const limit = computed(() => {
    if (isBroken.value) return 0
    const place = steps().findIndex((step) => !runsHere(step))
    return place < 0 ? steps().length : place
  })
  const own = computed(() => steps().slice(0, limit.value))
  const chain = computed((): ShapeChain => {
    const { timeZone, values } = context()
    const code = codeFor(own.value) ?? {}
    return { steps: own.value, range: raw.value.range, timeZone, scope: values, code, look: look.value }
  })
  // As text, because what is watched changes only when its content does, and a worker takes no proxies.
  const question = computed(() => JSON.stringify(chain.value))

  async function run() {
    abort.abort()
    abort = new AbortController()
    const { signal } = abort
    const now = raw.value
    if (own.value.length === 0 || !now.answered) {
      isRunning.value = false
      made.value = undefined
      return
    }
    isRunning.value = true
    try {
      // It was made of a chain just now.
      const shaped = await shaper.shape(now.frames, JSON.parse(question.value) as ShapeChain, signal)
      made.value = { ...shaped, raw: now }
    } catch {
      if (signal.aborted) return
      const plugins = Object.keys(chain.value.code)
      for (const id of plugins) unloadable.add(id)
      isBroken.value = plugins.length === 0
      made.value = undefined
    }
    if (!signal.aborted) isRunning.value = false
  }
  watch([() => raw.value.frames, () => raw.value.answered, question], () => void run(), { immediate: true })
  onScopeDispose(() => {
    abort.abort()
    shaper.stop()
  })

  const data = computed((): PanelData | undefined => {
    if (!steps().some(isOn)) return raw.value
    if (limit.value < steps().length) return undefined
    const { frames = [], raw: from } = made.value ?? {}
    return {
      ...raw.value,
      frames,
      range: from?.range ?? raw.value.range,
      loading: raw.value.loading || isRunning.value,
      answered: from?.answered ?? false,
    }
  })
  const stages = computed(() => new Map(made.value?.stages.map((stage) => [stage.index, stage])))
  return {
    data,
    stageOf: (index) => stages.value.get(index),
    namesOf: (index) => made.value?.names[index] ?? made.value?.names.at(-1) ?? [],
    made: computed(() => {
      const frames = made.value?.frames ?? raw.value.frames
      return frames.length > 0 ? countFrames(frames) : undefined
    }),
    look,
    looked: computed(() => (made.value?.looked?.index === look.value ? made.value?.looked : undefined)),
    isInHost: (index) => index >= limit.value,
  }
}
