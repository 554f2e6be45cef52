import { defineErrors } from '@orrery/schema'

/** What is wrong at one place of a dashboard's spec. */
export interface DashboardProblem {
  /** JSON pointer into the spec: `/layout/items/2`. */
  readonly path: string
  /** Plain words that follow the place. */
  readonly message: string
}

const shown = 5

export const DashboardError = defineErrors('DashboardError', {
  DASHBOARD_INVALID: {
    status: 400,
    message: ({ problems }: { problems: readonly DashboardProblem[] }) => {
      const listed = problems.slice(0, shown).map(({ path, message }) => `${path} ${message}`)
      const more = problems.length > shown ? `; and ${problems.length - shown} more` : ''
      return `The dashboard contradicts itself: ${listed.join('; ')}${more}. Correct these places and save again.`
    },
  },
  FOLDER_CYCLE: {
    status: 409,
    message: ({ folder, inside }: { folder: string; inside: string }) =>
      `The folder "${folder}" cannot stand in the folder "${inside}", which stands in it. Choose another folder.`,
  },
})
export type DashboardError = InstanceType<typeof DashboardError>
