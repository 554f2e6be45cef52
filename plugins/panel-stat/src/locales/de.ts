import type { Texts } from '@orrery/sdk'

export default {
  'No values.': 'Keine Werte.',
  'And {count} more value. | And {count} more values.': 'Und {count} weiterer Wert. | Und {count} weitere Werte.',
  'No numbers to show': 'Keine Zahlen zum Anzeigen',
  'A stat needs series, or a table with a column of numbers.':
    'Ein Kennwert braucht Reihen, oder eine Tabelle mit einer Spalte von Zahlen.',
  '{count} more value is not shown. | {count} more values are not shown.':
    '{count} weiterer Wert wird nicht gezeigt. | {count} weitere Werte werden nicht gezeigt.',
  Stat: 'Kennwert',
  'Panels of big numbers: last, mean, highest and other values, coloured by thresholds.':
    'Panels mit großen Zahlen: letzter, mittlerer, höchster und andere Werte, nach Schwellen gefärbt.',
  'One big number for each series or row, with its course behind it.':
    'Eine große Zahl für jede Reihe oder Zeile, dahinter ihr Verlauf.',
  Last: 'Letzter',
  First: 'Erster',
  Mean: 'Mittel',
  Lowest: 'Kleinster',
  Highest: 'Größter',
  Sum: 'Summe',
  'Number of values': 'Anzahl der Werte',
  'Highest minus lowest': 'Größter minus kleinster',
  'Last minus first': 'Letzter minus erster',
  Calculation: 'Berechnung',
  'What becomes of the values of a series; missing ones are passed over.':
    'Was aus den Werten einer Reihe wird; fehlende werden übergangen.',
  Area: 'Fläche',
  None: 'Keine',
  Graph: 'Verlauf',
  Value: 'Wert',
  Background: 'Hintergrund',
  'What gets the colour of the value: by thresholds, unless a colour is set.':
    'Was die Farbe des Wertes bekommt: nach Schwellen, wenn keine Farbe gesetzt ist.',
  Automatic: 'Automatisch',
  'Value and name': 'Wert und Name',
  Text: 'Text',
  'Automatic: names where there are several values.': 'Automatisch: Namen, wo es mehrere Werte gibt.',
  'Side by side': 'Nebeneinander',
  'One below the other': 'Untereinander',
  Arrangement: 'Anordnung',
  'Automatic: whatever gives the largest text.': 'Automatisch: was den größten Text ergibt.',
} satisfies Texts
