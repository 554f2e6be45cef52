import type { Frame } from '@orrery/sdk'
import { contributionsOf, type Contributed } from '../plugins/plugin-list.ts'

/** Frames that are drawn together. */
export interface ResultSection {
  readonly key: string
  /** The type of panel that draws them; a plain table does where there is none. */
  readonly panel: Contributed | undefined
  /** The query that they are of, where each has a section of its own. */
  readonly refId: string | undefined
  readonly frames: readonly Frame[]
}

const kindsOf = ({ data }: Contributed, name: 'accepts' | 'explores'): readonly unknown[] => {
  const kinds = data[name]
  return Array.isArray(kinds) ? kinds : []
}

/**
 * What draws which frames: the panel that explores their kind, or one that explores another of the same query and accepts
 * theirs too, as a time series does exemplars. Series of all queries stand in one picture, everything else by query.
 */
export function sectionsOf(frames: readonly Frame[]): readonly ResultSection[] {
  const panels = contributionsOf('panel').filter((panel) => kindsOf(panel, 'explores').length > 0)
  const explorerOf = ({ kind }: Frame) => panels.find((panel) => kindsOf(panel, 'explores').includes(kind))
  const companionOf = ({ kind, meta }: Frame) =>
    frames
      .filter((other) => other.meta.refId === meta.refId)
      .flatMap((other) => explorerOf(other) ?? [])
      .find((panel) => kindsOf(panel, 'accepts').includes(kind))

  const sections = new Map<string, { panel: Contributed | undefined; refId: string | undefined; frames: Frame[] }>()
  for (const frame of frames) {
    const panel = explorerOf(frame) ?? companionOf(frame)
    const isJoint = panel !== undefined && kindsOf(panel, 'explores').includes('series')
    const refId = isJoint ? undefined : frame.meta.refId
    const key = `${panel?.id ?? ''} ${refId ?? ''}`
    const known = sections.get(key)
    if (known) known.frames.push(frame)
    else sections.set(key, { panel, refId, frames: [frame] })
  }
  return Array.from(sections, ([key, section]) => ({ key, ...section }))
}
