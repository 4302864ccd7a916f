import { parse } from 'csv-parse'

/** One record of a table: the number of the line it begins on (from 1), its cells, and the text as it was. */
export type TableRow = {
  line: number
  cells: string[]
  text: string
  /** Cells of a workbook that hold no value but an error or a formula without its result, by their column from 0. */
  broken?: ReadonlyMap<number, 'cellError' | 'cellFormula'>
  /** Columns, from 0, whose cell of a workbook is a number of more digits than a spreadsheet keeps. */
  rounded?: ReadonlySet<number>
  /** Columns, from 0, whose cell is merged over several rows, each with the lines of the first and the last. */
  shared?: ReadonlyMap<number, { first: number; last: number }>
  /** Cells merged over several columns, by their first and last, from 0. */
  across?: readonly { left: number; right: number }[]
  /** A workbook does not show the row: a filter or a person hid it. */
  hidden?: boolean
}

/** The cells of a row as a line of CSV. */
export function rowText(cells: readonly string[]): string {
  return cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')
}

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
 * Cuts text into records with csv-parse: quoted cells may hold delimiters, doubled quotes and line breaks; lines end
 * with LF, CRLF or CR. A quote inside an unquoted cell is a character; a cell with text after its closing quote is
 * kept as it is. Empty lines are no records. Fed chunk by chunk.
 */
export function csvReader(delimiter: string): CsvReader {
  const ready: TableRow[] = []
  let line = 1
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    raw: true,
    max_record_size: longestRecord,
    on_record: (found: unknown) => {
      const { record, raw } = found as { record: string[]; raw: string }
      const lead = raw.length - raw.replace(/^[\r\n]+/, '').length
      line += breaksIn(raw.slice(0, lead))
      const text = raw.slice(lead).replace(/[\r\n]+$/, '')
      ready.push({ line, cells: record, text })
      line += breaksIn(raw.slice(lead))
      return null
    },
  })
  // What goes wrong is asked for after each push; without a listener it would be thrown from nowhere as well.
  parser.on('error', () => undefined)

  function taken(): TableRow[] {
    if (parser.errored) throw new NoTable(line)
    return ready.splice(0)
  }

  return {
    push: (text) => {
      parser.write(text)
      return taken()
    },
    end: () => {
      parser.end()
      return taken()
    },
  }
}

function breaksIn(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0
}

const delimiters = [',', ';', '\t', '|'] as const

/** Lines of a title above the headings, which may have delimiters of their own or none. */
const mostTitleLines = 5
/** That a table begins below a title is less likely than that it begins with the first line. */
const belowTitle = 0.45

/** The delimiter that cuts the first lines into the most cells, and most evenly. A sample's last line may be cut off. */
export function guessDelimiter(sample: string): string {
  let best = { delimiter: ',', score: 0 }
  for (const delimiter of delimiters) {
    const rows = sampleRows(delimiter, sample)
    for (const [first, { cells }] of rows.slice(0, mostTitleLines + 1).entries()) {
      const width = cells.length
      if (width < 2) continue
      const even = rows.slice(first).filter((row) => row.cells.length === width).length / rows.length
      const score = even * even * width * (first === 0 ? 1 : belowTitle)
      if (score > best.score) best = { delimiter, score }
    }
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
