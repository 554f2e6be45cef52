/** The list of playlists. */
export const PLAYLISTS = '/playlists'

/** Stands in the address for a playlist that is not there yet. */
export const NEW_PLAYLIST = 'new'

export const playlistPath = (id: string) => `${PLAYLISTS}/${encodeURIComponent(id)}`

/** Where a playlist is played. */
export const playPath = (id: string) => `${playlistPath(id)}/play`
