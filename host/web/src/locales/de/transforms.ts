import type { Texts } from '@orrery/sdk'

/** Transformations of the host, by file; what they and plugins' own are listed under; expressions. */
export const transforms = {
  // A saved step
  Transformation: 'Umformung',
  Transformations: 'Umformungen',
  Disabled: 'Abgeschaltet',

  // limit
  Limit: 'Begrenzen',
  'Keeps the first rows of each frame.': 'Behält die ersten Zeilen jedes Frames.',
  top: 'oberste',
  head: 'Anfang',
  first: 'erste',
} satisfies Texts
