import type { Texts } from '@orrery/sdk'

/** Requests that values offer. */
export const actions = {
  'The host sends this request.': 'Der Host sendet diese Anfrage.',
  Request: 'Anfrage',
  Body: 'Inhalt',
  Send: 'Senden',
  'Enter a number.': 'Eine Zahl eingeben.',
  '{title} was answered with {status}': '{title} wurde mit {status} beantwortet',
} satisfies Texts
