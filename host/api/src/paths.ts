import { ResourceId } from '@orrery/resource'
import { Type } from '@orrery/schema'

const Plural = Type.String({ maxLength: 64, description: 'A kind of resources in the plural, as `dashboards`.' })
// A text, because no namespace but the host's is known, and that is said with its own code.
const Ns = Type.String({ maxLength: 512, title: 'Namespace', description: 'The namespace of the host.' })

/** Parameters of paths. */
export const OfNamespace = Type.Object({ ns: Ns })
export const OfKind = Type.Object({ ns: Ns, plural: Plural })
export const OfResource = Type.Object({ ns: Ns, plural: Plural, id: ResourceId })
export const OfRevision = Type.Object({
  ...OfResource.properties,
  revision: Type.String({ pattern: '^[A-Za-z0-9._-]{1,128}$', description: 'A revision from the history.' }),
})
