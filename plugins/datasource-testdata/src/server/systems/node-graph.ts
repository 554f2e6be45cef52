import { Edges, Nodes, type Frame, type QueryRequest } from '@orrery/sdk'
import { DEFAULT_SEED } from '../../query/common.ts'
import type { NodeGraph } from '../../query/systems.ts'
import { Dice } from '../dice.ts'
import { services } from '../words.ts'

/** Calls that cross the tree. */
const EXTRA_SHARE = 0.3

/** A tree of services, with some calls across it; both frames are of one set. */
export function nodeGraph({ query, refId }: QueryRequest<NodeGraph>): readonly Frame[] {
  const { nodes = 12, seed = DEFAULT_SEED } = query
  const dice = new Dice(seed)
  const meta = { refId, meta: { set: `graph-${refId}` } }
  const edges = Array.from({ length: nodes - 1 }, (_, i) => {
    const target = i + 1
    const parent = dice.below(target, 2 * target)
    const second = dice.below(target, 2 * target + 1)
    const isCrossed = second !== parent && dice.of(target).unit(0) < EXTRA_SHARE
    return [edgeOf(parent, target, dice), ...(isCrossed ? [edgeOf(second, target, dice)] : [])]
  }).flat()
  return [
    Nodes.fromRows(
      Array.from({ length: nodes }, (_, i) => nodeOf(i, dice.of(i))),
      meta,
    ),
    Edges.fromRows(edges, meta),
  ]
}

function nodeOf(i: number, dice: Dice) {
  const failing = dice.unit(1) < 0.2 ? Math.floor(dice.unit(2) * 30) / 100 : 0
  const service = services[i % services.length]!
  return {
    id: `${i}`,
    title: i < services.length ? service : `${service}-${Math.floor(i / services.length)}`,
    subtitle: `zone-${dice.below(3, 3)}`,
    mainStat: dice.below(1000, 4),
    secondaryStat: failing,
    icon: 'server',
    arcs: [
      { share: 1 - failing, color: 'green' },
      { share: failing, color: 'red' },
    ],
  }
}

const edgeOf = (source: number, target: number, dice: Dice) => ({
  id: `${source}-${target}`,
  source: `${source}`,
  target: `${target}`,
  mainStat: dice.of(target).below(500, 5 + source),
})
