import type { Texts } from '@orrery/sdk'

/** Kiosk, playlists, files of panels and paper. */
export const viewing = {
  Kiosk: 'Kiosk',
  'Kiosk with time and variables': 'Kiosk mit Zeit und Variablen',
  'Leave the kiosk': 'Kiosk verlassen',
  'Leave the kiosk (Esc)': 'Kiosk verlassen (Esc)',
} satisfies Texts
