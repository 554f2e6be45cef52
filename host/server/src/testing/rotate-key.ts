// Rotates the key of a data folder.
import { rotateSecretKey } from '../secrets/rotate.ts'

const [folder = ''] = process.argv.slice(2)
await rotateSecretKey({ folder })
