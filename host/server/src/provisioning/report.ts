import type { Provisioning } from '@orrery/api'
import type { ProvisioningProblem } from './documents.ts'

/** What is known of the provisioned folders. */
export interface ProvisioningReport {
  readonly now: () => Provisioning
  /** Runs a reading, and keeps what it found until the next one. */
  readonly keep: (read: () => Promise<readonly ProvisioningProblem[]>) => Promise<void>
}

export function createProvisioningReport(folders: readonly string[]): ProvisioningReport {
  let report: Provisioning = { folders: [...folders], problems: [] }
  return {
    now: () => report,
    keep: async (read) => {
      const problems = await read()
      report = { folders: [...folders], readAt: new Date().toISOString(), problems: [...problems] }
    },
  }
}
