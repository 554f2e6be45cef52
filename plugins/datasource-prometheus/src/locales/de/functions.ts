import type { Texts } from '@orrery/sdk'

/** What each function and aggregation of PromQL does. */
export default {
  'How much a counter grows per second, averaged over the range; resets are allowed for.':
    'Wie viel ein Zähler je Sekunde wächst, gemittelt über den Bereich; Rücksetzungen sind berücksichtigt.',
  'How much a counter grew per second between the last two samples of the range.':
    'Wie viel ein Zähler je Sekunde zwischen den letzten beiden Messwerten des Bereichs gewachsen ist.',
  'How much a counter has grown over the whole range; resets are allowed for.':
    'Wie viel ein Zähler über den ganzen Bereich gewachsen ist; Rücksetzungen sind berücksichtigt.',
  'The difference between the end and the beginning of the range, for gauges.':
    'Der Unterschied zwischen Ende und Anfang des Bereichs, für Messgrößen.',
  'The difference between the last two samples of the range, for gauges.':
    'Der Unterschied zwischen den letzten beiden Messwerten des Bereichs, für Messgrößen.',
  'The slope per second of a straight line laid through the samples of a gauge.':
    'Die Steigung je Sekunde einer Geraden durch die Messwerte einer Messgröße.',
  'What a gauge will be in so many seconds if it goes on in a straight line.':
    'Was eine Messgröße in so vielen Sekunden sein wird, wenn sie geradlinig weitergeht.',
  'A gauge smoothed by two factors between 0 and 1: for its level and for its trend.':
    'Eine Messgröße, geglättet mit zwei Faktoren zwischen 0 und 1: für ihr Niveau und für ihren Trend.',
  'How often the value has changed within the range.': 'Wie oft sich der Wert im Bereich geändert hat.',
  'How often a counter has fallen back within the range, mostly by restarts.':
    'Wie oft ein Zähler im Bereich zurückgefallen ist, meist durch Neustarts.',
  'The mean of all samples within the range.': 'Der Mittelwert aller Messwerte im Bereich.',
  'The smallest sample within the range.': 'Der kleinste Messwert im Bereich.',
  'The largest sample within the range.': 'Der größte Messwert im Bereich.',
  'The sum of all samples within the range.': 'Die Summe aller Messwerte im Bereich.',
  'How many samples there are within the range.': 'Wie viele Messwerte der Bereich hat.',
  'The quantile, from 0 to 1, of the samples within the range.': 'Das Quantil, von 0 bis 1, der Messwerte im Bereich.',
  'The standard deviation of the samples within the range.': 'Die Standardabweichung der Messwerte im Bereich.',
  'The variance of the samples within the range.': 'Die Varianz der Messwerte im Bereich.',
  'The median distance of the samples within the range from their median.':
    'Der mittlere Abstand (Median) der Messwerte im Bereich von ihrem Median.',
  'The oldest sample within the range.': 'Der älteste Messwert im Bereich.',
  'The newest sample within the range, also where a series has ended since.':
    'Der neueste Messwert im Bereich, auch wenn eine Reihe seither geendet hat.',
  '1 for each series that has any sample within the range.':
    '1 für jede Reihe, die im Bereich irgendeinen Messwert hat.',
  '1 when no series has a sample within the range, else nothing.':
    '1, wenn keine Reihe im Bereich einen Messwert hat, sonst nichts.',
  '1 when the selector finds no series, else nothing.': '1, wenn der Selektor keine Reihe findet, sonst nichts.',
  'When the oldest sample within the range was taken, in seconds since 1970.':
    'Wann der älteste Messwert im Bereich genommen wurde, in Sekunden seit 1970.',
  'When the newest sample within the range was taken, in seconds since 1970.':
    'Wann der neueste Messwert im Bereich genommen wurde, in Sekunden seit 1970.',
  'When the smallest sample within the range was last taken, in seconds since 1970.':
    'Wann der kleinste Messwert im Bereich zuletzt genommen wurde, in Sekunden seit 1970.',
  'When the largest sample within the range was last taken, in seconds since 1970.':
    'Wann der größte Messwert im Bereich zuletzt genommen wurde, in Sekunden seit 1970.',
  'The quantile, from 0 to 1, of a histogram: of its buckets by le, or of a native one.':
    'Das Quantil, von 0 bis 1, eines Histogramms: aus seinen Klassen nach le, oder aus einem nativen.',
  'Several quantiles of a histogram at once, told apart by a label.':
    'Mehrere Quantile eines Histogramms auf einmal, unterschieden durch ein Label.',
  'Which share of the observations of a histogram lies between two values.':
    'Welcher Anteil der Beobachtungen eines Histogramms zwischen zwei Werten liegt.',
  'The mean of the observations of a native histogram.': 'Der Mittelwert der Beobachtungen eines nativen Histogramms.',
  'How many observations a native histogram has.': 'Wie viele Beobachtungen ein natives Histogramm hat.',
  'The sum of the observations of a native histogram.': 'Die Summe der Beobachtungen eines nativen Histogramms.',
  'The standard deviation of the observations of a native histogram, as its buckets have it.':
    'Die Standardabweichung der Beobachtungen eines nativen Histogramms, nach seinen Klassen.',
  'The variance of the observations of a native histogram, as its buckets have it.':
    'Die Varianz der Beobachtungen eines nativen Histogramms, nach seinen Klassen.',
  'Each value without its sign.': 'Jeder Wert ohne sein Vorzeichen.',
  'Each value rounded up to an integer.': 'Jeder Wert, auf eine ganze Zahl aufgerundet.',
  'Each value rounded down to an integer.': 'Jeder Wert, auf eine ganze Zahl abgerundet.',
  'Each value rounded to the nearest integer, or to the nearest multiple of a number.':
    'Jeder Wert, auf die nächste ganze Zahl oder das nächste Vielfache einer Zahl gerundet.',
  'Each value kept within two limits.': 'Jeder Wert, in zwei Grenzen gehalten.',
  'Each value, but never below the limit.': 'Jeder Wert, aber nie unter der Grenze.',
  'Each value, but never above the limit.': 'Jeder Wert, aber nie über der Grenze.',
  'The sign of each value: 1, 0 or -1.': 'Das Vorzeichen jedes Werts: 1, 0 oder -1.',
  'The square root of each value.': 'Die Quadratwurzel jedes Werts.',
  'e to the power of each value.': 'e hoch jeder Wert.',
  'The natural logarithm of each value.': 'Der natürliche Logarithmus jedes Werts.',
  'The logarithm of each value to base 2.': 'Der Logarithmus jedes Werts zur Basis 2.',
  'The logarithm of each value to base 10.': 'Der Logarithmus jedes Werts zur Basis 10.',
  'The value of the only series as a number; NaN when there are none or several.':
    'Der Wert der einzigen Reihe als Zahl; NaN, wenn es keine oder mehrere gibt.',
  'A number as a vector of one series without labels.': 'Eine Zahl als Vektor mit einer Reihe ohne Labels.',
  'The sine of each value, in radians.': 'Der Sinus jedes Werts, im Bogenmaß.',
  'The cosine of each value, in radians.': 'Der Kosinus jedes Werts, im Bogenmaß.',
  'The tangent of each value, in radians.': 'Der Tangens jedes Werts, im Bogenmaß.',
  'The arc sine of each value, in radians.': 'Der Arkussinus jedes Werts, im Bogenmaß.',
  'The arc cosine of each value, in radians.': 'Der Arkuskosinus jedes Werts, im Bogenmaß.',
  'The arc tangent of each value, in radians.': 'Der Arkustangens jedes Werts, im Bogenmaß.',
  'The hyperbolic sine of each value.': 'Der Hyperbelsinus jedes Werts.',
  'The hyperbolic cosine of each value.': 'Der Hyperbelkosinus jedes Werts.',
  'The hyperbolic tangent of each value.': 'Der Hyperbeltangens jedes Werts.',
  'The inverse hyperbolic sine of each value.': 'Der Areasinus jedes Werts.',
  'The inverse hyperbolic cosine of each value.': 'Der Areakosinus jedes Werts.',
  'The inverse hyperbolic tangent of each value.': 'Der Areatangens jedes Werts.',
  'Radians as degrees.': 'Bogenmaß als Grad.',
  'Degrees as radians.': 'Grad als Bogenmaß.',
  'The number pi.': 'Die Zahl Pi.',
  'The time of the evaluation, in seconds since 1970.': 'Der Zeitpunkt der Auswertung, in Sekunden seit 1970.',
  'When each sample was taken, in seconds since 1970.': 'Wann jeder Messwert genommen wurde, in Sekunden seit 1970.',
  'When each counter or histogram began to count, in seconds since 1970.':
    'Wann jeder Zähler oder jedes Histogramm zu zählen begann, in Sekunden seit 1970.',
  'The minute of the hour in UTC, 0 to 59.': 'Die Minute der Stunde in UTC, 0 bis 59.',
  'The hour of the day in UTC, 0 to 23.': 'Die Stunde des Tages in UTC, 0 bis 23.',
  'The day of the week in UTC, 0 is Sunday.': 'Der Wochentag in UTC, 0 ist Sonntag.',
  'The day of the month in UTC, 1 to 31.': 'Der Tag des Monats in UTC, 1 bis 31.',
  'The day of the year in UTC, 1 to 366.': 'Der Tag des Jahres in UTC, 1 bis 366.',
  'How many days the month has, in UTC.': 'Wie viele Tage der Monat hat, in UTC.',
  'The month of the year in UTC, 1 to 12.': 'Der Monat des Jahres in UTC, 1 bis 12.',
  'The year in UTC.': 'Das Jahr in UTC.',
  'Where the range of the query begins, in seconds since 1970.':
    'Wo der Bereich der Abfrage beginnt, in Sekunden seit 1970.',
  'Where the range of the query ends, in seconds since 1970.':
    'Wo der Bereich der Abfrage endet, in Sekunden seit 1970.',
  'How long the range of the query is, in seconds.': 'Wie lang der Bereich der Abfrage ist, in Sekunden.',
  'The step of the query, in seconds.': 'Die Schrittweite der Abfrage, in Sekunden.',
  'Sets a label from the parts of another that a pattern matches.':
    'Setzt ein Label aus den Teilen eines anderen, auf die ein Muster passt.',
  'Sets a label to the values of others, with a separator between them.':
    'Setzt ein Label auf die Werte anderer, mit einem Trenner dazwischen.',
  'Adds the labels of info metrics that belong to the same target.':
    'Ergänzt die Labels der Info-Metriken, die zum selben Ziel gehören.',
  'The series from the smallest value to the largest, in instant queries.':
    'Die Reihen vom kleinsten Wert zum größten, in Abfragen eines Moments.',
  'The series from the largest value to the smallest, in instant queries.':
    'Die Reihen vom größten Wert zum kleinsten, in Abfragen eines Moments.',
  'The series by the values of labels, in instant queries.':
    'Die Reihen nach den Werten von Labels, in Abfragen eines Moments.',
  'The series by the values of labels, backwards, in instant queries.':
    'Die Reihen nach den Werten von Labels, rückwärts, in Abfragen eines Moments.',
  'The sum of the series of each group.': 'Die Summe der Reihen jeder Gruppe.',
  'The mean of the series of each group.': 'Der Mittelwert der Reihen jeder Gruppe.',
  'The smallest value of each group.': 'Der kleinste Wert jeder Gruppe.',
  'The largest value of each group.': 'Der größte Wert jeder Gruppe.',
  'How many series each group has.': 'Wie viele Reihen jede Gruppe hat.',
  'The k series with the largest values.': 'Die k Reihen mit den größten Werten.',
  'The k series with the smallest values.': 'Die k Reihen mit den kleinsten Werten.',
  'The quantile, from 0 to 1, across the series of each group.':
    'Das Quantil, von 0 bis 1, über die Reihen jeder Gruppe.',
  '1 for each group that there is.': '1 für jede Gruppe, die es gibt.',
  'How many series have the same value, which becomes a label.':
    'Wie viele Reihen denselben Wert haben, der ein Label wird.',
  'The standard deviation across the series of each group.': 'Die Standardabweichung über die Reihen jeder Gruppe.',
  'The variance across the series of each group.': 'Die Varianz über die Reihen jeder Gruppe.',
  'Any k of the series.': 'Irgendwelche k der Reihen.',
  'About such a share of the series.': 'Ungefähr dieser Anteil der Reihen.',
} satisfies Texts
