import type { Texts } from '@orrery/sdk'

/** What the words of PromQL mean that are no functions. */
export default {
  'Keeps only these labels: one group for each of their combinations.':
    'Behält nur diese Labels: eine Gruppe für jede ihrer Kombinationen.',
  'Drops these labels, and keeps all others.': 'Lässt diese Labels weg und behält alle anderen.',
  'Series belong together when these labels are equal.': 'Reihen gehören zusammen, wenn diese Labels gleich sind.',
  'Series belong together when all but these labels are equal.':
    'Reihen gehören zusammen, wenn alle Labels außer diesen gleich sind.',
  'Many series of the left side may belong to one of the right.':
    'Viele Reihen der linken Seite dürfen zu einer der rechten gehören.',
  'Many series of the right side may belong to one of the left.':
    'Viele Reihen der rechten Seite dürfen zu einer der linken gehören.',
  'The series of the left side that the right side has too.': 'Die Reihen der linken Seite, die auch die rechte hat.',
  'The series of the left side, and those that only the right side has.':
    'Die Reihen der linken Seite, und die, die nur die rechte hat.',
  'The series of the left side that the right side has not.': 'Die Reihen der linken Seite, die der rechten fehlen.',
  'The angle of the point whose height is left and whose width is right.':
    'Der Winkel des Punkts, dessen Höhe links und dessen Breite rechts steht.',
  'The values of so long ago.': 'Die Werte von vor so langer Zeit.',
  'Compares to 1 and 0, instead of dropping what is not so.':
    'Vergleicht zu 1 und 0, statt wegzulassen, was nicht zutrifft.',
  'Where the range of the query begins.': 'Wo der Bereich der Abfrage beginnt.',
  'Where the range of the query ends.': 'Wo der Bereich der Abfrage endet.',
  'Four scrapes or a step and a scrape, whichever is longer: right for rate().':
    'Vier Abrufe, oder ein Schritt und ein Abruf, was länger ist: richtig für rate().',
  'The step of the query.': 'Die Schrittweite der Abfrage.',
  'The whole range that is shown.': 'Der ganze Bereich, der gezeigt wird.',
  'One minute.': 'Eine Minute.',
  'Five minutes.': 'Fünf Minuten.',
  'One hour.': 'Eine Stunde.',
  'One day.': 'Ein Tag.',
  'Milliseconds.': 'Millisekunden.',
  'Seconds.': 'Sekunden.',
  'Minutes.': 'Minuten.',
  'Hours.': 'Stunden.',
  'Days of 24 hours.': 'Tage zu 24 Stunden.',
  'Weeks.': 'Wochen.',
  'Years of 365 days.': 'Jahre zu 365 Tagen.',
} satisfies Texts
