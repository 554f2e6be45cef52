import type { PanelSpec } from '@orrery/dashboard'
import type { Kernel, ManifestContribution } from '@orrery/kernel'
import { validate, withDefaults, type OptionsSchema, type Problem, type TSchema } from '@orrery/schema'
import { problemsBelow } from './problems-below.ts'

const textOf = ({ type, version, options, fieldConfig }: PanelSpec) =>
  JSON.stringify([type, version, options, fieldConfig])

/** The options of a field, of which any may be absent, and no others. */
const toCustomSchema = (schema: OptionsSchema | undefined): TSchema => ({
  ...(schema ?? { type: 'object', properties: {} }),
  required: [] as string[],
  additionalProperties: false,
})

function problemsOf(panel: PanelSpec, contribution: ManifestContribution): readonly Problem[] {
  // Plain JSON Schemas, which the build of the plugin wrote.
  const schema = contribution['options'] as OptionsSchema | undefined
  const custom = toCustomSchema(contribution['fieldOptions'] as OptionsSchema | undefined)
  const { defaults, overrides } = panel.fieldConfig ?? { defaults: {}, overrides: [] }
  const parts = [
    { path: '/fieldConfig/defaults/custom', value: defaults.custom },
    ...overrides.map(({ properties }, index) => ({
      path: `/fieldConfig/overrides/${index}/properties/custom`,
      value: properties.custom,
    })),
  ]
  return [
    ...(schema ? problemsBelow('/options', validate(schema, withDefaults(schema, panel.options))) : []),
    ...parts.flatMap(({ path, value }) =>
      value ? problemsBelow(path, validate(custom, withDefaults(custom, value))) : [],
    ),
  ]
}

/** A panel with its place, from the root of the resource. */
export interface PlacedPanel {
  readonly path: string
  readonly panel: PanelSpec
}

/**
 * What the installed plugins refuse of the panels of a resource, with paths from its root. Panels that are stored so
 * already, of types that nothing draws, and with options of another version are passed over.
 */
export function panelProblems(
  { registry }: Kernel,
  panels: readonly PlacedPanel[],
  stored: readonly PanelSpec[] = [],
): readonly Problem[] {
  const known = new Set(stored.map(textOf))
  return panels.flatMap(({ path, panel }) => {
    const contribution = registry.find('panel', panel.type)
    if (!contribution || (panel.version ?? 1) !== (contribution.version ?? 1) || known.has(textOf(panel))) return []
    return problemsOf(panel, contribution).map((problem) => Object.assign({}, problem, { path: path + problem.path }))
  })
}
