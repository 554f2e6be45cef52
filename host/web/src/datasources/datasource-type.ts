import type { OptionsSchema } from '@orrery/sdk'
import { installedVersion } from '../plugins/options.ts'
import { contributionsOf, type Contributed } from '../plugins/plugin-list.ts'

/** A type of datasource that an installed plugin brings. */
export interface DatasourceType {
  readonly id: string
  readonly title: string
  readonly description: string | undefined
  /** A lucide name. */
  readonly icon: string
  readonly schema: OptionsSchema
  /** Of the options. */
  readonly version: number
  readonly contribution: Contributed
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined)

const toType = (contribution: Contributed): DatasourceType => {
  const { id, title, data } = contribution
  return {
    id,
    title,
    description: textOf(data['description']),
    icon: textOf(data['icon']) ?? 'database',
    // The host checked the manifest: plain JSON Schema, which is what typebox makes too.
    schema: data['options'] as OptionsSchema,
    version: installedVersion(contribution),
    contribution,
  }
}

/** All that can be added, by title. */
export const datasourceTypes = (): readonly DatasourceType[] => contributionsOf('datasource').map(toType)

export const findDatasourceType = (id: string) => datasourceTypes().find((type) => type.id === id)
