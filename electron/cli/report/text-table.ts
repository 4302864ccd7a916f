import { wideLength } from '#shared/domain/text/wide-length.ts'
import type { WordedTable } from '#shared/i18n/report-text.ts'

/** A table for a terminal: figures to the right, Chinese characters counted as two columns. */
export function textTable({ columns, rows, total }: WordedTable): string[] {
  const lines = [...rows, ...(total ? [total] : [])].map((cells) =>
    cells.map(({ text }) => text.replaceAll(/\s+/g, ' ')),
  )
  const heads = columns.map(({ heading }) => heading)
  const widths = heads.map((head, at) =>
    lines.reduce((most, cells) => Math.max(most, wideLength(cells[at] ?? '')), wideLength(head)),
  )
  const line = (cells: readonly string[]) =>
    cells
      .map((text, at) => {
        const space = ' '.repeat(Math.max(0, (widths[at] ?? 0) - wideLength(text)))
        return columns[at]?.isFigure ? space + text : text + space
      })
      .join('  ')
      .trimEnd()
  const rule = '─'.repeat(widths.reduce((sum, one) => sum + one + 2, -2))
  const body = lines.map(line)
  const foot = total ? [rule, ...body.splice(-1)] : []
  return [line(heads), rule, ...body, ...foot]
}
