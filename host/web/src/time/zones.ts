import { t } from '../text.ts'

/** A choice of the picker: `''` is the zone of the dashboard, or else of the browser. */
export interface ZoneChoice {
  readonly value: string
  readonly label: string
  readonly hint?: string
}

/** All zones that the browser knows, before them UTC and what stands without a choice. */
export const zoneChoices = (own: string): readonly ZoneChoice[] => [
  { value: '', label: t('As the dashboard'), hint: own },
  { value: 'UTC', label: 'UTC' },
  ...Intl.supportedValuesOf('timeZone')
    .filter((zone) => zone !== 'UTC')
    .map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })),
]
