import { DoorRef, KernelError, type Kernel, type Manifest, type ManifestContribution } from '@orrery/kernel'
import { builtInTransforms, findBuiltIn, type FindTransform, type LoadedTransform } from '@orrery/query'
import { check, Type, type OptionsSchema } from '@orrery/schema'

const Contribution = Type.Object({
  group: Type.Union(
    (['filter', 'fields', 'combine', 'calculate', 'group', 'shape', 'time'] as const).map((group) =>
      Type.Literal(group),
    ),
  ),
  description: Type.String({ minLength: 1 }),
  notes: Type.String({ minLength: 1 }),
  keywords: Type.Optional(Type.Array(Type.String())),
  options: Type.Object({ type: Type.Literal('object') }),
  apply: DoorRef,
  migrate: Type.Optional(DoorRef),
})

/**
 * SCHEMA_INVALID when a manifest contributes a transformation without what makes it one, DOOR_MISSING when it runs in
 * browsers only, CONTRIBUTION_DUPLICATE when the host has one of its id.
 */
export const checkTransforms = ({ id: plugin, contributes }: Manifest) => {
  for (const contribution of contributes) {
    const { kind, id } = contribution
    if (kind !== 'transform') continue
    const { apply } = check(Contribution, contribution, `The transformation "${id}" of ${plugin}`)
    if (apply.$door === 'web')
      throw new KernelError('DOOR_MISSING', { plugin, door: `apply of transform "${id}"`, side: 'server' })
    if (builtInTransforms.some((own) => own.id === id))
      throw new KernelError('CONTRIBUTION_DUPLICATE', { kind, id, plugin, other: 'orrery' })
  }
}

/** Finds the transformations of the host, and those of plugins, whose code is loaded when it is first needed. */
export function createFindTransform(kernel: Kernel): FindTransform {
  const loaded = new Map<string, Promise<LoadedTransform>>()

  const load = async (contribution: ManifestContribution): Promise<LoadedTransform> => {
    const { id, title, version } = contribution
    const open = (field: string) => kernel.openContribution('transform', id, field)
    // The build checked what is behind each door against its contract, and the manifest was checked when it was enabled.
    const apply = (await open('apply')) as LoadedTransform['apply']
    const migrate =
      contribution['migrate'] === undefined ? undefined : ((await open('migrate')) as LoadedTransform['migrate'])
    return {
      id,
      title,
      options: contribution['options'] as OptionsSchema,
      apply,
      ...(version !== undefined && { version }),
      ...(migrate && { migrate }),
    }
  }

  return (id) => {
    const builtIn = findBuiltIn(id)
    if (builtIn) return builtIn
    const contribution = kernel.registry.find('transform', id)
    if (!contribution) return undefined
    const known = loaded.get(id) ?? load(contribution)
    loaded.set(id, known)
    // Code that could not be loaded is tried again at the next use.
    known.catch(() => loaded.delete(id))
    return known
  }
}
