import type { FieldConfig } from '@orrery/sdk'

/** The colour that a field config names; undefined where it is none, or one by value. */
export const fixedColorOf = ({ color }: FieldConfig): string | undefined =>
  color?.type === 'fixed' || color?.type === 'shades' ? color.color : undefined
