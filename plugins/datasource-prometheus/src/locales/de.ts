import type { Texts } from '@orrery/sdk'

export default {
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
  'Name of each series; {{label}} is replaced by the label.':
    'Name jeder Reihe; {{label}} wird durch das Label ersetzt.',
  'Min step': 'Kleinster Schritt',
  'The step is never finer than this.': 'Der Schritt ist nie feiner.',
  Range: 'Bereich',
  Instant: 'Moment',
  'Series selector': 'Auswahl der Reihen',
  'Only labels of these series.': 'Nur Labels dieser Reihen.',
  'Label names': 'Namen der Labels',
  Label: 'Label',
  'Values of a label': 'Werte eines Labels',
  Query: 'Abfrage',
} satisfies Texts
