import type { Texts } from '@orrery/sdk'

/** Transformations of the host, by file; what they and plugins' own are listed under; expressions. */
export const transforms = {
  // A saved step
  Transformation: 'Umformung',
  Transformations: 'Umformungen',
  Disabled: 'Abgeschaltet',

  // Expressions
  Expression: 'Ausdruck',
  'Missing values': 'Fehlende Werte',
  'Replace with': 'Ersetzen durch',
  Window: 'Fenster',
  'Several points': 'Mehrere Punkte',
  'No points': 'Keine Punkte',
  Threshold: 'Schwelle',
  Recovery: 'Erholung',
  'Names of queries with a dollar sign, numbers, operators and functions: $A / $B * 100.':
    'Namen von Abfragen mit Dollarzeichen, Zahlen, Operatoren und Funktionen: $A / $B * 100.',
  Math: 'Formel',
  'Calculates with numbers and series.': 'Rechnet mit Zahlen und Zeitreihen.',
  'The query or expression that is calculated with.': 'Die Abfrage oder der Ausdruck, womit gerechnet wird.',
  Strict: 'Streng',
  'Drop missing values': 'Fehlende Werte weglassen',
  'Replace missing values': 'Fehlende Werte ersetzen',
  'Strict: what is calculated of values of which one is missing is not a number.':
    'Streng: was aus Werten berechnet wird, von denen einer fehlt, ist keine Zahl.',
  Reduce: 'Zusammenfassen',
  'Makes one number of each series.': 'Macht aus jeder Zeitreihe eine Zahl.',
  'The time between points, such as 1m. Empty: the interval of the request.':
    'Die Zeit zwischen den Punkten, etwa 1m. Leer: das Intervall der Anfrage.',
  'What becomes of several points of a window.': 'Was aus mehreren Punkten eines Fensters wird.',
  'Last known value': 'Letzter bekannter Wert',
  'Next known value': 'Nächster bekannter Wert',
  'What stands where a window has no point.': 'Was dort steht, wo ein Fenster keinen Punkt hat.',
  Resample: 'Neu abtasten',
  'Moves points to regular times.': 'Verlegt Punkte auf regelmäßige Zeiten.',
  Above: 'Über',
  'Above or equal': 'Über oder gleich',
  'Below or equal': 'Unter oder gleich',
  'Within a range': 'Innerhalb eines Bereichs',
  'Within a range, its ends included': 'Innerhalb eines Bereichs, die Enden eingeschlossen',
  'Outside a range': 'Außerhalb eines Bereichs',
  'Outside a range, or at its ends': 'Außerhalb eines Bereichs oder an seinen Enden',
  'One number, or both ends of a range.': 'Eine Zahl oder beide Enden eines Bereichs.',
  'What once fulfilled the condition counts as fulfilling it until it fulfils this.':
    'Was die Bedingung einmal erfüllt hat, gilt als erfüllend, bis es diese erfüllt.',
  'Gives 1 where a condition is fulfilled, else 0.': 'Ergibt 1, wo eine Bedingung erfüllt ist, sonst 0.',
  And: 'Und',
  Or: 'Oder',
  'How it is joined to the conditions before; of the first it means nothing.':
    'Wie sie mit den Bedingungen davor verbunden ist; bei der ersten ohne Bedeutung.',
  'What is compared of each series; missing values are passed over.':
    'Was von jeder Zeitreihe verglichen wird; fehlende Werte werden übergangen.',
  'Has no value': 'Hat keinen Wert',
  Conditions: 'Bedingungen',
  'Classic conditions': 'Klassische Bedingungen',
  'Gives one number without labels: 1 where the conditions are fulfilled by any series, else 0.':
    'Ergibt eine Zahl ohne Labels: 1, wo irgendeine Zeitreihe die Bedingungen erfüllt, sonst 0.',

  // limit
  Limit: 'Begrenzen',
  'Keeps the first rows of each frame.': 'Behält die ersten Zeilen jedes Frames.',
  top: 'oberste',
  head: 'Anfang',
  first: 'erste',
} satisfies Texts
