import type { Texts } from '@orrery/sdk'

export default {
  'No numbers to show': 'Keine Zahlen zum Anzeigen',
  'A bar gauge needs series, or a table with a column of numbers.':
    'Balken brauchen Reihen, oder eine Tabelle mit einer Spalte von Zahlen.',
  'Bar gauge': 'Balkeninstrument',
  'Panels of bars that compare values with each other and with their limits.':
    'Panels mit Balken, die Werte miteinander und mit ihren Grenzen vergleichen.',
  'A bar for each value, as long as it is large.': 'Ein Balken für jeden Wert, so lang, wie er groß ist.',
  'One colour': 'Eine Farbe',
  Gradient: 'Verlauf',
  Cells: 'Zellen',
  Bar: 'Balken',
  'A gradient and cells have the colour of each place.': 'Ein Verlauf und Zellen haben die Farbe jeder Stelle.',
  'In the colour of the value': 'In der Farbe des Wertes',
  'In the colour of text': 'In der Farbe von Text',
  Hidden: 'Verborgen',
  Value: 'Wert',
  Automatic: 'Automatisch',
  Above: 'Darüber',
  Before: 'Davor',
  'Automatic: before bars that are low, else above.': 'Automatisch: vor niedrigen Balken, sonst darüber.',
  'Rest of the bar': 'Rest des Balkens',
  'Neutral value': 'Neutraler Wert',
  'Where the bar begins. Empty: at the lowest value, or zero.':
    'Wo der Balken beginnt. Leer: beim kleinsten Wert, oder bei null.',
  'Text size': 'Schriftgröße',
  'In pixels. Empty: as large as the room allows.': 'In Pixeln. Leer: so groß, wie der Raum es erlaubt.',
  'Of names': 'Der Namen',
  'Of values': 'Der Werte',
  'By hand': 'Von Hand',
  Size: 'Größe',
  'Automatic: all fit the panel while they can be read.':
    'Automatisch: alle passen ins Panel, solange sie lesbar sind.',
  'Least width of upright bars': 'Kleinste Breite stehender Balken',
  'Least height of lying bars': 'Kleinste Höhe liegender Balken',
  'Greatest height of lying bars': 'Größte Höhe liegender Balken',
  Lying: 'Liegend',
  Upright: 'Stehend',
  Direction: 'Richtung',
  'Automatic: upright in panels that are wide.': 'Automatisch: stehend in breiten Panels.',
} satisfies Texts
