import { colorOf, type Colored } from './color.ts'
import type { FieldConfig } from './field-config.ts'
import { applyMappings } from './mapping.ts'
import { resolveColor } from './palette.ts'
import type { Theme } from './theme.ts'
import type { FormatContext } from './date-text.ts'
import { formatValue, toPlainText, type FormattedValue } from './value-text.ts'

/** A value as a panel shows it. */
export interface DisplayValue extends FormattedValue {
  /** CSS colour; absent: the text's own. */
  readonly color: string | undefined
  /** True where a value mapping gave the text, so that a panel does not set it as a number. */
  readonly mapped: boolean
  /** The name of the icon that a value mapping gave. */
  readonly icon: string | undefined
}

/** What is shown, beside its value: a context for texts and, for colours, its series and the range of the data. */
export interface DisplayContext extends FormatContext, Omit<Colored, 'value'> {}

/** A cell's value as text and colour: by the first mapping that matches, else by unit, thresholds and colour option. */
export function display(value: unknown, config: FieldConfig, theme: Theme, context: DisplayContext = {}): DisplayValue {
  const mapped = config.mappings && applyMappings(value, config.mappings)
  const text = mapped?.text === undefined ? formatValue(value, config, context) : toPlainText(mapped.text)
  const number = typeof value === 'number' ? value : typeof value === 'boolean' ? Number(value) : undefined
  const color =
    mapped?.color === undefined
      ? colorOf(config, { ...context, value: number }, theme)
      : resolveColor(mapped.color, theme)
  return { ...text, color, mapped: mapped?.text !== undefined, icon: mapped?.icon }
}
