import { routes } from '@orrery/api'
import { DatasourceKind, type DatasourceSpec } from '@orrery/query'
import { checkResource, ResourceError, type ResourceStore } from '@orrery/resource'
import { storedSchema, validate } from '@orrery/schema'
import type { Kernel } from '@orrery/kernel'
import { toCodedError } from '../http/problem.ts'
import type { Serve } from '../http/serve.ts'
import { problemsBelow } from '../resources/problems-below.ts'
import type { Vault } from '../secrets/vault.ts'
import type { Clients } from './clients.ts'
import { filterOptionsRoute } from './filter-options.ts'
import { currentOptions } from './options.ts'
import type { DatasourceTypes } from './types.ts'

export interface DatasourceRoutes {
  readonly kernel: Kernel
  readonly types: DatasourceTypes
  readonly vault: Vault
  readonly store: ResourceStore
  readonly clients: Clients
  readonly namespace: string
  /** A text as it may be told. */
  readonly redact: (text: string) => string
}

/** Options of filters, and the test: it tries a datasource as it was edited, saved or not. Stored secrets go only where they may go after a save too. */
export function datasourceRoutes(serve: Serve, context: DatasourceRoutes): void {
  const { kernel, types, vault, store, clients, namespace, redact } = context
  filterOptionsRoute(serve, context)
  serve(routes.testDatasource, async ({ body }) => {
    const resource = checkResource(DatasourceKind, body)
    const key = { namespace, kind: DatasourceKind.kind, id: resource.id }
    const type = types.get(resource.spec.type)
    const options = await currentOptions(kernel, type, resource.spec)
    const problems = problemsBelow('/spec/options', validate(storedSchema(type.options), options))
    if (problems.length)
      throw new ResourceError('RESOURCE_INVALID', { subject: `The datasource "${resource.id}"`, problems })
    const before = (await store.get(key))?.resource.spec as DatasourceSpec | undefined
    const base = before?.type === resource.spec.type ? await currentOptions(kernel, type, before) : undefined
    const opened = await vault.reveal({
      key,
      schema: type.options,
      options,
      ...(base === undefined ? {} : { stored: base }),
    })
    try {
      return { message: redact(await clients.check(type, opened)) }
    } catch (thrown) {
      throw Object.assign(toCodedError(thrown), { plugin: type.plugin })
    }
  })
}
