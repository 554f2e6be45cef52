/** A word of PromQL that is neither a function nor an aggregation. */
export interface PromqlKeyword {
  readonly name: string
  /** One sentence, a key of the plugin's catalogue. */
  readonly summary: string
}

/** After an aggregation. */
export const groupings: readonly PromqlKeyword[] = [
  { name: 'by', summary: 'Keeps only these labels: one group for each of their combinations.' },
  { name: 'without', summary: 'Drops these labels, and keeps all others.' },
]

/** After an operator, about the series of both sides. */
export const matchings: readonly PromqlKeyword[] = [
  { name: 'on', summary: 'Series belong together when these labels are equal.' },
  { name: 'ignoring', summary: 'Series belong together when all but these labels are equal.' },
  { name: 'group_left', summary: 'Many series of the left side may belong to one of the right.' },
  { name: 'group_right', summary: 'Many series of the right side may belong to one of the left.' },
]

export const operators: readonly PromqlKeyword[] = [
  { name: 'and', summary: 'The series of the left side that the right side has too.' },
  { name: 'or', summary: 'The series of the left side, and those that only the right side has.' },
  { name: 'unless', summary: 'The series of the left side that the right side has not.' },
  { name: 'atan2', summary: 'The angle of the point whose height is left and whose width is right.' },
]

export const offset: PromqlKeyword = { name: 'offset', summary: 'The values of so long ago.' }
export const bool: PromqlKeyword = { name: 'bool', summary: 'Compares to 1 and 0, instead of dropping what is not so.' }
export const ends: readonly PromqlKeyword[] = [
  { name: 'start()', summary: 'Where the range of the query begins.' },
  { name: 'end()', summary: 'Where the range of the query ends.' },
]

/** Durations and variables of the host that go between brackets, what is used most first. */
export const windows: readonly PromqlKeyword[] = [
  { name: '$__rate_interval', summary: 'Four scrapes or a step and a scrape, whichever is longer: right for rate().' },
  { name: '$__interval', summary: 'The step of the query.' },
  { name: '$__range', summary: 'The whole range that is shown.' },
  { name: '1m', summary: 'One minute.' },
  { name: '5m', summary: 'Five minutes.' },
  { name: '1h', summary: 'One hour.' },
  { name: '1d', summary: 'One day.' },
]

export const units: readonly PromqlKeyword[] = [
  { name: 'ms', summary: 'Milliseconds.' },
  { name: 's', summary: 'Seconds.' },
  { name: 'm', summary: 'Minutes.' },
  { name: 'h', summary: 'Hours.' },
  { name: 'd', summary: 'Days of 24 hours.' },
  { name: 'w', summary: 'Weeks.' },
  { name: 'y', summary: 'Years of 365 days.' },
]

export const keywords: readonly PromqlKeyword[] = [
  ...groupings,
  ...matchings,
  ...operators,
  offset,
  bool,
  ...ends,
  ...windows,
  ...units,
]
