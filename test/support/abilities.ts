/** Programs that this machine has; tests that need another are skipped, and listed at the end of the check. */
export { programs } from '../../.ci/abilities.mjs'
