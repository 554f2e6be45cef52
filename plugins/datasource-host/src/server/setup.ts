import { HostStats, Scheduler, type ServerSetup } from '@orrery/sdk'
import { createRing } from './ring.ts'
import { createSampler } from './sampler.ts'
import { Samples } from './samples.ts'

const SECOND = 1000
const HOUR_OF_SECONDS = 3600

const setup: ServerSetup = async ({ get, provide }) => {
  const ring = createRing(HOUR_OF_SECONDS)
  const sample = createSampler(get(HostStats))
  // Rates need a reading before the first: with it, the first tick already has them.
  await sample(Date.now())
  provide(Samples, ring)
  return get(Scheduler).every(SECOND, async () => {
    const time = Date.now()
    ring.add(time, await sample(time))
  })
}
export default setup
