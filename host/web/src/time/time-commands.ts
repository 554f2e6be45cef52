import type { Command } from '../shell/commands.ts'
import { reporting } from '../shell/report.ts'
import { t } from '../text.ts'
import { copyRange, pasteRange } from './range-clipboard.ts'
import { rememberRange } from './recent-ranges.ts'
import type { Times } from './use-times.ts'

/** What people do with the range of a page, by keys and from the palette. */
export function timeCommands(times: Times, group: string): readonly Command[] {
  const { time, moment, setTime, zoomIn, zoomOut, pan } = times
  const paste = async () => {
    const range = await pasteRange(moment())
    rememberRange(range)
    setTime(range)
  }
  return [
    { keys: 't z', title: t('Zoom out'), group, icon: 'zoom-out', run: zoomOut },
    { keys: 't -', title: t('Zoom out'), group, keysOnly: true, run: zoomOut },
    { keys: 't +', title: t('Zoom in'), group, icon: 'zoom-in', run: zoomIn },
    { keys: 't ArrowLeft', title: t('Back by half the range'), group, icon: 'arrow-left', run: () => pan(-0.5) },
    { keys: 't ArrowRight', title: t('Forward by half the range'), group, icon: 'arrow-right', run: () => pan(0.5) },
    {
      keys: 't c',
      title: t('Copy the time range'),
      group,
      icon: 'copy',
      run: reporting(() => copyRange(time.value, moment())),
    },
    { keys: 't v', title: t('Paste a time range'), group, icon: 'clipboard-paste', run: reporting(paste) },
    ...times.quickRanges.value.map(({ title, from, to }) => ({
      title: t('Time range: {range}', { range: title }),
      group,
      icon: 'clock',
      words: `${from} ${to}`,
      run: () => setTime({ from, to }),
    })),
  ]
}
