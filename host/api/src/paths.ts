import { Namespace, ResourceId } from '@orrery/resource'
import { Type } from '@orrery/schema'

const Plural = Type.String({
  pattern: '^[a-z][a-z0-9-]{0,63}$',
  description: 'A kind of resources in the plural, as `dashboards`.',
})

/** Parameters of paths. */
export const OfNamespace = Type.Object({ ns: Namespace })
export const OfKind = Type.Object({ ns: Namespace, plural: Plural })
export const OfResource = Type.Object({ ns: Namespace, plural: Plural, id: ResourceId })
export const OfRevision = Type.Object({
  ...OfResource.properties,
  revision: Type.String({ pattern: '^[A-Za-z0-9._-]{1,128}$', description: 'A revision from the history.' }),
})
