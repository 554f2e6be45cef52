import type { PanelSpec } from '@orrery/dashboard'

/** What the parts of the editor emit: what was done, the panel after it, and what it is one step of undo with. */
export type Change = [label: string, panel: PanelSpec, merge?: string]

type OptionalKey = { [Key in keyof PanelSpec]-?: undefined extends PanelSpec[Key] ? Key : never }[keyof PanelSpec]

/** A panel with one property set, or without it where it is undefined. */
export function withOptional<Key extends OptionalKey>(panel: PanelSpec, key: Key, value: PanelSpec[Key]): PanelSpec {
  const { [key]: _, ...rest } = panel
  // What is left out of a panel was optional, and the value is of that property.
  return (value === undefined ? rest : { ...rest, [key]: value }) as PanelSpec
}
