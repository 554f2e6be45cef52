import { quickRanges } from '@orrery/query'
import type { Command } from '../shell/commands.ts'
import { t } from '../text.ts'
import type { DashboardQueries } from './use-queries.ts'
import type { useView } from './use-view.ts'

/** What people do with an open dashboard, by keys and from the palette. */
export function viewCommands(
  { view, range, setRange, setTime, zoomOut, setRefresh, setFullScreen, setKiosk }: ReturnType<typeof useView>,
  queries: Pick<DashboardQueries, 'refresh'>,
): readonly Command[] {
  const group = t('Dashboard')
  const move = (part: number) => {
    const { from, to } = range.value
    const by = (to - from) * part
    setRange({ from: from + by, to: to + by })
  }
  const isLive = view.value.refresh === 'live'
  const live: Command = {
    keys: 't l',
    title: t('Live on or off'),
    group,
    icon: 'activity',
    run: () => setRefresh(isLive ? undefined : 'live'),
  }
  // What was opened last is closed first.
  const all: Command = { keys: 'Escape', title: t('All panels'), group, run: () => setFullScreen(undefined) }
  const isKiosk = view.value.kiosk !== undefined
  const kiosks: readonly Command[] = [
    {
      keys: 'd k',
      title: isKiosk ? t('Leave the kiosk') : t('Kiosk'),
      group,
      icon: 'monitor',
      run: () => setKiosk(isKiosk ? undefined : 'full'),
    },
    { title: t('Kiosk with time and variables'), group, icon: 'monitor', run: () => setKiosk('time') },
  ]
  const leave: Command = {
    keys: 'Escape',
    title: t('Leave the kiosk'),
    group,
    keysOnly: true,
    run: () => setKiosk(undefined),
  }
  return [
    { keys: 'r', title: t('Refresh now'), group, icon: 'refresh-cw', run: queries.refresh },
    ...(view.value.time.to === 'now' ? [live] : []),
    { keys: 't z', title: t('Zoom out'), group, icon: 'zoom-out', run: zoomOut },
    { keys: 't ArrowLeft', title: t('Back by half the range'), group, icon: 'arrow-left', run: () => move(-0.5) },
    { keys: 't ArrowRight', title: t('Forward by half the range'), group, icon: 'arrow-right', run: () => move(0.5) },
    ...(view.value.edit ? [] : kiosks),
    ...(isKiosk ? [leave] : []),
    ...(view.value.fullScreen === undefined ? [] : [all]),
    ...quickRanges.map(({ title, from, to }) => ({
      title: t('Time range: {range}', { range: t(title) }),
      group,
      icon: 'clock',
      words: `${from} ${to}`,
      run: () => setTime({ from, to }),
    })),
  ]
}
