/** The first line of a file, with a byte order mark, without which spreadsheets read Chinese in the machine's own code page. */
export function csvFileHead(heads: readonly string[]): string {
  return `\uFEFF${csvLine(heads)}`
}

/**
 * RFC 4180, and harmless in a spreadsheet: what it would take for a formula (`=1+1`, `+8613800138000`), and digits that it would
 * round or cut (`007`, a document's number), begin with an apostrophe, which imports take off again.
 */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell(text: string): string {
  const formula = /^[=+@\t\r]/.test(text) || /^-(?!\d*[.,]?\d+$)/.test(text)
  const digits = /^0\d+$/.test(text) || /^\d{12,}$/.test(text)
  const safe = formula || digits ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
