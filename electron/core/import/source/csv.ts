/** One record of a table: the number of the line it begins on (from 1), its cells, and the text as it stood. */
export type TableRow = { line: number; cells: string[]; text: string }

/** Longest record, in characters: a quote that is never closed would swallow the file. */
const longestRecord = 1_000_000

/** The text stops being a table: a quote that is never closed. */
export class NoTable extends Error {
  readonly line: number

  constructor(line: number) {
    super(`a quote opened at line ${line} is not closed`)
    this.line = line
  }
}

export type CsvReader = { push: (text: string) => TableRow[]; end: () => TableRow[] }

/**
 * Cuts text into records as RFC 4180 has it: quoted cells may hold delimiters, doubled quotes and line breaks;
 * lines end with LF, CRLF or CR. As spreadsheets do, a quote inside an unquoted cell is a character, and text
 * after a closing quote belongs to the cell. Empty lines are no records. Fed chunk by chunk.
 */
export function csvReader(delimiter: string): CsvReader {
  let rest = ''
  let line = 1

  function cut(ended: boolean): TableRow[] {
    const rows: TableRow[] = []
    const marks = marksOf(rest)
    let from = 0
    while (from < rest.length) {
      const end = endOfRecord(rest, from, delimiter, marks, ended)
      if (end < 0) break
      const text = rest.slice(from, end)
      if (text !== '') rows.push({ line, cells: cellsOf(text, delimiter), text })
      line += 1 + breaksIn(text)
      from = end + (rest[end] === '\r' && rest[end + 1] === '\n' ? 2 : 1)
    }
    rest = rest.slice(from)
    if (rest.length > longestRecord || (ended && rest !== '')) throw new NoTable(line)
    return rows
  }

  return {
    push: (text) => {
      rest += text
      return cut(false)
    },
    end: () => cut(true),
  }
}

/** Looks a character up from a growing position without reading the same stretch twice. */
type Marks = {
  quote: (from: number) => number
  feed: (from: number) => number
  carriage: (from: number) => number
}

function marksOf(text: string): Marks {
  const finder = (character: string) => {
    let found = -1
    return (from: number) => {
      if (found < from) {
        found = text.indexOf(character, from)
        if (found < 0) found = Number.POSITIVE_INFINITY
      }
      return found
    }
  }
  return { quote: finder('"'), feed: finder('\n'), carriage: finder('\r') }
}

/** Where the record that begins at `from` ends (at its line break); −1 when more text must come first. */
function endOfRecord(text: string, from: number, delimiter: string, marks: Marks, ended: boolean): number {
  const end = Math.min(marks.feed(from), marks.carriage(from))
  if (marks.quote(from) < end) return endOfQuoted(text, from, delimiter, ended)
  if (end === Number.POSITIVE_INFINITY) return ended ? text.length : -1
  return text[end] === '\r' && end + 1 === text.length && !ended ? -1 : end
}

function endOfQuoted(text: string, from: number, delimiter: string, ended: boolean): number {
  let cellStart = true
  for (let at = from; at < text.length; at++) {
    const character = text[at]
    if (character === '"' && cellStart) {
      at = closingQuote(text, at + 1)
      if (at < 0 || (at + 1 === text.length && !ended)) return -1
      cellStart = false
    } else if (character === '\n') return at
    // A carriage return at the very end may be half of CRLF.
    else if (character === '\r') return at + 1 === text.length && !ended ? -1 : at
    else cellStart = character === delimiter
  }
  return ended ? text.length : -1
}

/** The quote that closes a cell, doubled ones passed over; −1 when it is not there yet. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from)
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2)
  return at
}

function cellsOf(text: string, delimiter: string): string[] {
  if (!text.includes('"')) return text.split(delimiter)
  const cells: string[] = []
  let from = 0
  for (;;) {
    let cell = ''
    if (text[from] === '"') {
      const close = closingQuote(text, from + 1)
      cell = text.slice(from + 1, close).replaceAll('""', '"')
      from = close + 1
    }
    const next = text.indexOf(delimiter, from)
    cells.push(cell + text.slice(from, next < 0 ? text.length : next))
    if (next < 0) return cells
    from = next + 1
  }
}

function breaksIn(text: string): number {
  if (!text.includes('"')) return 0
  return text.match(/\r\n|\n|\r/g)?.length ?? 0
}

const delimiters = [',', ';', '\t', '|'] as const

/** The delimiter that cuts the first lines into the most cells, and most evenly. A sample's last line may be cut off. */
export function guessDelimiter(sample: string): string {
  let best = { delimiter: ',', score: 0 }
  for (const delimiter of delimiters) {
    const rows = sampleRows(delimiter, sample)
    const width = rows[0]?.cells.length ?? 0
    if (width < 2) continue
    const even = rows.filter((row) => row.cells.length === width).length / rows.length
    if (even * even * width > best.score) best = { delimiter, score: even * even * width }
  }
  return best.delimiter
}

function sampleRows(delimiter: string, sample: string): TableRow[] {
  const reader = csvReader(delimiter)
  try {
    const rows = reader.push(sample)
    return rows.length > 0 ? rows.slice(0, 50) : reader.end()
  } catch (error) {
    if (error instanceof NoTable) return []
    throw error
  }
}
