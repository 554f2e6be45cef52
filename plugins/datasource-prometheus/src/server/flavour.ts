import { isCodedError, Type, validate } from '@orrery/sdk'
import type { Options } from '../options.ts'
import type { Api } from './api.ts'
import { JsonData } from './answer/json-value.ts'

export type Flavour = Exclude<NonNullable<Options['flavour']>, 'auto'>

export interface ServerKind {
  readonly flavour: Flavour
  readonly version?: string
}

const titles: Readonly<Record<Flavour, string>> = {
  prometheus: 'Prometheus',
  victoriametrics: 'VictoriaMetrics',
  mimir: 'Mimir',
  thanos: 'Thanos',
}

export const toSentence = ({ flavour, version }: ServerKind): string =>
  version === undefined && flavour === 'prometheus'
    ? 'The server answers as Prometheus does.'
    : `${[titles[flavour], version].filter(Boolean).join(' ')} answers.`

const text = Type.Optional(Type.String())
const BuildInfo = Type.Object({ application: text, version: text, revision: text })

/**
 * Who a server is, by its build information:
 * - Prometheus tells version, revision, branch and more: https://prometheus.io/docs/prometheus/latest/querying/api/#build-information
 * - Mimir and Cortex name their `application`: https://grafana.com/docs/mimir/latest/references/http-api/#build-information
 * - VictoriaMetrics answers with nothing, later with a version of Prometheus that it stands for, and no revision.
 * - Thanos tells the same as Prometheus, with a version of its own that is still below 1.
 */
function recognize(given: unknown): ServerKind {
  const checked = validate(BuildInfo, given)
  if (!checked.ok) return { flavour: 'prometheus' }
  const { application = '', version, revision } = checked.value
  const known = version === undefined || version === '' ? {} : { version }
  if (/mimir|cortex/i.test(application)) return { flavour: 'mimir', ...known }
  if (revision === undefined) return { flavour: 'victoriametrics' }
  return { flavour: version?.startsWith('0.') ? 'thanos' : 'prometheus', ...known }
}

/** Asks the server who it is. One that has no such page is taken for a Prometheus. */
export async function detectKind(api: Api, signal: AbortSignal): Promise<ServerKind> {
  const info = new JsonData()
  try {
    await api.get('status/buildinfo', new URLSearchParams(), info, signal)
  } catch (error) {
    // A page that is missing or forbidden says nothing of the rest; a server that is away does.
    if (isCodedError(error) && error.code.startsWith('PROMETHEUS_')) return { flavour: 'prometheus' }
    throw error
  }
  return recognize(info.value)
}

/** What range queries add for a kind of server. */
export const paramsOf = (flavour: Flavour, options: Options): Readonly<Record<string, string>> => {
  const isGiven = options.parameters?.some(({ name }) => name === 'max_source_resolution')
  // Downsampled data for long ranges, as far as the step allows: https://thanos.io/tip/components/query.md/#auto-downsampling
  return flavour === 'thanos' && !isGiven ? { max_source_resolution: 'auto' } : {}
}
