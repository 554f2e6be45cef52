import type { Texts } from '@orrery/sdk'

const percentiles = Object.fromEntries(
  Array.from({ length: 99 }, (_, k) => [`Percentile ${k + 1}`, `${k + 1}. Perzentil`]),
)

/** What is calculated of values, and what panels of single values show. */
export const values = {
  ...percentiles,
  Last: 'Letzter',
  'Last, even if missing': 'Letzter, auch wenn er fehlt',
  First: 'Erster',
  'First, even if missing': 'Erster, auch wenn er fehlt',
  Lowest: 'Kleinster',
  Highest: 'Größter',
  Mean: 'Mittel',
  Median: 'Median',
  Variance: 'Varianz',
  'Standard deviation': 'Standardabweichung',
  Sum: 'Summe',
  'Number of values': 'Anzahl der Werte',
  'Number of values and gaps': 'Anzahl der Werte und Lücken',
  'Highest minus lowest': 'Größter minus kleinster',
  'Increase of a counter': 'Zunahme eines Zählers',
  'Smallest step': 'Kleinster Schritt',
  'Last minus first': 'Letzter minus erster',
  'Change in percent': 'Änderung in Prozent',
  'Lowest above zero': 'Kleinster über null',
  'Number of changes': 'Anzahl der Änderungen',
  'Number of different values': 'Anzahl verschiedener Werte',
  'All are zero': 'Alle sind null',
  'All are missing': 'Alle fehlen',
  'All values': 'Alle Werte',
  'Different values': 'Verschiedene Werte',
  Values: 'Werte',
  'One of each series, or each row': 'Einer je Reihe, oder je Zeile',
  'One of each series or column': 'Einer je Reihe oder Spalte',
  'Every value': 'Jeder Wert',
  'Series are calculated, rows stand for themselves, unless told otherwise.':
    'Reihen werden berechnet, Zeilen stehen für sich, wenn nichts anderes gesagt ist.',
  Calculation: 'Berechnung',
  Calculations: 'Berechnungen',
  'What becomes of the values of a series; missing ones are passed over.':
    'Was aus den Werten einer Reihe wird; fehlende werden übergangen.',
  Limit: 'Grenze',
  'How many values are shown of all.': 'Wie viele Werte von allen gezeigt werden.',
  Fields: 'Felder',
  'Pattern of their names; texts and times are shown too then. Empty: all numbers.':
    'Muster ihrer Namen; dann werden auch Texte und Zeiten gezeigt. Leer: alle Zahlen.',
  'No values.': 'Keine Werte.',
  'And {count} more value. | And {count} more values.': 'Und {count} weiterer Wert. | Und {count} weitere Werte.',
  '{value} of {low} to {high}': '{value} von {low} bis {high}',
  '{count} more value is not shown. | {count} more values are not shown.':
    '{count} weiterer Wert wird nicht gezeigt. | {count} weitere Werte werden nicht gezeigt.',
} satisfies Texts
