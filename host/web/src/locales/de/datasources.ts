import type { Texts } from '@orrery/sdk'

/** The list of data sources and their editor. */
export const datasources = {
  'The data source {id}': 'Die Datenquelle {id}',
  'New {type}': 'Neu: {type}',
  '{title} is saved.': '{title} ist gespeichert.',
  '{title} is deleted.': '{title} ist gelöscht.',
  Delete: 'Löschen',
  Test: 'Testen',
  Save: 'Speichern',
  Cancel: 'Abbrechen',
  'Read-only here': 'Hier schreibgeschützt',
  'Read-only': 'Schreibgeschützt',
  'This data source is managed by {manager}. Change it there.':
    'Diese Datenquelle wird von {manager} verwaltet. Dort ändern.',
  'Managed by {manager}': 'Verwaltet von {manager}',
  'Delete {name}?': '{name} löschen?',
  'Its settings and stored secrets are removed for good.':
    'Ihre Einstellungen und gespeicherten Geheimnisse werden endgültig entfernt.',
  'It was not deleted': 'Sie wurde nicht gelöscht',
  Title: 'Titel',
  Id: 'Id',
  'Dashboards refer to it by this id, so it stays.': 'Dashboards verweisen mit dieser Id auf sie, darum bleibt sie.',
  'Dashboards refer to it by this id. It cannot be changed later.':
    'Dashboards verweisen mit dieser Id auf sie. Sie lässt sich später nicht ändern.',
  Default: 'Standard',
  'New queries begin with it.': 'Neue Abfragen beginnen mit ihr.',
  Settings: 'Einstellungen',
  'There is no plugin for data sources of type “{type}”. Install it, and start the host again.':
    'Für Datenquellen vom Typ „{type}“ gibt es kein Plugin. Es installieren und den Host neu starten.',
  'New data source': 'Neue Datenquelle',
  'The data source cannot be shown': 'Die Datenquelle lässt sich nicht zeigen',
  'It was not saved': 'Sie wurde nicht gespeichert',
  'Loading it again drops your changes.': 'Erneutes Laden verwirft die Änderungen.',
  'Load it again': 'Erneut laden',
  'The test succeeded': 'Der Test ist gelungen',
  'The test failed': 'Der Test ist fehlgeschlagen',
  'Leave without saving?': 'Ohne Speichern verlassen?',
  'What you changed here is not saved yet.': 'Was hier geändert wurde, ist noch nicht gespeichert.',
  Stay: 'Bleiben',
  'Leave, and lose the changes': 'Verlassen und Änderungen verlieren',
  'Where dashboards get their data from.': 'Woher Dashboards ihre Daten bekommen.',
  'The data sources cannot be shown': 'Die Datenquellen lassen sich nicht zeigen',
  'No data sources yet': 'Noch keine Datenquellen',
  'Connect the first one, and dashboards can ask it.': 'Die erste anbinden, und Dashboards können sie fragen.',
  'Plugin missing': 'Plugin fehlt',
  'No plugin brings a data source': 'Kein Plugin bringt eine Datenquelle mit',
  'Install one, such as @orrery/datasource-prometheus, and start the host again.':
    'Eines installieren, etwa @orrery/datasource-prometheus, und den Host neu starten.',
  'What do you want to connect?': 'Was soll angebunden werden?',
  'Give it a title.': 'Einen Titel geben.',
  'At most 256 characters.': 'Höchstens 256 Zeichen.',
  'Give it an id.': 'Eine Id geben.',
  'This id is taken by the host. Choose another one.': 'Diese Id benutzt der Host. Eine andere wählen.',
  'Lower case letters, digits, “-”, “.” and “_”, beginning with a letter or digit; at most 128.':
    'Kleinbuchstaben, Ziffern, „-“, „.“ und „_“, beginnend mit einem Buchstaben oder einer Ziffer; höchstens 128.',
  'Dashboards for this data source': 'Dashboards für diese Datenquelle',
  'It has the data for these. Once added, they are yours to change.':
    'Für diese hat sie die Daten. Einmal hinzugefügt, lassen sie sich nach Belieben ändern.',
  'The dashboard is not added': 'Das Dashboard wurde nicht hinzugefügt',
  '{title} is added.': '{title} ist hinzugefügt.',
  Open: 'Öffnen',
  'Open {title}': '{title} öffnen',
  'Add {title}': '{title} hinzufügen',
  'it gave no dashboard': 'es gab kein Dashboard her',
  'Plugin {plugin} could not make the dashboard {title}: {reason}. Update the plugin.':
    'Das Plugin {plugin} konnte das Dashboard {title} nicht anlegen: {reason}. Aktualisieren Sie das Plugin.',
} satisfies Texts
