import type { Texts } from '@orrery/sdk'

/** Kiosk, playlists, files of panels and paper. */
export const viewing = {
  Kiosk: 'Kiosk',
  'Kiosk with time and variables': 'Kiosk mit Zeit und Variablen',
  'Leave the kiosk': 'Kiosk verlassen',
  'Leave the kiosk (Esc)': 'Kiosk verlassen (Esc)',
  CSV: 'CSV',
  Download: 'Herunterladen',
  'Excel (XLSX)': 'Excel (XLSX)',
  'Picture (PNG)': 'Bild (PNG)',
  'File format': 'Dateiformat',
  'The sheet {sheet} has {rows} rows and {columns} columns, and Excel holds {mostRows} rows and {mostColumns} columns in a sheet, and less of all where the browser has no room. Download CSV or JSON, or ask for less.':
    'Das Blatt {sheet} hat {rows} Zeilen und {columns} Spalten; Excel fasst {mostRows} Zeilen und {mostColumns} Spalten in einem Blatt, und insgesamt weniger, wo dem Browser der Platz fehlt. Laden Sie CSV oder JSON herunter, oder fragen Sie nach weniger.',
  'This browser gives out no picture of a panel. Take a screenshot, or use another browser.':
    'Dieser Browser gibt kein Bild eines Panels heraus. Machen Sie ein Bildschirmfoto, oder nehmen Sie einen anderen Browser.',
  Playlists: 'Playlists',
  Playlist: 'Playlist',
  'Dashboards that a screen shows one after the other.': 'Dashboards, die ein Bildschirm nacheinander zeigt.',
  'New playlist': 'Neue Playlist',
  'The playlists cannot be shown': 'Die Playlists lassen sich nicht zeigen',
  'The playlist cannot be shown': 'Die Playlist lässt sich nicht zeigen',
  'The playlist {id}': 'Die Playlist {id}',
  'No playlists yet': 'Noch keine Playlists',
  'A screen on a wall shows the dashboards of a playlist by itself.':
    'Ein Bildschirm an der Wand zeigt die Dashboards einer Playlist von selbst.',
  '{count} entry | {count} entries': '{count} Eintrag | {count} Einträge',
  Play: 'Abspielen',
  'Play {name}': '{name} abspielen',
  'At least 5 seconds.': 'Mindestens 5 Sekunden.',
  'The playlist is saved': 'Die Playlist ist gespeichert',
  '{at} of {count}': '{at} von {count}',
  'Previous dashboard (P)': 'Voriges Dashboard (P)',
  'Next dashboard (N)': 'Nächstes Dashboard (N)',
  'Pause (K)': 'Anhalten (K)',
  'Go on (K)': 'Weiter (K)',
  'Previous dashboard': 'Voriges Dashboard',
  'Next dashboard': 'Nächstes Dashboard',
  Pause: 'Anhalten',
  'Go on': 'Weiter',
  '{dashboard} is passed over. {reason}': '{dashboard} wird übergangen. {reason}',
  'Nothing of the playlist can be shown; it is tried again by itself':
    'Nichts von der Playlist lässt sich zeigen; es wird von selbst wieder versucht',
  'The playlist has no dashboards': 'Die Playlist hat keine Dashboards',
  'Whoever may edit it adds dashboards, or the tags that they have.':
    'Wer sie bearbeiten darf, fügt Dashboards hinzu, oder die Tags, die sie haben.',
  // The form of a playlist
  'All with a tag': 'Alle mit einem Tag',
  'All dashboards that have it, by title.': 'Alle Dashboards, die ihn haben, nach Titel.',
  'How long it is shown: 30s, 5m. As the playlist says when empty; 5s at least.':
    'Wie lange es gezeigt wird: 30s, 5m. Leer: wie die Playlist sagt; mindestens 5s.',
  'How long each is shown: 30s, 5m. 5s at least.': 'Wie lange jedes gezeigt wird: 30s, 5m. Mindestens 5s.',
  Shown: 'Darstellung',
  'Without navigation and bars': 'Ohne Navigation und Leisten',
  'With time and variables': 'Mit Zeit und Variablen',
  'As any dashboard': 'Wie jedes Dashboard',
  Print: 'Drucken',
  '{from} to {to}, {zone}': '{from} bis {to}, {zone}',
} satisfies Texts
