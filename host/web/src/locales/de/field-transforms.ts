import type { Texts } from '@orrery/sdk'

/** Transformations of fields and rows, by file. */
export const fieldTransforms = {
  // organize
  'Organize fields': 'Felder ordnen',
  'Orders, renames and hides fields and series.': 'Ordnet Felder und Zeitreihen, benennt sie um und blendet sie aus.',
  rename: 'umbenennen',
  reorder: 'umordnen',
  order: 'Reihenfolge',
  hide: 'ausblenden',
  columns: 'Spalten',
  sort: 'sortieren',
  Field: 'Feld',
  'New name': 'Neuer Name',
  'In this order; others follow.': 'In dieser Reihenfolge; andere folgen.',
  'Hide fields that are not listed': 'Felder ausblenden, die nicht in der Liste stehen',
  'As listed': 'Wie in der Liste',
  'By name': 'Nach Namen',
  'By a label': 'Nach einem Label',
  'The label is one of series.': 'Das Label ist eines von Zeitreihen.',
  Descending: 'Absteigend',

  // renameByRegex
  'Rename fields by pattern': 'Felder nach Muster umbenennen',
  'Gives the fields and series whose names match a pattern new names.':
    'Gibt Feldern und Zeitreihen, deren Namen zu einem Muster passen, neue Namen.',
  regex: 'Regex',
  replace: 'ersetzen',
  'display name': 'Anzeigename',
  label: 'Label',
  'A regular expression for the whole name; /text/i is found anywhere in it, in any case.':
    'Ein regulärer Ausdruck für den ganzen Namen; /text/i wird überall darin gefunden, groß oder klein.',
  '$1 is the first group of the pattern, $<name> the one of that name.':
    '$1 ist die erste Gruppe des Musters, $<name> die mit diesem Namen.',

  // filterFieldsByName
  'Filter fields by name': 'Felder nach Namen filtern',
  'Keeps the fields and series of some names, or all but these.':
    'Behält die Felder und Zeitreihen mit bestimmten Namen oder alle außer diesen.',
  select: 'auswählen',
  remove: 'entfernen',
  'Names as text': 'Namen als Text',
  'With commas between them: $variable.': 'Mit Kommas dazwischen: $variable.',

  // filterByRefId
  'Filter by query': 'Nach Abfrage filtern',
  'Keeps the results of some queries, or all but these.':
    'Behält die Ergebnisse bestimmter Abfragen oder alle außer diesen.',
  refId: 'refId',

  // sortBy
  'Sort by': 'Sortieren',
  'Sorts the rows of each frame by one or several fields.':
    'Sortiert die Zeilen jedes Frames nach einem oder mehreren Feldern.',
  ascending: 'aufsteigend',
  descending: 'absteigend',
  rank: 'Rang',
  'Where the first is equal the second counts, and so on.': 'Ist das erste gleich, zählt das zweite, und so fort.',

  // filterByValue
  'Filter by value': 'Nach Wert filtern',
  'Keeps the rows whose values fit conditions, or all but these.':
    'Behält die Zeilen, deren Werte Bedingungen erfüllen, oder alle außer diesen.',
  where: 'wo',
  greater: 'größer',
  less: 'kleiner',
  null: 'null',
  rows: 'Zeilen',
  'Is missing': 'Fehlt',
  'Is not missing': 'Fehlt nicht',
  'A number, a text, or a time such as 2026-01-31 12:00.': 'Eine Zahl, ein Text oder eine Zeit wie 2026-01-31 12:00.',
  'Is equal': 'Ist gleich',
  'Is not equal': 'Ist ungleich',
  'Is less': 'Ist kleiner',
  'Is less or equal': 'Ist kleiner oder gleich',
  'Is greater': 'Ist größer',
  'Is greater or equal': 'Ist größer oder gleich',
  'Not included.': 'Nicht eingeschlossen.',
  'Is between': 'Liegt zwischen',
  'Matches a pattern': 'Passt zu einem Muster',
  'In any case.': 'Groß oder klein geschrieben.',
  'Holds a text': 'Enthält einen Text',
  'Does not hold a text': 'Enthält einen Text nicht',
  'Any condition': 'Irgendeine Bedingung',
  'All conditions': 'Alle Bedingungen',
  'All rows but these': 'Alle Zeilen außer diesen',

  // formatString
  'Format text': 'Text formatieren',
  'Changes the case of the texts of a field, or cuts them.':
    'Ändert die Groß- und Kleinschreibung der Texte eines Feldes oder schneidet sie zu.',
  string: 'Zeichenkette',
  case: 'Schreibung',
  uppercase: 'Großbuchstaben',
  lowercase: 'Kleinbuchstaben',
  trim: 'kürzen',
  substring: 'Teilstück',
  'UPPER CASE': 'GROSSBUCHSTABEN',
  'lower case': 'kleinbuchstaben',
  'Sentence case': 'Am Satzanfang groß',
  'Title Case': 'Jedes Wort Groß',
  PascalCase: 'PascalCase',
  camelCase: 'camelCase',
  snake_case: 'snake_case',
  'kebab-case': 'kebab-case',
  'Without spaces around': 'Ohne Leerzeichen am Rand',
  'A part': 'Ein Teil',
  'The number of characters before the part.': 'Die Zahl der Zeichen vor dem Teil.',
  'The number of the last character of the part.': 'Die Nummer des letzten Zeichens des Teils.',

  // formatTime
  'Format time': 'Zeit formatieren',
  'Writes the times of a field as texts.': 'Schreibt die Zeiten eines Feldes als Texte.',
  date: 'Datum',
  timezone: 'Zeitzone',
  format: 'Format',
  'group by day': 'nach Tag gruppieren',
  'Empty: that of the dashboard.': 'Leer: die des Dashboards.',

  // convertFieldType
  'Convert field type': 'Feldtyp umwandeln',
  'Makes numbers, texts, times, booleans or JSON of the cells of fields.':
    'Macht aus den Zellen von Feldern Zahlen, Texte, Zeiten, Wahrheitswerte oder JSON.',
  cast: 'umwandeln',
  parse: 'lesen',
  enum: 'Aufzählung',
  json: 'JSON',
  'Whole number': 'Ganze Zahl',
  States: 'Zustände',
  'Date format': 'Datumsformat',
  'For times: DD.MM.YYYY HH:mm. Empty: ISO 8601, or a number since 1970.':
    'Für Zeiten: DD.MM.YYYY HH:mm. Leer: ISO 8601 oder eine Zahl seit 1970.',
  'For times. Empty: that of the dashboard.': 'Für Zeiten. Leer: die des Dashboards.',
  Conversions: 'Umwandlungen',

  // convertFrameType
  'Convert frame type': 'Art des Frames umwandeln',
  'Makes series of tables, tables of series, and annotations or exemplars of either.':
    'Macht aus Tabellen Zeitreihen, aus Zeitreihen Tabellen und aus beiden Anmerkungen oder Exemplare.',
  series: 'Zeitreihen',
  table: 'Tabelle',
  long: 'lang',
  annotations: 'Anmerkungen',
  exemplars: 'Exemplare',

  // transpose
  Transpose: 'Transponieren',
  'Makes columns of the rows of each frame, and rows of its columns.':
    'Macht aus den Zeilen jedes Frames Spalten und aus seinen Spalten Zeilen.',
  pivot: 'Pivot',
  rotate: 'drehen',
  flip: 'umklappen',
  swap: 'vertauschen',
  'Name of the first field': 'Name des ersten Feldes',
  'Text before the names of the others': 'Text vor den Namen der anderen',

  // extractFields
  'Extract fields': 'Felder herauslesen',
  'Makes fields of JSON, pairs, or other texts that a field holds.':
    'Macht Felder aus JSON, Paaren oder anderen Texten, die ein Feld enthält.',
  logfmt: 'logfmt',
  split: 'teilen',
  labels: 'Labels',
  Source: 'Quelle',
  'Pairs: key=value': 'Paare: Schlüssel=Wert',
  'Parts between a delimiter': 'Teile zwischen einem Trennzeichen',
  Path: 'Pfad',
  Paths: 'Pfade',
  'None: all members.': 'Keine: alle Einträge.',
  'Named groups become fields: (?<status>\\d+).': 'Benannte Gruppen werden Felder: (?<status>\\d+).',
  Delimiter: 'Trennzeichen',
  'Replace all fields': 'Alle Felder ersetzen',
  'Keep the time': 'Die Zeit behalten',

  // rowsToFields
  'Rows to fields': 'Zeilen zu Feldern',
  'Makes a field of each row, with its own unit, limits and colour.':
    'Macht aus jeder Zeile ein Feld mit eigener Einheit, eigenen Grenzen und eigener Farbe.',
  gauge: 'Messuhr',
  config: 'Einstellungen',
  'Name from': 'Name aus',
  'Empty: the first field of texts.': 'Leer: das erste Feld mit Texten.',
  'Value from': 'Wert aus',
  'Empty: the first field of numbers.': 'Leer: das erste Feld mit Zahlen.',
  'Added to the name': 'Kommt zum Namen',
  'As labels: name {region="eu"}.': 'Als Labels: name {region="eu"}.',
  'Field settings from': 'Einstellungen der Felder aus',
  'None: fields that are called min, max, unit, decimals, displayName, noValue, color, threshold1, threshold2.':
    'Keine: Felder, die min, max, unit, decimals, displayName, noValue, color, threshold1 oder threshold2 heißen.',

  // fieldLookup
  'Look up places': 'Orte nachschlagen',
  'Finds name, longitude and latitude of the countries or states that a field names.':
    'Findet Name, Länge und Breite der Länder oder Staaten, die ein Feld nennt.',
  gazetteer: 'Ortsverzeichnis',
  geo: 'Geo',
  map: 'Karte',
  country: 'Land',
  coordinates: 'Koordinaten',
  latitude: 'Breite',
  longitude: 'Länge',
  Countries: 'Länder',
  'States of the USA': 'Staaten der USA',
  Places: 'Orte',
} satisfies Texts
