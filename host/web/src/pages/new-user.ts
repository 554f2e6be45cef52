import { Setup } from '@orrery/api'
import { validate } from '@orrery/sdk'
import { t } from '../text.ts'

export interface NewUserInput {
  readonly name: string
  readonly password: string
  /** The password once more. */
  readonly again: string
}

/** What is wrong with what was typed, by its field. */
export type NewUserProblems = { readonly [key in keyof NewUserInput]?: string }

const { name: Name, password: Password } = Setup.properties
// A static schema keeps its limits out of its type.
const { minLength: shortest = 0, maxLength: longest = Infinity } = Password as {
  minLength?: number
  maxLength?: number
}

/** What the length of a password says; nothing else of it is judged. */
export function describeLength(password: string): string {
  const missing = shortest - password.length
  if (password === '') return t('At least {count} characters. A few words in a row are good.', { count: shortest })
  if (missing > 0) return t('{count} more character is needed. | {count} more characters are needed.', {}, missing)
  return password.length < 2 * shortest ? t('Long enough. Longer is stronger.') : t('A good length.')
}

export function checkNewUser({ name, password, again }: NewUserInput): NewUserProblems {
  const nameProblem = validate(Name, name).ok
    ? undefined
    : t('Letters, digits, “.”, “_”, “@” and “-”, beginning with a letter or digit; at most 64.')
  const passwordProblem = validate(Password, password).ok
    ? undefined
    : t('From {shortest} to {longest} characters.', { shortest, longest })
  const againProblem = password === again ? undefined : t('The two passwords are not the same.')
  return {
    ...(nameProblem !== undefined && { name: nameProblem }),
    ...(passwordProblem !== undefined && { password: passwordProblem }),
    ...(againProblem !== undefined && { again: againProblem }),
  }
}
