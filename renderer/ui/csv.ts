/** The first line of a file, with a byte order mark, without which spreadsheets read Chinese in the machine's own code page. */
export function csvFileHead(heads: readonly string[]): string {
  return `\uFEFF${csvLine(heads)}`
}

/** RFC 4180, and harmless in a spreadsheet: what would be treated as a formula begins with an apostrophe. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell(text: string): string {
  const formula = /^[=+@\t\r]/.test(text) || /^-(?!\d*[.,]?\d+$)/.test(text)
  const safe = formula ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
