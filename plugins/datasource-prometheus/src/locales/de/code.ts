import type { Texts } from '@orrery/sdk'
import functions from './functions.ts'
import keywords from './keywords.ts'

/** The code editor of PromQL, its history, and the browser of metrics. */
export default {
  ...functions,
  ...keywords,
  'Unit: {unit}': 'Einheit: {unit}',
  'Browse metrics': 'Metriken durchsuchen',
  Format: 'Formatieren',
  History: 'Verlauf',
  'Query history': 'Verlauf der Abfragen',
  'Search the history': 'Verlauf durchsuchen',
  'No query has run yet': 'Noch ist keine Abfrage gelaufen',
  Star: 'Merken',
  'Remove from history': 'Aus dem Verlauf entfernen',
  'Search metrics': 'Metriken suchen',
  Metrics: 'Metriken',
  'All types': 'Alle Typen',
  Type: 'Typ',
  'Try again': 'Erneut versuchen',
  'Asking for the metrics': 'Die Metriken werden abgefragt',
  '{count} metric | {count} metrics': '{count} Metrik | {count} Metriken',
  'The server has more metrics than can be shown.': 'Der Server hat mehr Metriken, als gezeigt werden können.',
  Use: 'Verwenden',
  'Labels of {metric}': 'Labels von {metric}',
  'Asking for the labels': 'Die Labels werden abgefragt',
  'No series in this time range': 'Keine Reihen in diesem Zeitraum',
  '{count} chosen': '{count} gewählt',
  'more than {count} values': 'mehr als {count} Werte',
  '{count} value | {count} values': '{count} Wert | {count} Werte',
  'Search values of {label}': 'Werte von {label} durchsuchen',
  'Something is missing here': 'Hier fehlt etwas',
  'This cannot be read': 'Das lässt sich nicht lesen',
  '(empty)': '(leer)',
} satisfies Texts
