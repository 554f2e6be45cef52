import type { Command } from '../shell/commands.ts'
import { t } from '../text.ts'
import { timeCommands } from '../time/time-commands.ts'
import type { DashboardQueries } from './use-queries.ts'
import type { useView } from './use-view.ts'

/** What people do with an open dashboard, by keys and from the palette. */
export function viewCommands(
  state: ReturnType<typeof useView>,
  queries: Pick<DashboardQueries, 'refresh'>,
): readonly Command[] {
  const { view, setRefresh, setFullScreen, setKiosk } = state
  const group = t('Dashboard')
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
    ...(state.canLive.value ? [live] : []),
    ...timeCommands(state, group),
    ...(view.value.edit ? [] : kiosks),
    ...(isKiosk ? [leave] : []),
    ...(view.value.fullScreen === undefined ? [] : [all]),
  ]
}
