import type { ExploreResult } from '../domain/report/explore/explore.ts'
import type { Cell, Column, Row, Table } from '../domain/report/result.ts'
import { exploreText } from './explore-text.ts'
import { words } from './index.ts'
import { type CellContext, cellText } from './report-cell.ts'
import { aboutFacts } from './report-facts.ts'
import { columnHeading, type PageResult } from './report-text.ts'

/** A pivot as one table, for its paper and its files: a column for each head and figure, the grand total last. */
export function explorePage(found: ExploreResult, context: CellContext): PageResult {
  const { language } = context
  const table = pivotTable(found, context)
  const { asOf, hotel, period, names, notes, withoutRevenue } = found
  return {
    name: 'explore',
    title: words(language, 'explore.title'),
    facts: aboutFacts({ hotel, period, tables: [table], asOf }, [exploreText(found.ask, language)], context),
    parameters: { ask: JSON.stringify(found.ask) },
    period,
    asOf,
    weekStarts: 'monday',
    hotel,
    withoutRevenue,
    says: null,
    notes,
    names,
    tables: [table],
    charts: [],
    headings: {},
    drawnOnly: [],
  }
}

/** Where groups have totals, rows are named in words: a total is none of its dimension's values. */
function pivotTable({ heads, pivot }: ExploreResult, context: CellContext): Table {
  const total = words(context.language, 'explore.total')
  const hasGroups = heads.rows.length > 1 && pivot.rows.some(({ keys }) => isBetween(keys, heads.rows))
  const first: readonly Column[] =
    heads.rows.length === 0 ? [{ key: 'total', kind: 'text', heading: total }] : heads.rows
  const named = first.map((column): Column => {
    const heading = columnHeading(column, context.language)
    return hasGroups ? { key: column.key, kind: 'text', heading } : column
  })
  const figures = pivot.columns.flatMap((head, at) =>
    heads.measures.map((measure): Column => {
      const across = head.keys.map((key, place) => cellText(key, heads.columns[place] as Column, context))
      if (head.keys.length < heads.columns.length) across.push(total)
      const heading = [...across, columnHeading(measure, context.language)].join(' · ')
      return { ...measure, key: `${measure.key}-${at}`, heading }
    }),
  )
  const lines = pivot.rows.map(({ keys }, at) => {
    const cells = (pivot.cells[at] ?? []).flat()
    return { keys, figures: Object.fromEntries(figures.map(({ key }, place) => [key, cells[place] ?? null])) }
  })
  const name = (keys: readonly Cell[]): Row =>
    Object.fromEntries(
      named.map(({ key }, place): [string, Cell] => {
        const isTotal = place === keys.length
        const value = keys[place] ?? null
        if (!hasGroups) return [key, place < keys.length ? value : total]
        return [
          key,
          isTotal ? total : place < keys.length ? cellText(value, first[place] as Column, context) : '',
        ]
      }),
    )
  const isAll = ({ keys }: { keys: readonly Cell[] }) => heads.rows.length > 0 && keys.length === 0
  return {
    key: 'main',
    columns: [...named, ...figures],
    rows: lines.filter((line) => !isAll(line)).map((line) => ({ ...name(line.keys), ...line.figures })),
    total: lines.find(isAll)?.figures ?? null,
  }
}

/** A total of a group: it names some of the dimensions. */
function isBetween(keys: readonly Cell[], columns: readonly Column[]): boolean {
  return keys.length > 0 && keys.length < columns.length
}
