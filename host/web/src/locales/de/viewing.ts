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
} satisfies Texts
