import type { Texts } from '@orrery/sdk'

/** Annotations of dashboards: their settings, and those that people make by hand. */
export const annotations = {
  Annotations: 'Anmerkungen',
  'Add annotations': 'Anmerkungen hinzufügen',
  'Change annotations {name}': 'Anmerkungen {name} ändern',
  'Remove annotations {name}': 'Anmerkungen {name} entfernen',
  'No annotations yet': 'Noch keine Anmerkungen',
  'A query marks when something happened, in panels with a time axis. What people mark by hand is shown anyway.':
    'Eine Abfrage markiert in Panels mit Zeitachse, wann etwas geschah. Was von Hand markiert wird, ist ohnehin zu sehen.',
  'No data source can be asked for annotations. Connect one whose plugin offers them.':
    'Keine Datenquelle lässt sich nach Anmerkungen fragen. Eine verbinden, deren Plugin sie anbietet.',
  'Other annotations have this name.': 'Andere Anmerkungen heißen schon so.',
  'Add those made by hand': 'Von Hand gemachte hinzufügen',
  'By hand': 'Von Hand',
  'Made by hand': 'Von Hand gemacht',
  'From a data source': 'Aus einer Datenquelle',
  'Only annotations that have one of these.': 'Nur Anmerkungen, die eins davon haben.',
  'Of every dashboard': 'Von allen Dashboards',
  'Also what was written on other dashboards.': 'Auch was an anderen Dashboards angemerkt wurde.',
  'In all panels': 'In allen Panels',
  'Only in these panels': 'Nur in diesen Panels',
  'Not in these panels': 'Nicht in diesen Panels',
} satisfies Texts
