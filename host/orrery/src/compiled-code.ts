import { mkdirSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { dirname } from 'node:path'

/**
 * Keeps the compiled form of the code that is loaded from now on, the host's and its plugins', below a folder of the data
 * folder, and takes it from there at the next start. Node writes it when the process ends. Where nothing can be written,
 * code is compiled as ever, and the host itself says what is wrong with its folder.
 */
export function cacheCode(folder: string): void {
  try {
    mkdirSync(dirname(folder), { recursive: true, mode: 0o700 })
  } catch {
    return
  }
  enableCompileCache(folder)
}
