import type { Frame } from '@orrery/sdk'
import { contributionsOf, type Contributed } from '../plugins/plugin-list.ts'

const kindsOf = ({ data }: Contributed, name: 'accepts' | 'explores'): readonly unknown[] => {
  const kinds = data[name]
  return Array.isArray(kinds) ? kinds : []
}

const isSingle = (frame: Frame): boolean => {
  if (frame.kind !== 'series') return frame.length === 1
  for (const { values } of frame) if (values.length > 1) return false
  return true
}

/** The kinds that the frames are of, what they are most like first: single values are numbers more than they are series. */
function wantedKinds(frames: readonly Frame[]): readonly string[] {
  const filled = frames.filter(({ length }) => length > 0)
  const kinds = [...new Set(filled.map(({ kind }) => kind))]
  return filled.length > 0 && filled.every(isSingle) ? ['numeric', ...kinds] : kinds
}

/** How well a type of panel draws a kind: undefined for not at all. What it names first, it draws best. */
function fitOf(type: Contributed, kind: string): number | undefined {
  const place = kindsOf(type, 'accepts').indexOf(kind)
  if (place < 0) return undefined
  return 10 - place + (kindsOf(type, 'explores').includes(kind) ? 5 : 0)
}

/** The types of panel that draw these frames, the best first; none where there is nothing to draw. */
export function suggestTypes(frames: readonly Frame[]): readonly Contributed[] {
  const wanted = wantedKinds(frames)
  const drawn = new Set(frames.map(({ kind }) => kind as string))
  const scored = contributionsOf('panel').flatMap((type) => {
    const draws = [...drawn].some((kind) => fitOf(type, kind) !== undefined)
    const fits = wanted.flatMap((kind, place) => {
      const fit = fitOf(type, kind)
      return fit === undefined ? [] : [fit - 3 * place]
    })
    return draws && fits.length > 0 ? [{ type, score: Math.max(...fits) }] : []
  })
  return scored.toSorted((a, b) => b.score - a.score).map(({ type }) => type)
}
