import { programs as found } from '../../.ci/abilities.mjs'

/** Programs that this machine has; tests that need another are skipped, and listed at the end of the check. */
export const programs: Readonly<Record<'chromium' | 'prometheus' | 'node-exporter', string | undefined>> = found
