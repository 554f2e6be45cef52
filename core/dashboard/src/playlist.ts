import { checkResource, defineKind, ResourceError, type ResourceOf } from '@orrery/resource'
import { Choice, parseDuration, Ref, Type, Variants, type Static } from '@orrery/schema'
import type { DashboardProblem } from './errors.ts'

const closed = { additionalProperties: false } as const

/** What is shown where neither the entry nor the playlist says how long. */
export const PLAYLIST_INTERVAL = '1m'
/** Milliseconds for which a dashboard is shown at least: less would only load. */
export const LEAST_PLAYLIST_INTERVAL_MS = 5000

const interval = (description: string) =>
  Type.Optional(
    Type.String({ format: 'duration', maxLength: 32, title: 'Interval', description, default: PLAYLIST_INTERVAL }),
  )

const shared = {
  interval: interval('How long it is shown: 30s, 5m. As the playlist says when empty; 5s at least.'),
  /** In place of the dashboard's own. */
  time: Type.Optional(
    Type.Object(
      {
        from: Type.String({ maxLength: 64, format: 'time-expression', default: 'now-1h', title: 'From' }),
        to: Type.String({ maxLength: 64, format: 'time-expression', default: 'now', title: 'To' }),
      },
      { ...closed, title: 'Time range' },
    ),
  ),
}

/** One dashboard, or all that have a tag, by title. */
export const PlaylistItem = Variants([
  Type.Object(
    {
      type: Type.Literal('dashboard'),
      dashboard: Ref('dashboard', { title: 'Dashboard' }),
      ...shared,
    },
    { ...closed, title: 'Dashboard' },
  ),
  Type.Object(
    {
      type: Type.Literal('tag'),
      tag: Type.String({
        minLength: 1,
        maxLength: 64,
        title: 'Tag',
        description: 'All dashboards that have it, by title.',
      }),
      ...shared,
    },
    { ...closed, title: 'All with a tag' },
  ),
])
export type PlaylistItem = Static<typeof PlaylistItem>

/** Dashboards that a screen shows one after the other, again and again. */
export const PlaylistSpec = Type.Object(
  {
    description: Type.Optional(Type.String({ maxLength: 4096, title: 'Description' })),
    interval: interval('How long each is shown: 30s, 5m. 5s at least.'),
    /** How it begins; `full` when absent. */
    kiosk: Type.Optional(
      Choice(
        { full: 'Without navigation and bars', time: 'With time and variables', off: 'As any dashboard' },
        { title: 'Shown', default: 'full' },
      ),
    ),
    items: Type.Array(PlaylistItem, { maxItems: 100, title: 'Dashboards' }),
  },
  closed,
)
export type PlaylistSpec = Static<typeof PlaylistSpec>

export const Playlist = defineKind({
  kind: 'playlist',
  plural: 'playlists',
  title: 'Playlist',
  apiVersion: 'orrery.dev/v1',
  spec: PlaylistSpec,
})
export type Playlist = ResourceOf<typeof Playlist>

const msOf = (interval: string | undefined) => (interval === undefined ? undefined : parseDuration(interval))

/** How long an item is shown, in milliseconds. */
export const playlistIntervalMs = ({ interval }: PlaylistSpec, item: PlaylistItem): number =>
  Math.max(LEAST_PLAYLIST_INTERVAL_MS, msOf(item.interval) ?? msOf(interval) ?? parseDuration(PLAYLIST_INTERVAL)!)

/** What the schema cannot say of a playlist: no interval is shorter than five seconds. */
export function playlistProblems(spec: PlaylistSpec): readonly DashboardProblem[] {
  const message = `is shorter than ${LEAST_PLAYLIST_INTERVAL_MS / 1000}s, in which a dashboard would only load`
  const isShort = (interval: string | undefined) => (msOf(interval) ?? Infinity) < LEAST_PLAYLIST_INTERVAL_MS
  return [
    ...(isShort(spec.interval) ? [{ path: '/interval', message }] : []),
    ...spec.items.flatMap((item, i) => (isShort(item.interval) ? [{ path: `/items/${i}/interval`, message }] : [])),
  ]
}

/** A playlist as files and requests have it, or RESOURCE_INVALID with every problem. */
export function checkPlaylist(value: unknown): Playlist {
  const playlist = checkResource(Playlist, value)
  const problems = playlistProblems(playlist.spec).map(({ path, message }) => ({
    path: `/spec${path}`,
    message,
    keyword: 'minimum',
  }))
  if (problems.length)
    throw new ResourceError('RESOURCE_INVALID', { subject: `The playlist "${playlist.id}"`, problems })
  return playlist
}
