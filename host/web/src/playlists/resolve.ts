import { playlistIntervalMs, type PlaylistItem, type PlaylistSpec } from '@orrery/dashboard'

/** A dashboard of a playlist, and how it is shown. */
export interface PlayedDashboard {
  readonly dashboard: string
  readonly ms: number
  /** In place of the dashboard's own. */
  readonly time: PlaylistItem['time']
}

/** What is known of the dashboards that there are. */
export interface KnownDashboard {
  readonly id: string
  readonly title: string
  readonly tags?: readonly string[]
}

const byTitle = (a: KnownDashboard, b: KnownDashboard) => a.title.localeCompare(b.title) || a.id.localeCompare(b.id)

/** The dashboards of a playlist in their order; those of a tag by title. */
export function resolvePlaylist(spec: PlaylistSpec, known: readonly KnownDashboard[]): readonly PlayedDashboard[] {
  return spec.items.flatMap((item) => {
    const ids =
      item.type === 'dashboard'
        ? [item.dashboard]
        : known
            .filter(({ tags = [] }) => tags.includes(item.tag))
            .toSorted(byTitle)
            .map(({ id }) => id)
    return ids.map((dashboard) => ({ dashboard, ms: playlistIntervalMs(spec, item), time: item.time }))
  })
}
