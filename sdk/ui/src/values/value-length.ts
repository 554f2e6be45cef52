import type { DisplayValue } from '@orrery/sdk'

/** Of a unit to its value, as ValueText writes them; an icon is as wide as two digits. */
const UNIT_SIZE = 0.6
const ICON_WIDTH = 2

/** The width of a value in digits, as `ValueText` writes it. */
export const valueLength = ({ full, unit, icon }: DisplayValue): number =>
  full.length - (1 - UNIT_SIZE) * unit.length + (icon ? ICON_WIDTH : 0)
