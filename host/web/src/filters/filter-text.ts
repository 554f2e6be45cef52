import type { AdhocFilter, FilterOperator } from '@orrery/sdk'
import { t } from '../text.ts'

export const operators: readonly FilterOperator[] = ['=', '!=', '=~', '!~', 'oneOf', 'notOneOf']

const names: Readonly<Record<FilterOperator, () => string>> = {
  '=': () => '=',
  '!=': () => '≠',
  '=~': () => '=~',
  '!~': () => '!~',
  oneOf: () => t('one of'),
  notOneOf: () => t('none of'),
}

/** An operator as a chip shows it. */
export const operatorText = (operator: FilterOperator): string => names[operator]()

/** A filter as a chip shows it: `job = api`, `zone one of a, b`. */
export const filterText = ({ key, operator, values }: AdhocFilter): string =>
  `${key} ${operatorText(operator)} ${values.map((value) => value || '""').join(', ')}`
