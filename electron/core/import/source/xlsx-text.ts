/** A character that XML can't hold, or that would be lost in it, as spreadsheets write it: `_x000D_`. */
const escaped = /_x([0-9A-Fa-f]{4})_/g

/** A text as a person sees it in the spreadsheet. `_x005F_` is an underline, so that `_x005F_x000D_` is `_x000D_`. */
export function decodedText(text: string): string {
  if (!text.includes('_x')) return text
  return text
    .replace(escaped, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .toWellFormed()
}

/** A spreadsheet keeps 15 digits of a number: an ID of 18 typed as a number ends in zeros, whatever it ended in. */
const firstRounded = 1e15
const plainInteger = { useGrouping: false, maximumFractionDigits: 0 } as const

/** Whether a number cell's last digits may be lost. */
export function isRounded(value: string): boolean {
  return Math.abs(Number(value)) >= firstRounded
}

/**
 * A number has a point for its decimals, and says so where 75.125 could be read as thousands: 75.1250. One whose last
 * digits may be lost keeps those that are in the file, and is written without an exponent.
 */
export function numberText(value: string): string {
  const number = Number(value)
  if (isRounded(value) && Number.isFinite(number))
    return /^-?\d+$/.test(value.trim()) ? value.trim() : number.toLocaleString('en-US', plainInteger)
  // 9.9499999999999993 is how a spreadsheet keeps the 9.95 that was typed.
  const text = String(number)
  return /^-?\d{1,3}\.\d{3}$/.test(text) ? `${text}0` : text
}

/** The day, and the time where it has one, of a cell that holds a date as text (`2026-03-05T14:30:00`). */
export function dateText(value: string): string {
  const parts = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}):\d{2}(?:\.\d+)?$/.exec(value.trim())
  if (!parts) return value.trim()
  return parts[2] === '00:00' ? String(parts[1]) : `${parts[1]} ${parts[2]}`
}
