import type { Texts } from '@orrery/sdk'

export default {
  'Look at a dashboard': 'Ein Dashboard ansehen',
  'Drag over a chart to zoom all of them, point at one to compare the same moment in the others.':
    'Über ein Diagramm ziehen vergrößert alle; auf eines zeigen vergleicht denselben Moment in den anderen.',
  'All dashboards': 'Alle Dashboards',
  'Connect your own data': 'Eigene Daten anbinden',
  'Add a datasource, test it, and its queries are there for every panel. Credentials are stored encrypted.':
    'Eine Datenquelle hinzufügen und testen, und jedes Panel kann sie abfragen. Zugangsdaten werden verschlüsselt gespeichert.',
  'Add a datasource': 'Datenquelle hinzufügen',
  'See what is installed': 'Sehen, was installiert ist',
  'Datasources, panels and pages like this one are plugins. Each is an npm package; you can write your own.':
    'Datenquellen, Panels und Seiten wie diese sind Plugins. Jedes ist ein npm-Paket; auch eigene lassen sich schreiben.',
  'Installed plugins': 'Installierte Plugins',
  Datasources: 'Datenquellen',
  'ask a backend and answer with data frames. One comes without any set-up: this machine, sampled every second.':
    'fragen einen Dienst und antworten mit Data Frames. Eine ist ohne Einrichtung da: dieser Rechner, jede Sekunde gemessen.',
  'The host': 'Der Host',
  'runs the queries, keeps dashboards and their history, and decides who may see what.':
    'führt die Abfragen aus, bewahrt Dashboards mit ihrer Geschichte und entscheidet, wer was sehen darf.',
  Panels: 'Panels',
  'draw the frames: time series, single numbers, tables.':
    'zeichnen die Frames: Zeitreihen, einzelne Zahlen, Tabellen.',
  'Find dashboards, pages and commands': 'Dashboards, Seiten und Befehle finden',
  'Move the cursor of a chart, point by point': 'Den Cursor eines Diagramms Punkt für Punkt bewegen',
  'Move through the rows of a table': 'Durch die Zeilen einer Tabelle gehen',
  Ctrl: 'Strg',
  'Close whatever has opened': 'Schließen, was sich geöffnet hat',
  'Welcome to Orrery': 'Willkommen bei Orrery',
  'A small frame that carries interchangeable parts: a host, and plugins for all that you see.':
    'Ein kleiner Rahmen, der austauschbare Teile trägt: ein Host, und Plugins für alles, was zu sehen ist.',
  'Next steps': 'Nächste Schritte',
  'What is running': 'Was läuft',
  'Keys that help': 'Tasten, die helfen',
  Welcome: 'Willkommen',
  'A first page: what is running, what to do next, and the keys that help.':
    'Eine erste Seite: was läuft, was als Nächstes zu tun ist, und welche Tasten helfen.',
  'What Orrery is, and where to begin.': 'Was Orrery ist, und wo man anfängt.',
  'Open welcome page': 'Willkommensseite öffnen',
  help: 'Hilfe',
  start: 'Start',
  keyboard: 'Tastatur',
  shortcuts: 'Tastenkürzel',
} satisfies Texts
