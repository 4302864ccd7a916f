import { withoutUnseen } from '../name/name.ts'
import { withoutCards } from './card-number.ts'

const longest = 200
/** Control characters, those that turn the reading direction (`gpj.exe` read backwards), and marks piled on a letter. */
const LYING = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]|(?<=\p{M}{3})\p{M}/gu

/**
 * The name of a file as it may be kept and shown: the last part of a path, whole characters, nothing that lies about
 * how it reads, no payment card's number; `file` where nothing is left.
 */
export function plainFileName(name: string): string {
  const last = name.toWellFormed().split(/[\\/]/).at(-1) ?? ''
  return withoutCards(withoutUnseen(last).replace(LYING, '')).slice(0, longest).trim() || 'file'
}
