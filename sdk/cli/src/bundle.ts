import { build, type InlineConfig, type Rolldown } from 'vite'
import { stripVTControlCharacters } from 'node:util'
import { CodedError } from '@orrery/schema'
import { PluginBuildError } from './errors.ts'

export type BundledFile = Rolldown.OutputChunk | Rolldown.OutputAsset

/** Runs one Vite build. A coded error of our own Vite plugins comes out as it is, any other as PLUGIN_BUILD_BUNDLE_FAILED. */
export async function bundle(what: string, config: InlineConfig): Promise<BundledFile[]> {
  try {
    const outputs = [
      await build({ ...config, configFile: false, logLevel: 'silent' }),
    ].flat() as Rolldown.RolldownOutput[]
    return outputs.flatMap(({ output }): BundledFile[] => output)
  } catch (error) {
    throw (
      codedCause(error) ??
      new PluginBuildError('PLUGIN_BUILD_BUNDLE_FAILED', { what, reason: reasonOf(error) }, { cause: error })
    )
  }
}

/** What a Vite plugin throws to end the build with a coded error: Rolldown overwrites the `code` of the error it catches. */
export const stopWith = (error: CodedError): Error => new Error(error.message, { cause: error })

/** Rolldown wraps what a plugin threw, alone or in a list. */
function codedCause(error: unknown): Error | undefined {
  if (error instanceof CodedError) return error
  if (!(error instanceof Error)) return undefined
  const { errors = [] } = error as { errors?: readonly unknown[] }
  for (const inner of [error.cause, ...errors]) {
    const found = codedCause(inner)
    if (found) return found
  }
  return undefined
}

const reasonOf = (error: unknown) =>
  stripVTControlCharacters(String(error instanceof Error ? error.message : error))
    .split('\n')
    .filter((line) => line.trim() !== '' && !/^\s+at |^Build failed with/.test(line))
    .join('\n')
