import { coveredPhone } from '#renderer/parts/guest/match.ts'

/** A telephone number as the guest list shows it: covered but for its tail and what was typed. Other hints are as they are. */
export function coveredHint(hint: string, typed: string): string {
  if (!/^\+?[\d\s-]{7,}$/.test(hint)) return hint
  const digits = typed.normalize('NFKC').replace(/\D/g, '')
  const at = digits === '' ? -1 : hint.indexOf(digits)
  return coveredPhone(hint, at < 0 ? [] : [[at, digits.length]])
}
