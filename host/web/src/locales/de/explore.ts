import type { Texts } from '@orrery/sdk'

/** Explore: queries that are written there, and their results. */
export const explore = {
  Explore: 'Erkunden',
  'Asks data sources, and keeps nothing: the address is all that there is.':
    'Fragt Datenquellen und speichert nichts: die Adresse ist alles, was es gibt.',
  'You may not send queries of your own': 'Eigene Abfragen sind hier nicht erlaubt',
  'Dashboards show what their authors ask. Ask an admin for the role of an editor to explore.':
    'Dashboards zeigen, was ihre Autoren fragen. Zum Erkunden einen Admin um die Rolle eines Editors bitten.',
  'The queries of this link cannot be read. Ask whoever sent it for the whole link.':
    'Die Abfragen dieses Links sind nicht lesbar. Wer ihn geschickt hat, möge den ganzen Link schicken.',
  'With the variables of the dashboard that this comes from: {values}':
    'Mit den Variablen des Dashboards, von dem dies kommt: {values}',
  'Leave them out': 'Weglassen',
  Run: 'Ausführen',
  'Run the queries': 'Abfragen ausführen',
  'Add a query': 'Abfrage hinzufügen',
  'Data source of query {name}': 'Datenquelle der Abfrage {name}',
  'Show query {name}': 'Abfrage {name} zeigen',
  'Hide query {name}': 'Abfrage {name} verbergen',
  'Menu of query {name}': 'Menü der Abfrage {name}',
  'Query {name}, {duration} earlier': 'Abfrage {name}, {duration} früher',
  Duplicate: 'Duplizieren',
  'Move up': 'Nach oben',
  'Move down': 'Nach unten',
  'There is no data source {id}. Choose another.': 'Es gibt keine Datenquelle {id}. Eine andere wählen.',
  'The plugin of this data source is not installed.': 'Das Plugin dieser Datenquelle ist nicht installiert.',
  'The editor of this data source failed': 'Der Editor dieser Datenquelle ist fehlgeschlagen',
  '{kind} of query {name}': '{kind} der Abfrage {name}',
  Results: 'Ergebnisse',
  Result: 'Ergebnis',
  Table: 'Tabelle',
  'No query was answered': 'Keine Abfrage wurde beantwortet',
  'What went wrong stands at each query.': 'Was schiefging, steht bei jeder Abfrage.',
  'Nothing was asked yet': 'Noch wurde nichts gefragt',
  'Write a query and run it.': 'Eine Abfrage schreiben und ausführen.',
  'with {duration} earlier': 'mit {duration} früher',
} satisfies Texts
