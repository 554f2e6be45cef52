import { isSecretRef } from '@orrery/schema'
import { t } from '../text.ts'

/** In words, where the secret is that a document refers to; undefined for a secret that is typed here. */
export function describeStored(value: unknown): string | undefined {
  if (!isSecretRef(value)) return undefined
  if ('$env' in value) return t('From the environment variable {name}', { name: value.$env })
  if ('$file' in value) return t('From the file {name}', { name: value.$file })
  return t('Stored, encrypted')
}
