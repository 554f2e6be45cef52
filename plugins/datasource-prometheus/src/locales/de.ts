import type { Texts } from '@orrery/sdk'
import builder from './de/builder.ts'
import code from './de/code.ts'
import explain from './de/explain.ts'

export default {
  ...builder,
  ...code,
  ...explain,
  Prometheus: 'Prometheus',
  'Asks Prometheus by PromQL: range and instant queries, label names and values.':
    'Fragt Prometheus mit PromQL: Abfragen über einen Bereich oder einen Moment, Namen und Werte von Labels.',
  'Metrics of a Prometheus server, or of one that speaks its HTTP API.':
    'Metriken eines Prometheus-Servers, oder eines anderen mit dessen HTTP-API.',
  'Server URL': 'Server-URL',
  'Base address of the Prometheus HTTP API, as this host reaches it. User and password belong under Sign-in, not here.':
    'Basisadresse der HTTP-API von Prometheus, wie dieser Host sie erreicht. Benutzer und Passwort gehören unter Anmeldung, nicht hierher.',
  None: 'Keine',
  User: 'Benutzer',
  Password: 'Passwort',
  'User and password': 'Benutzer und Passwort',
  Token: 'Token',
  'Bearer token': 'Bearer-Token',
  'Sign-in': 'Anmeldung',
  Header: 'Header',
  Value: 'Wert',
  Headers: 'Header',
  'Sent with every request, for example X-Scope-OrgID. Values are stored encrypted.':
    'Werden mit jeder Anfrage gesendet, zum Beispiel X-Scope-OrgID. Werte werden verschlüsselt gespeichert.',
  POST: 'POST',
  GET: 'GET',
  Method: 'Methode',
  'POST allows longer queries; GET suits proxies that only let reads pass.':
    'POST erlaubt längere Abfragen; GET passt zu Proxys, die nur Lesendes durchlassen.',
  'Scrape interval': 'Abrufintervall',
  'How often Prometheus scrapes: the finest useful step, and a quarter of $__rate_interval.':
    'Wie oft Prometheus abruft: der feinste sinnvolle Schritt und ein Viertel von $__rate_interval.',
  PromQL: 'PromQL',
  Legend: 'Legende',
  'Name of each series; {{label}} is replaced by the label. Empty: what tells the series apart; verbose: metric and all labels.':
    'Name jeder Reihe; {{label}} wird durch das Label ersetzt. Leer: was die Reihen unterscheidet; verbose: Metrik und alle Labels.',
  'Min step': 'Kleinster Schritt',
  'The step is never finer than this.': 'Der Schritt ist nie feiner.',
  Range: 'Bereich',
  Instant: 'Moment',
  'Series selector': 'Auswahl der Reihen',
  'Only of these series.': 'Nur von diesen Reihen.',
  'Label names': 'Namen der Labels',
  Label: 'Label',
  'Values of a label': 'Werte eines Labels',
  Query: 'Abfrage',
  'Query timeout': 'Zeitlimit der Abfragen',
  'After this the server stops a query; without it the server decides.':
    'Danach bricht der Server eine Abfrage ab; ohne Angabe entscheidet der Server.',
  'Custom parameters': 'Eigene Parameter',
  'Sent with every query, for example dedup or extra_label.':
    'Werden mit jeder Abfrage gesendet, zum Beispiel dedup oder extra_label.',
  Parameter: 'Parameter',
  'Find out': 'Herausfinden',
  VictoriaMetrics: 'VictoriaMetrics',
  'Mimir or Cortex': 'Mimir oder Cortex',
  Thanos: 'Thanos',
  'Kind of server': 'Art des Servers',
  'What answers at the address. A proxy may hide it, then choose it here.':
    'Was unter der Adresse antwortet. Wenn ein Proxy es verbirgt, hier wählen.',
  'Ask only for what is new': 'Nur das Neue abfragen',
  'A refresh asks for the end of the range, and keeps what was asked for before.':
    'Eine Aktualisierung fragt nach dem Ende des Bereichs und behält, was davor gefragt wurde.',
  Overlap: 'Überlappung',
  'So far back a refresh asks again, as late samples still change what was answered.':
    'So weit zurück wird erneut gefragt, weil späte Messwerte die Antwort noch ändern.',
  'Most series': 'Höchstzahl der Reihen',
  'A query shows no more series than this; without it the host decides.':
    'Mehr Reihen zeigt eine Abfrage nicht; ohne Angabe entscheidet der Host.',
  'Links of exemplars': 'Links von Exemplaren',
  'Where the trace of an exemplar can be seen.': 'Wo der Trace eines Exemplars zu sehen ist.',
  'The label of the exemplar that holds the id of the trace.': 'Das Label des Exemplars mit der ID des Traces.',
  Title: 'Titel',
  Address: 'Adresse',
  '${traceId} is replaced by the id of the trace.': '${traceId} wird durch die ID des Traces ersetzt.',
  Link: 'Link',
  Resolution: 'Auflösung',
  'The step is so many times what the width of the panel asks for.':
    'Der Schritt ist so viele Male das, was die Breite des Panels verlangt.',
  Series: 'Reihen',
  Table: 'Tabelle',
  Heatmap: 'Heatmap',
  Format: 'Format',
  'Without it a range is series, and a moment a table. A heatmap is made of histograms, classic or native.':
    'Ohne Angabe gibt ein Bereich Reihen und ein Moment eine Tabelle. Eine Heatmap entsteht aus Histogrammen, klassischen oder nativen.',
  Exemplars: 'Exemplare',
  'Shows single measurements, with their traces, beside the series.':
    'Zeigt neben den Reihen einzelne Messungen mit ihren Traces.',
  Maximum: 'Maximum',
  Mean: 'Mittelwert',
  'Last value': 'Letzter Wert',
  'Highest by': 'Höchste nach',
  'Highest series only': 'Nur die höchsten Reihen',
  'Keeps the highest series over the whole range.': 'Behält die über den ganzen Bereich höchsten Reihen.',
  Search: 'Suche',
  'Only names that hold all of these words.': 'Nur Namen, die alle diese Wörter enthalten.',
  Limit: 'Höchstzahl',
  '{{label}} is replaced by the label, {{value}} by the value.':
    '{{label}} wird durch das Label ersetzt, {{value}} durch den Wert.',
  'Range and instant': 'Bereich und Moment',
  'The series of the range, and a table of its end.': 'Die Reihen des Bereichs und eine Tabelle seines Endes.',
  Annotations: 'Anmerkungen',
  Text: 'Text',
  Tag: 'Schlagwort',
  Tags: 'Schlagwörter',
  'Texts with {{label}}; those that stay empty are left out.': 'Texte mit {{label}}; was leer bleibt, entfällt.',
  'The value is the time': 'Der Wert ist die Zeit',
  'The value is when it happened, in milliseconds since 1970.':
    'Der Wert sagt, wann es geschah, in Millisekunden seit 1970.',
  Rules: 'Regeln',
  Alerts: 'Alarme',
  Metrics: 'Metriken',
  'Names of metrics with type, help and unit.': 'Namen von Metriken mit Typ, Hilfe und Einheit.',
  'HTTP service: rate, errors, duration': 'HTTP-Dienst: Rate, Fehler, Dauer',
  'Requests, failures and durations by path, of a service with request_count_total and request_seconds.':
    'Anfragen, Fehler und Dauern nach Pfad, von einem Dienst mit request_count_total und request_seconds.',
  'Machines (node-exporter)': 'Maschinen (node-exporter)',
  'Processors, memory, disks and network of each machine.': 'Prozessoren, Speicher, Platten und Netz jeder Maschine.',
  'Rules and alerts': 'Regeln und Alarme',
  'What fires, what is pending, and how the rules are.': 'Was auslöst, was bevorsteht, und wie es den Regeln geht.',
  'Prometheus itself': 'Prometheus selbst',
  'Targets, series, samples, queries and rules of the server.':
    'Ziele, Reihen, Messwerte, Abfragen und Regeln des Servers.',
  'Orrery host': 'Orrery-Host',
  'Requests, queries and memory of a host like this one.': 'Anfragen, Abfragen und Speicher eines Hosts wie diesem.',
  Processes: 'Prozesse',
  'Processor, memory and files of whatever a client library measures.':
    'Prozessor, Speicher und Dateien von allem, was eine Client-Bibliothek misst.',
} satisfies Texts
