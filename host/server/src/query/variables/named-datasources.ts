import type { VariableOf, VariableOption } from '@orrery/dashboard'
import { fillText, type VariableScope } from '@orrery/format'
import { DatasourceKind, type DatasourceSpec } from '@orrery/query'
import type { ResourceStore } from '@orrery/resource'
import { findAll } from './find-all.ts'

export interface NamedDatasourcesContext {
  readonly store: ResourceStore
  readonly namespace: string
}

/** The datasources that a variable of datasources may name, by title; its pattern may name what is in `scope`. */
export async function namedDatasources(
  { store, namespace }: NamedDatasourcesContext,
  { plugin, regex }: VariableOf<'datasource'>,
  scope: VariableScope,
): Promise<readonly VariableOption[]> {
  const { items } = await store.list({ namespace, kind: DatasourceKind.kind, limit: 1000 })
  const fitting = items.filter(({ resource }) => (resource.spec as DatasourceSpec).type === plugin)
  const titles = fitting.map(({ resource }) => resource.metadata.title)
  const found = regex ? findAll(fillText(regex, scope), titles) : titles.map(() => true)
  return fitting.flatMap(({ resource }, index) =>
    found[index] ? [{ value: resource.id, text: resource.metadata.title }] : [],
  )
}
