import type { ChartAsk, Table } from '#shared/domain/report/result.ts'

/** A drawing of a table's figure by its first column, with the sentence that names where it is highest. */
export function chartOf(
  table: Table,
  kind: ChartAsk['kind'],
  measure: string,
  quiet?: readonly string[],
): ChartAsk {
  const [along] = table.columns
  const figure = table.columns.find(({ key }) => key === measure)
  if (!along || !figure) throw new Error(`a chart of ${measure} has no column`)
  const rows = table.rows.filter((row) => typeof row[measure] === 'number')
  const top = rows.toSorted((a, b) => Number(b[measure]) - Number(a[measure]))[0]
  const params = {
    by: `reportColumn.${along.heading ?? along.key}`,
    measure: `reportColumn.${figure.heading ?? measure}`,
  }
  return {
    kind,
    table: table.key,
    x: along.key,
    y: [measure],
    ...(quiet ? { quiet } : {}),
    says: top
      ? {
          code: 'highest',
          params: {
            ...params,
            top: { cell: top[along.key] ?? null, column: along },
            value: { cell: top[measure] ?? null, column: figure },
          },
        }
      : { code: 'nothingToDraw', params },
  }
}
