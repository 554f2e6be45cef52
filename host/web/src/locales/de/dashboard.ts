import type { Texts } from '@orrery/sdk'

/** Dashboards and what their panels say. */
export const dashboard = {
  'The dashboard {id}': 'Das Dashboard {id}',
  'The dashboard cannot be shown': 'Das Dashboard lässt sich nicht zeigen',
  'All panels (Esc)': 'Alle Panels (Esc)',
  'All panels': 'Alle Panels',
  'Zoom out': 'Verkleinern',
  'Back by half the range': 'Um den halben Bereich zurück',
  'Forward by half the range': 'Um den halben Bereich vor',
  'Live on or off': 'Live ein oder aus',
  'This dashboard has no panels': 'Dieses Dashboard hat keine Panels',
  Data: 'Daten',
  'No rows': 'Keine Zeilen',
  '{count} of {all}': '{count} von {all}',
  Find: 'Suchen',
  All: 'Alle',
  'This panel cannot draw {kinds}': 'Dieses Panel kann {kinds} nicht zeichnen',
  'It draws {accepts}. Choose another type of panel, or change the query.':
    'Es zeichnet {accepts}. Einen anderen Paneltyp wählen oder die Abfrage ändern.',
  'No data in this range': 'Keine Daten in diesem Bereich',
  'The layout names the panel {panel}, which is not there.':
    'Die Anordnung nennt das Panel {panel}, das es nicht gibt.',
  Query: 'Abfrage',
  Errors: 'Fehler',
  'Inspect: {title}': 'Untersuchen: {title}',
  'What to inspect': 'Was untersucht wird',
  Frame: 'Frame',
  '{count} series or rows': '{count} Reihen oder Zeilen',
  'Download CSV': 'CSV herunterladen',
  'There is no data.': 'Es gibt keine Daten.',
  'Query {name}': 'Abfrage {name}',
  'Trace {id}': 'Trace {id}',
  'The link to this panel is copied': 'Der Link zu diesem Panel ist kopiert',
  'Fill the page': 'Die Seite füllen',
  'Fill the page, or show all panels': 'Die Seite füllen, oder alle Panels zeigen',
  'The panel with the focus or the pointer': 'Das Panel mit dem Fokus oder dem Zeiger',
  Inspect: 'Untersuchen',
  'Copy link': 'Link kopieren',
  'Panel {title}': 'Panel {title}',
  'Menu of panel {title}': 'Menü des Panels {title}',
  'Notices of this panel': 'Hinweise dieses Panels',
  '{count} notice | {count} notices': '{count} Hinweis | {count} Hinweise',
  'What is shown is older data.': 'Gezeigt werden ältere Daten.',
  'No installed plugin draws panels of type {type}. Install one, or change the panel.':
    'Kein installiertes Plugin zeichnet Panels vom Typ {type}. Eines installieren oder das Panel ändern.',
  Variables: 'Variablen',
  somebody: 'jemand',
  'you, in another window': 'in einem anderen eigenen Fenster',
  'the provisioning files': 'die Provisioning-Dateien',
  'Deleted by {name}': 'Gelöscht: {name}',
  'Changed by {name}': 'Geändert: {name}',
  'What you see here stays until you leave the page.': 'Was hier steht, bleibt bis zum Verlassen der Seite.',
  'Load it': 'Laden',
  'Loading it drops your changes.': 'Laden verwirft die eigenen Änderungen.',
  'You see it as it was before.': 'Zu sehen ist der Stand davor.',
  'The code of plugin {plugin} could not be loaded. Reload the page; if it stays so, reinstall the plugin.':
    'Der Code des Plugins {plugin} ließ sich nicht laden. Die Seite neu laden; wenn es so bleibt, das Plugin neu installieren.',
  'it gave no options': 'es gab keine Optionen zurück',
  'Plugin {plugin} could not bring options of {id} up to date from version {version}: {reason}. Correct the options, or update the plugin.':
    'Das Plugin {plugin} konnte Optionen von {id} aus Version {version} nicht aktualisieren: {reason}. Die Optionen berichtigen oder das Plugin aktualisieren.',
  'These options were saved by version {version} of {id}, and version {installed} is installed. Update plugin {plugin}.':
    'Diese Optionen hat Version {version} von {id} gespeichert, installiert ist Version {installed}. Das Plugin {plugin} aktualisieren.',
  'The options of {title}': 'Die Optionen von {title}',
  'The host has sent nothing for {seconds} s. It is asked again; if it stays so, check the host.':
    'Der Host hat seit {seconds} s nichts gesendet. Er wird erneut gefragt; wenn es so bleibt, den Host prüfen.',
  'The answer could not be read: {reason}. Refresh; if it stays so, report it.':
    'Die Antwort war nicht lesbar: {reason}. Aktualisieren; wenn es so bleibt, melden.',
  'The host cannot be reached. Check that it runs, and your connection to it.':
    'Der Host ist nicht erreichbar. Prüfen, ob er läuft, und die Verbindung zu ihm.',
  'The host answered with status {status} and no reason. Whatever stands before it may have answered.':
    'Der Host antwortete mit Status {status} ohne Grund. Vielleicht hat etwas geantwortet, das vor ihm steht.',
  'The answer of the host to {path} is not what this page expects. Reload the page; the host may have been updated.':
    'Die Antwort des Hosts auf {path} ist nicht, was diese Seite erwartet. Die Seite neu laden; der Host wurde vielleicht aktualisiert.',
} satisfies Texts
