import type { AgainstName, Dashboard, DashboardSpan, HouseFigures } from './dashboard.ts'
import { isRevenue, kindOf, ratioOf } from './measures.ts'

/** The figures that each span shows, in their order. */
export const shownFigures = [
  'roomsSold',
  'occupancy',
  'adr',
  'revpar',
  'roomRevenue',
  'trevpar',
  'totalRevenue',
] as const
export type ShownFigure = (typeof shownFigures)[number]

/** The columns beside the figure itself. */
export const shownAgainst = [
  'budget',
  'last-year',
  'same-weekday',
  'festival',
  'same-moment',
] as const satisfies readonly AgainstName[]

const ofLedger: readonly ShownFigure[] = ['trevpar', 'totalRevenue']

/** What a reader may see: without revenue, no figure of money; without a posting, none of the ledger. */
export function figuresFor({
  withoutRevenue,
  spans,
}: Pick<Dashboard, 'withoutRevenue' | 'spans'>): ShownFigure[] {
  const isPosted = spans.some(({ figures }) => figures.totalRevenue !== null)
  return shownFigures.filter(
    (name) => !(withoutRevenue && isRevenue(name)) && (isPosted || !ofLedger.includes(name)),
  )
}

/** By how much a figure differs from another: a share in points, all else as a part of the other. Null where one of them does not exist. */
export function differenceOf(
  name: ShownFigure,
  own: HouseFigures,
  other: HouseFigures | null,
): { points: number } | { part: number } | null {
  const [a, b] = [own[name], other?.[name] ?? null]
  if (a === null || b === null) return null
  if (kindOf(name) === 'share') return { points: a - b }
  const part = ratioOf(a - b, b)
  return part === null ? null : { part }
}

/** What a span is best held against, for the sentence above; null where nothing of it is known. */
export function bestKnown({ against }: DashboardSpan) {
  const known = (['same-weekday', 'last-year', 'budget'] as const).find((name) => against[name] !== null)
  return known ?? null
}
