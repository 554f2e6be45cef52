import type { AnnotationBody, AnnotationRecord } from '@orrery/api'
import { parseTime } from '@orrery/query'
import type { AnnotatedTime } from '@orrery/ui'
import { isCodedError } from '@orrery/sdk'
import { problemText } from '../locales/problem-text.ts'
import { t } from '../text.ts'
import { fromEditable, toEditable } from '../time/time-text.ts'

/** An annotation as the dialog edits it. */
export interface AnnotationDraft {
  /** Of one that is there already. */
  readonly id: string | undefined
  readonly dashboard: string | undefined
  /** The panel that alone shows it, or would. */
  readonly panel: string | undefined
  readonly isOfPanel: boolean
  readonly text: string
  readonly tags: readonly string[]
  /** As people write times; the end is empty for a moment. */
  readonly from: string
  readonly to: string
}

const textOf = (time: number, zone: string) => toEditable(String(time), zone)

export const newDraft = (
  { time, timeEnd }: AnnotatedTime,
  { dashboard, panel, zone }: { readonly dashboard: string; readonly panel: string; readonly zone: string },
): AnnotationDraft => ({
  id: undefined,
  dashboard,
  panel,
  isOfPanel: false,
  text: '',
  tags: [],
  from: textOf(time, zone),
  to: timeEnd === undefined ? '' : textOf(timeEnd, zone),
})

/** `panel`: the one in which it is edited. */
export const draftOf = (
  record: AnnotationRecord,
  { panel, zone }: { readonly panel: string | undefined; readonly zone: string },
): AnnotationDraft => ({
  id: record.id,
  dashboard: record.dashboard,
  panel: record.panel ?? panel,
  isOfPanel: record.panel !== undefined,
  text: record.text,
  tags: record.tags,
  from: textOf(record.time, zone),
  to: record.timeEnd === undefined ? '' : textOf(record.timeEnd, zone),
})

export interface ReadDraft {
  /** Undefined as long as something is wrong or missing. */
  readonly body?: AnnotationBody
  readonly fromProblem?: string
  readonly toProblem?: string
}

/** What the host is to keep, or what is wrong with it. */
export function readDraft(draft: AnnotationDraft, zone: string): ReadDraft {
  const read = (text: string): { readonly time?: number; readonly problem?: string } => {
    try {
      return { time: Math.round(parseTime(fromEditable(text), Date.now(), { zone })) }
    } catch (error) {
      return { problem: isCodedError(error) ? problemText({ ...error, detail: error.message }) : String(error) }
    }
  }
  const begin = read(draft.from)
  const end = draft.to.trim() === '' ? {} : read(draft.to)
  const isReversed = begin.time !== undefined && end.time !== undefined && end.time < begin.time
  const toProblem = isReversed ? t('The end lies before the begin.') : end.problem
  const problems = {
    ...(begin.problem !== undefined && { fromProblem: begin.problem }),
    ...(toProblem !== undefined && { toProblem }),
  }
  const text = draft.text.trim()
  if (text === '' || begin.time === undefined || toProblem !== undefined) return problems
  const { dashboard, panel, isOfPanel, tags } = draft
  return {
    body: {
      time: begin.time,
      ...(end.time !== undefined && end.time > begin.time && { timeEnd: end.time }),
      ...(dashboard !== undefined && { dashboard }),
      ...(isOfPanel && panel !== undefined && { panel }),
      text,
      tags: [...tags],
    },
  }
}
