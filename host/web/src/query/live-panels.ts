import type { WireMessage } from '@orrery/query'
import { LivePanel } from './live-panel.ts'

export interface LivePanelsOptions {
  /** Calls back when the page draws next. */
  readonly onNextFrame: (draw: () => void) => void
  /** Something has come for the panel. */
  readonly draw: (panel: string, live: LivePanel) => void
  /** Something is missing: the panel must be asked for anew. */
  readonly onGap: (panel: string) => void
}

/** The panels that are followed. What comes for them is taken once a frame, however often it comes. */
export interface LivePanels {
  /** How far the queries of a panel were followed. */
  readonly positions: (panel: string) => ReturnType<LivePanel['positions']>
  readonly push: (panel: string, message: WireMessage) => void
  /** Takes now what has come for the panel. */
  readonly take: (panel: string) => void
  /** Whether there is something to show. */
  readonly has: (panel: string) => boolean
  /** Of all panels when omitted. */
  readonly forget: (panel?: string) => void
}

export function createLivePanels({ onNextFrame, draw, onGap }: LivePanelsOptions): LivePanels {
  const panels = new Map<string, LivePanel>()
  const changed = new Set<string>()
  let isWaiting = false

  const take = (panel: string) => {
    const live = panels.get(panel)
    if (!changed.delete(panel) || !live) return
    if (live.advance()) return live.hasFrames && draw(panel, live)
    panels.delete(panel)
    onGap(panel)
  }
  const takeAll = () => {
    isWaiting = false
    for (const panel of changed) take(panel)
  }

  return {
    positions: (panel) => panels.get(panel)?.positions() ?? {},
    push: (panel, message) => {
      const live = panels.get(panel) ?? new LivePanel()
      panels.set(panel, live)
      live.push(message)
      changed.add(panel)
      if (isWaiting) return
      isWaiting = true
      onNextFrame(takeAll)
    },
    take: (panel) => void take(panel),
    has: (panel) => panels.get(panel)?.hasFrames ?? false,
    forget: (panel) => void (panel === undefined ? panels.clear() : panels.delete(panel)),
  }
}
