import type { AgainstName, DashboardSpan, HouseFigures } from './dashboard.ts'
import { isRevenue, kindOf, ratioOf } from './measures.ts'

/** The figures that each span shows, in their order. */
export const shownFigures = ['roomsSold', 'occupancy', 'adr', 'revpar', 'roomRevenue'] as const
export type ShownFigure = (typeof shownFigures)[number]

/** The columns beside the figure itself. */
export const shownAgainst = [
  'budget',
  'last-year',
  'same-weekday',
  'festival',
  'same-moment',
] as const satisfies readonly AgainstName[]

/** What a reader may see: without revenue, no figure of money. */
export function figuresFor(withoutRevenue: boolean): ShownFigure[] {
  return shownFigures.filter((name) => !(withoutRevenue && isRevenue(name)))
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
