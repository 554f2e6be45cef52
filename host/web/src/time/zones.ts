/** A choice of the picker: `''` is the zone that stands without a choice. */
export interface ZoneChoice {
  readonly value: string
  readonly label: string
  readonly hint?: string
}

/** That of the machine. */
export const browserZone = Intl.DateTimeFormat().resolvedOptions().timeZone

/** All zones that the browser knows, before them UTC and what stands without a choice. */
export const zoneChoices = (own: string, ownTitle: string): readonly ZoneChoice[] => [
  { value: '', label: ownTitle, hint: own },
  { value: 'UTC', label: 'UTC' },
  ...Intl.supportedValuesOf('timeZone')
    .filter((zone) => zone !== 'UTC')
    .map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })),
]
