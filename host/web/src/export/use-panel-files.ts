import type { Frame, TimeRange } from '@orrery/sdk'
import { reporting } from '../shell/report.ts'
import { downloadFile } from './download.ts'
import { rangeFileName } from './file-name.ts'
import type { DataFormat, FileRequest } from './write-file.ts'

export type PanelFormat = DataFormat | 'png'
export type PanelFileOptions = Pick<FileRequest, 'header' | 'shownBy'>

/** What is on the panel now. */
export interface PanelContent {
  readonly title: string
  readonly frames: readonly Frame[]
  readonly range: TimeRange
  readonly timeZone: string
  /** What is drawn; a picture needs it. */
  readonly element?: HTMLElement | null | undefined
}

/** Saves what is on a panel as a file. A failure is told as a message. */
export function usePanelFiles(content: () => PanelContent) {
  return reporting(async (format: PanelFormat, options: PanelFileOptions = {}) => {
    const { title, frames, range, timeZone, element } = content()
    const name = `${rangeFileName(title, range, timeZone)}.${format}`
    // What few ask for is loaded when they do.
    if (format !== 'png') {
      const { makeFile } = await import('./make-file.ts')
      return downloadFile(name, await makeFile(frames, { format, title, range, timeZone, ...options }))
    }
    const { toPicture } = await import('./picture.ts')
    if (element) downloadFile(name, await toPicture(element))
  })
}
