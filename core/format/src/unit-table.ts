import type { Unit } from './unit.ts'
import { currencies } from './unit-table/currency.ts'
import { dataUnits } from './unit-table/data.ts'
import { electricUnits } from './unit-table/electric.ts'
import { generalUnits } from './unit-table/general.ts'
import { physicalUnits } from './unit-table/physical.ts'
import { timeUnits } from './unit-table/time.ts'

/** Every unit, in the order of the picker. The ids are the ones that dashboards elsewhere use. */
export const units: readonly Unit[] = [
  ...generalUnits,
  ...dataUnits,
  ...timeUnits,
  ...electricUnits,
  ...physicalUnits,
  ...currencies,
]
