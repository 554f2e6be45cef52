import { compact, si, single } from '../ladder.ts'
import { toNumberText, toScientificText } from '../number-text.ts'
import type { TextUnit } from '../unit.ts'
import { scaled, text, words } from './rows.ts'

function toHex(value: number, prefix: string): string {
  const whole = Math.round(value)
  return `${whole < 0 ? '-' : ''}${prefix}${Math.abs(whole).toString(16).toUpperCase()}`
}

const allDigits: TextUnit['toText'] = (value, { locale }, decimals) =>
  toNumberText(value, decimals ?? 0, decimals ?? 15, locale)

const scientific: TextUnit['toText'] = (value, { locale }, decimals) =>
  toScientificText(value, decimals ?? 0, decimals ?? 2, locale)

export const generalUnits = [
  ...scaled('Misc', [
    ['none', 'Number', single('')],
    ['short', 'Short number (K, M, B)', compact()],
    ['sishort', 'Number with SI prefix', si('')],
    ['percent', 'Percent (0 to 100)', single('%')],
    ['percentunit', 'Percent (0.0 to 1.0)', single('%', 0.01)],
    ['humidity', 'Relative humidity', single(' %H')],
    ['dB', 'Decibel', single(' dB')],
    ['candela', 'Candela', single(' cd')],
    ['pixel', 'Pixels', single(' px')],
  ]),
  ...text('Misc', [
    ['string', 'Text', String],
    ['locale', 'Number with all digits', allDigits],
    ['sci', 'Scientific', scientific],
    ['hex', 'Hexadecimal', (value) => toHex(value, '')],
    ['hex0x', 'Hexadecimal with 0x', (value) => toHex(value, '0x')],
  ]),
  ...words('Boolean', [
    ['bool', 'True or false', 'True', 'False'],
    ['bool_yes_no', 'Yes or no', 'Yes', 'No'],
    ['bool_on_off', 'On or off', 'On', 'Off'],
  ]),
]
