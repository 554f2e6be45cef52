import type { Kernel, Migrate } from '@orrery/kernel'
import type { DatasourceSpec } from '@orrery/query'
import { isCodedError } from '@orrery/schema'
import { ServerError } from '../errors.ts'
import type { DatasourceType } from './types.ts'

/** The options in the shape of the installed plugin: DATASOURCE_VERSION when they are newer, or it cannot bring them up to date. */
export async function currentOptions(
  kernel: Kernel,
  type: DatasourceType,
  { options, version = 1 }: DatasourceSpec,
): Promise<unknown> {
  if (version === type.version) return options
  const failed = { type: type.id, version, supported: type.version }
  if (version > type.version || !type.migrates) throw new ServerError('DATASOURCE_VERSION', failed)
  // The build checked the door's default export against this contract.
  const migrate = (await kernel.openContribution('datasource', type.id, 'migrate')) as Migrate<unknown>
  try {
    return migrate(options, version)
  } catch (cause) {
    if (isCodedError(cause)) throw cause
    throw new ServerError('DATASOURCE_VERSION', failed, { cause })
  }
}
