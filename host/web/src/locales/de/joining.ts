import type { Texts } from '@orrery/sdk'

/** Transformations that put frames together, or group and spread their rows; by file. */
export const joining = {
  // joinByField
  'Join by field': 'Nach Feld verbinden',
  'Puts the rows of several frames side by side where some of their fields are equal.':
    'Stellt die Zeilen mehrerer Frames nebeneinander, wo einige ihrer Felder gleich sind.',
  'outer join': 'äußerer Verbund',
  'inner join': 'innerer Verbund',
  'left join': 'linker Verbund',
  'anti join': 'Antiverbund',
  merge: 'zusammenführen',
  'series to columns': 'Zeitreihen zu Spalten',
  'Outer join, a row for each key': 'Äußerer Verbund, eine Zeile je Schlüssel',
  'Outer join, every pair': 'Äußerer Verbund, jedes Paar',
  'Inner join': 'Innerer Verbund',
  'Left join': 'Linker Verbund',
  'Anti join: rows without a match': 'Antiverbund: Zeilen ohne Entsprechung',
  'In other frames': 'In anderen Frames',
  'What the field is called in all frames but the first.': 'Wie das Feld in allen Frames außer dem ersten heißt.',
  'Only what the groups of this regular expression find in the values is compared.':
    'Nur was die Gruppen dieses regulären Ausdrucks in den Werten finden, wird verglichen.',
  'Join by': 'Verbinden nach',
  'Rows match where all of these are equal; empty: the time.':
    'Zeilen entsprechen sich, wo all dies gleich ist; leer: die Zeit.',
  'Series with the same times': 'Zeitreihen mit denselben Zeiten',
  'Of series only.': 'Nur von Zeitreihen.',

  // joinByLabels
  'Join by labels': 'Nach Labels verbinden',
  'Makes one table of series: a column for each value of one label, rows for those equal in the others.':
    'Macht aus Zeitreihen eine Tabelle: eine Spalte je Wert eines Labels, Zeilen für die, die in den anderen gleich sind.',
  tags: 'Tags',
  'The label whose values become columns.': 'Das Label, dessen Werte zu Spalten werden.',
  'Series that are equal in these labels share their rows; empty: in all others.':
    'Zeitreihen, die in diesen Labels gleich sind, teilen sich Zeilen; leer: in allen anderen.',

  // merge
  Merge: 'Zusammenführen',
  'Makes one table of all frames; rows that are equal in the fields that all have become one.':
    'Macht aus allen Frames eine Tabelle; Zeilen, die in den gemeinsamen Feldern gleich sind, werden eine.',
  combine: 'verbinden',
  tables: 'Tabellen',
  union: 'Vereinigung',

  // concatenate
  'Concatenate fields': 'Felder aneinanderreihen',
  'Puts the fields of all frames side by side in one table, whatever their rows hold.':
    'Stellt die Felder aller Frames in einer Tabelle nebeneinander, was auch in ihren Zeilen steht.',
  'side by side': 'nebeneinander',
  append: 'anhängen',
  'Before the names of fields': 'Vor den Namen der Felder',
  'In a column of its own': 'In einer eigenen Spalte',
  'Left away': 'Weggelassen',
  'Name of the frame': 'Name des Frames',
  Column: 'Spalte',
  'What the column with the name of the frame is called.': 'Wie die Spalte mit dem Namen des Frames heißt.',

  // seriesToRows
  'Series to rows': 'Zeitreihen zu Zeilen',
  'Makes one table of all series: time, name of the series, value; the latest first.':
    'Macht aus allen Zeitreihen eine Tabelle: Zeit, Name der Zeitreihe, Wert; das Neueste zuerst.',
  'time series': 'Zeitreihe',

  // labelsToFields
  'Labels to fields': 'Labels zu Feldern',
  'Makes a table of series in which their labels are columns, or rows.':
    'Macht aus Zeitreihen eine Tabelle, in der ihre Labels Spalten oder Zeilen sind.',
  dimensions: 'Dimensionen',
  'Rows: a table for each series': 'Zeilen: eine Tabelle je Zeitreihe',
  'Labels become': 'Labels werden',
  Labels: 'Labels',
  'Which become fields; empty: all.': 'Welche zu Feldern werden; leer: alle.',
  'Name of the value': 'Name des Werts',
  'The label whose values become names of columns, in place of the name of the value.':
    'Das Label, dessen Werte zu Namen von Spalten werden, anstelle des Namens des Werts.',

  // groupBy
  'Makes one row of all rows that are equal in some fields, and calculates others.':
    'Macht aus allen Zeilen, die in einigen Feldern gleich sind, eine, und berechnet andere.',
  sum: 'Summe',
  count: 'Anzahl',
  'Rows that are equal in all of these become one.': 'Zeilen, die in all diesen gleich sind, werden eine.',
  'What becomes of the other fields; those that are not named are left out.':
    'Was aus den anderen Feldern wird; nicht genannte fallen weg.',

  // groupToNestedTable
  'Group to nested tables': 'In Tabellen gruppieren',
  'Makes one row of all rows that are equal in some fields, which holds these rows as a table.':
    'Macht aus allen Zeilen, die in einigen Feldern gleich sind, eine, die diese Zeilen als Tabelle enthält.',
  subtable: 'Untertabelle',
  nested: 'verschachtelt',
  fold: 'aufklappen',
  details: 'Einzelheiten',

  // groupingToMatrix
  'Grouping to matrix': 'Gruppieren zur Matrix',
  'Spreads the rows of a table over a matrix: one field gives the columns, one the rows, one the cells.':
    'Verteilt die Zeilen einer Tabelle auf eine Matrix: ein Feld gibt die Spalten, eines die Zeilen, eines die Zellen.',
  'cross table': 'Kreuztabelle',
  'Each of its values becomes a column.': 'Jeder seiner Werte wird eine Spalte.',
  'Each of its values becomes a row.': 'Jeder seiner Werte wird eine Zeile.',
  'What stands in the cells.': 'Was in den Zellen steht.',
  Nothing: 'Nichts',
  '0': '0',
  'An empty text': 'Ein leerer Text',
  'Cells without a value': 'Zellen ohne Wert',

  // partitionByValues
  'Partition by values': 'Nach Werten aufteilen',
  'Splits a table into a frame for each value of some fields, or makes a series of each.':
    'Teilt eine Tabelle in einen Frame je Wert einiger Felder, oder macht aus jedem eine Zeitreihe.',
  'multi frame': 'mehrere Frames',
  facet: 'Facette',
  'Rows that are equal in all of these stay together.': 'Zeilen, die in all diesen gleich sind, bleiben zusammen.',
  'A frame for each group': 'Ein Frame je Gruppe',
  'Series with the values as labels': 'Zeitreihen mit den Werten als Labels',
  'Values: a': 'Werte: a',
  'Names and values: host=a': 'Namen und Werte: host=a',
  'Frames are called': 'Frames heißen',
  'After the name of the frame': 'Nach dem Namen des Frames',
  'Keep the fields': 'Felder behalten',
  'Also in the frames, where they are the same in each row.': 'Auch in den Frames, wo sie in jeder Zeile gleich sind.',

  // dedupeByValues
  'Remove duplicate rows': 'Doppelte Zeilen entfernen',
  'Keeps one row of all rows that are equal in some fields, or in all.':
    'Behält eine Zeile von allen, die in einigen Feldern oder in allen gleich sind.',
  distinct: 'verschieden',
  unique: 'eindeutig',
  deduplicate: 'Duplikate',
  'Rows that are equal in all of these are one; empty: in all.':
    'Zeilen, die in all diesen gleich sind, sind eine; leer: in allen.',
  'The first row': 'Die erste Zeile',
  'The last row': 'Die letzte Zeile',
  Keep: 'Behalten',
} satisfies Texts
