import { builtInTransforms, type LoadedTransform, type TransformGroup, type Transformation } from '@orrery/query'
import { mapTexts, withDefaults, type TSchema } from '@orrery/sdk'
import { computed } from 'vue'
import { doorUrl } from '../plugins/doors.ts'
import { contributionsOf, type Contributed } from '../plugins/plugin-list.ts'
import { t } from '../text.ts'
import type { TransformCode } from './shape-request.ts'

/** A transformation that can be added, in the language of the page. */
export interface OfferedTransform {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly group: TransformGroup
  /** Markdown. */
  readonly notes: string
  readonly keywords: readonly string[]
  readonly options: TSchema
  readonly version: number
  /** `page` for those that the page can run itself, to be seen at once; the host runs all of them. */
  readonly runsIn: 'page' | 'host'
  readonly migrate?: LoadedTransform['migrate'] | undefined
  /** Of one that a plugin brings and the page can run. */
  readonly code?: TransformCode[string] | undefined
}

/** What transformations are listed under, in this order. */
export const transformGroups = (): Readonly<Record<TransformGroup, string>> => ({
  filter: t('Filter and sort'),
  fields: t('Fields'),
  combine: t('Combine'),
  calculate: t('Calculate'),
  group: t('Group'),
  shape: t('Reshape'),
  time: t('Time'),
})

const builtIn = computed(() =>
  builtInTransforms.map(({ id, group, notes, version = 1, migrate, ...listed }): OfferedTransform => {
    const {
      title,
      description,
      keywords = [],
      options,
    } = mapTexts(
      {
        title: listed.title,
        description: listed.description,
        keywords: listed.keywords ?? [],
        options: listed.options,
      },
      t,
    )
    return { id, title, description, group, notes, keywords, options, version, migrate, runsIn: 'page' }
  }),
)

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')

function toOffered({ id, title, plugin, data }: Contributed): OfferedTransform {
  const url = doorUrl(plugin, data['apply'])
  // The host checked the manifest: options are a schema, keywords are texts, the group is one that there is.
  const options = data['options'] as TSchema
  return {
    id,
    title,
    description: textOf(data['description']),
    group: data['group'] as TransformGroup,
    notes: textOf(data['notes']),
    keywords: (data['keywords'] ?? []) as readonly string[],
    options,
    version: typeof data['version'] === 'number' ? data['version'] : 1,
    runsIn: url === undefined ? 'host' : 'page',
    ...(url !== undefined && { code: { title, url, options } }),
  }
}

/** All that can be added, those of plugins after those that are built in. */
export const offeredTransforms = computed((): readonly OfferedTransform[] => [
  ...builtIn.value,
  ...contributionsOf('transform').map(toOffered),
])

const byId = computed(() => new Map(offeredTransforms.value.map((offered) => [offered.id, offered])))
export const findOffered = (id: string): OfferedTransform | undefined => byId.value.get(id)

/** A step as it begins. */
export const newStep = ({ id, options, version }: OfferedTransform): Transformation => ({
  type: id,
  // An object with defaults is an object.
  options: withDefaults(options, {}) as Transformation['options'],
  ...(version > 1 && { version }),
})

/** The options of a step as its form edits them: of the installed version, with defaults. Undefined where that cannot be. */
export function editedOptions(
  { options, version = 1 }: Transformation,
  offered: OfferedTransform,
): Transformation['options'] | undefined {
  const isOlder = version < offered.version && offered.migrate !== undefined
  if (version !== offered.version && !isOlder) return undefined
  const current = isOlder ? offered.migrate!(options, version) : options
  // An object with defaults is an object.
  return withDefaults(offered.options, current) as Transformation['options']
}

/** What the worker needs to run these steps; undefined where only the host can. */
export function codeFor(steps: readonly Transformation[]): TransformCode | undefined {
  const code: Record<string, TransformCode[string]> = {}
  for (const { type, disabled, version = 1 } of steps) {
    const offered = disabled ? undefined : findOffered(type)
    if (!offered) continue
    if (offered.runsIn === 'host') return undefined
    if (!offered.code) continue
    // Options of another version are brought up to date in the host.
    if (version !== offered.version) return undefined
    code[type] = offered.code
  }
  return code
}
