import { nameFields, seriesSources } from '@orrery/format'
import { SeriesBuilder, type Labels, type SeriesFrame } from '@orrery/frames'
import type { Grafana, PeerFrame } from './grafana.ts'

const TIMES = [1_767_225_600_000, 1_767_225_615_000]
const VALUES = [1, 2]

/** Eight labels; the first three are the same everywhere. */
const labelsOf = (i: number): Labels => ({
  __name__: 'http_requests_total',
  cluster: 'eu-1',
  job: 'api',
  namespace: `team-${i % 23}`,
  instance: `10.0.${(i >> 6) & 255}.${i & 63}:9090`,
  pod: `web-${i}`,
  method: ['GET', 'POST', 'PUT'][i % 3]!,
  code: ['200', '404', '500', '201'][i % 4]!,
})

export function createFrame(series: number): SeriesFrame {
  const builder = new SeriesBuilder({ refId: 'A' })
  for (let i = 0; i < series; i++) builder.add(labelsOf(i), TIMES, VALUES)
  return builder.build()
}

/** What a panel does with a frame: names and configs of all its series. */
export const ourNames = (frame: SeriesFrame): string[] =>
  nameFields(seriesSources(frame, ['value'], false), { defaults: {}, overrides: [] }).map(({ name }) => name)

/** The same series as they come from their server, one frame for each. */
export const createPeerFrames = (series: number): PeerFrame[] =>
  Array.from({ length: series }, (_, i) => {
    const labels = labelsOf(i)
    return {
      refId: 'A',
      length: 2,
      fields: [
        { name: 'Time', type: 'time', config: {}, values: TIMES },
        { name: labels['__name__']!, type: 'number', labels, config: {}, values: VALUES },
      ],
    }
  })

const request = { targets: [{ refId: 'A', legendFormat: '__auto' }] }

export function peerNames(grafana: Grafana, frames: readonly PeerFrame[]): (string | undefined)[] {
  // They write each name into its field and read it again, so every run gets fields without names.
  const data = frames.map((frame) => ({ ...frame, fields: frame.fields.map((field) => ({ ...field, config: {} })) }))
  return grafana.transformV2({ data }, request, {}).data.map(({ fields }) => fields[1]!.config.displayNameFromDS)
}

const toPairs = (name: string) => (name.match(/\w+="[^"]*"/g) ?? []).sort().join()

/** Both leave out the labels that all share; ours say the metric too, and order or spaces may differ. */
export function checkNames(ours: readonly string[], theirs: readonly (string | undefined)[]): void {
  const wrong = ours.findIndex((name, i) => toPairs(name) === '' || toPairs(name) !== toPairs(theirs[i] ?? ''))
  if (ours.length !== theirs.length || wrong >= 0 || new Set(ours).size !== ours.length)
    throw new Error(`The names differ: ${ours[wrong]} and ${theirs[wrong]}.`)
}
