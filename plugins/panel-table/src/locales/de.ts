import type { Texts } from '@orrery/sdk'

export default {
  'No rows.': 'Keine Zeilen.',
  '{count} row | {count} rows': '{count} Zeile | {count} Zeilen',
  '{rows} with {titles}.': '{rows} mit {titles}.',
  'First row: {cells}.': 'Erste Zeile: {cells}.',
  'Nothing to show': 'Nichts zu zeigen',
  'The frames of this panel have no columns.': 'Die Frames dieses Panels haben keine Spalten.',
  Result: 'Ergebnis',
  'No rows': 'Keine Zeilen',
  Table: 'Tabelle',
  'Panels of rows and columns, for tables and for the values of series.':
    'Panels aus Zeilen und Spalten, für Tabellen und für die Werte von Reihen.',
  'Rows and columns, sorted, formatted and coloured.': 'Zeilen und Spalten, sortiert, formatiert und gefärbt.',
  'A row for each series, with its last value': 'Eine Zeile je Reihe, mit ihrem letzten Wert',
  'A row for each point': 'Eine Zeile je Punkt',
  'Series as': 'Reihen als',
  Low: 'Niedrig',
  Medium: 'Mittel',
  High: 'Hoch',
  Rows: 'Zeilen',
  None: 'Keine',
  Text: 'Text',
  Background: 'Hintergrund',
  'What gets the colour of a number: by thresholds, unless a colour is set.':
    'Was die Farbe einer Zahl bekommt: nach Schwellen, wenn keine Farbe gesetzt ist.',
  'Row numbers': 'Zeilennummern',
  Column: 'Spalte',
  'The name of the field, or what its header shows.': 'Der Name des Feldes, oder was seine Kopfzeile zeigt.',
  Hidden: 'Verborgen',
  Columns: 'Spalten',
  'These come first, in this order, unless they are hidden; the others follow.':
    'Diese kommen zuerst, in dieser Reihenfolge, wenn sie nicht verborgen sind; die anderen folgen.',
  'Lowest first': 'Kleinste zuerst',
  'Highest first': 'Größte zuerst',
  Order: 'Reihenfolge',
  'Sorted by': 'Sortiert nach',
} satisfies Texts
