import type { Shortcut } from '../shell/shortcuts.ts'
import { t } from '../text.ts'
import type { DashboardQueries } from './use-queries.ts'
import type { useView } from './use-view.ts'

/** What the keyboard does with an open dashboard. */
export function viewShortcuts(
  { view, range, setRange, zoomOut, setRefresh, setFullScreen }: ReturnType<typeof useView>,
  queries: Pick<DashboardQueries, 'refresh'>,
): readonly Shortcut[] {
  const group = t('Dashboard')
  const move = (part: number) => {
    const { from, to } = range.value
    const by = (to - from) * part
    setRange({ from: from + by, to: to + by })
  }
  const isLive = view.value.refresh === 'live'
  return [
    { keys: 'r', title: t('Refresh now'), group, run: queries.refresh },
    ...(view.value.time.to === 'now'
      ? [{ keys: 't l', title: t('Live on or off'), group, run: () => setRefresh(isLive ? undefined : 'live') }]
      : []),
    { keys: 't z', title: t('Zoom out'), group, run: zoomOut },
    { keys: 't ArrowLeft', title: t('Back by half the range'), group, run: () => move(-0.5) },
    { keys: 't ArrowRight', title: t('Forward by half the range'), group, run: () => move(0.5) },
    ...(view.value.fullScreen === undefined
      ? []
      : [{ keys: 'Escape', title: t('All panels'), group, run: () => setFullScreen(undefined) }]),
  ]
}
