import type { Notice } from '@orrery/sdk'

/** Says that a query was cut off at its budget; nothing where it was not. */
export const cutOff = (isCut: boolean, what: string, most: number, unit: string): readonly Notice[] =>
  isCut
    ? [
        {
          severity: 'warning',
          text: `The result was cut off: only the ${what} ${most.toLocaleString('en')} ${unit} are shown.`,
        },
      ]
    : []
