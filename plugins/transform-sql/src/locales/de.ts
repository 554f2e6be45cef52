import type { Texts } from '@orrery/sdk'

export default {
  SQL: 'SQL',
  'Shapes frames with SQL, by DuckDB in memory.': 'Formt Daten mit SQL, durch DuckDB im Speicher.',
  'Makes one table of all frames by a SELECT in SQL.': 'Macht aus allen Daten eine Tabelle, durch ein SELECT in SQL.',
  'One SELECT of DuckDB. Each query is a table that is called like it: A, B, and so on.':
    'Ein SELECT von DuckDB. Jede Abfrage ist eine Tabelle, die wie sie heißt: A, B und so weiter.',
  'Most rows of the result': 'Höchste Zahl der Zeilen im Ergebnis',
  duckdb: 'duckdb',
  select: 'select',
  join: 'verbinden',
  query: 'abfragen',
  database: 'datenbank',
} satisfies Texts
