import { access } from './access.ts'
import { common } from './common.ts'
import { fault, invalid } from './fault.ts'
import { field } from './field.ts'
import { keys } from './keys.ts'
import { refusal } from './refusal.ts'
import { shell } from './shell.ts'

/** The English catalogue: the source of all key types. Each area adds its file here, one line. */
export const en = {
  access,
  common,
  fault,
  field,
  invalid,
  keys,
  refusal,
  shell,
}
