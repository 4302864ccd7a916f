import type { Dashboard, HouseFigures } from '#shared/domain/report/dashboard.ts'
import type { Column, ReportResult, SentenceValue, Table } from '#shared/domain/report/result.ts'

/** A report for whom the hotel shows no revenue: its columns of money are not there, nor charts and sentences that show them. */
export function withoutMoney(result: ReportResult): ReportResult {
  const tables = result.tables.map(withoutColumns) as unknown as ReportResult['tables']
  const hidden = new Set(
    result.tables.flatMap(({ columns }) => columns.filter(isMoney).map(({ key }) => key)),
  )
  const charts = result.charts
    .map((chart) => ({ ...chart, y: chart.y.filter((key) => !hidden.has(key)) }))
    .filter(({ y }) => y.length > 0)
  const says = result.says && !Object.values(result.says.params).some(showsMoney) ? result.says : null
  return { ...result, tables, charts, says, withoutRevenue: true }
}

/** The dashboard for whom the hotel shows no revenue: its money is null or nothing, and `withoutRevenue` says so. */
export function dashboardWithoutMoney(found: Dashboard): Dashboard {
  const bare = (figures: HouseFigures): HouseFigures => ({
    ...figures,
    roomRevenue: 0,
    adr: null,
    revpar: null,
    totalRevenue: null,
    trevpar: null,
  })
  return {
    ...found,
    spans: found.spans.map((span) => ({
      ...span,
      figures: bare(span.figures),
      against: Object.fromEntries(
        Object.entries(span.against).map(([name, figures]) => [name, figures && bare(figures)]),
      ) as typeof span.against,
    })),
    pickUps: found.pickUps.map((one) => ({ ...one, net: one.net && { ...one.net, roomRevenue: 0 } })),
    loyalty: { ...found.loyalty, memberRevenue: 0, revenue: 0 },
    days: found.days.map(({ totalRevenue: _total, ...day }) => ({ ...day, roomRevenue: 0 })),
    withoutRevenue: true,
  }
}

function isMoney({ kind, revenue }: Column): boolean {
  return revenue === true || kind === 'money'
}

function showsMoney(value: SentenceValue): boolean {
  return typeof value === 'object' && isMoney(value.column)
}

function withoutColumns(table: Table): Table {
  const columns = table.columns.filter((column) => !isMoney(column))
  const only = (row: Table['rows'][number]) =>
    Object.fromEntries(columns.map(({ key }) => [key, row[key] ?? null]))
  return { ...table, columns, rows: table.rows.map(only), total: table.total && only(table.total) }
}
