import type { Typed } from '#renderer/base/route/typed.ts'
import type { InputOf } from '#shared/contract/index.ts'

/** What the list is narrowed to. Empty text: everybody. */
export type Filters = {
  text: string
  tier: string
  tag: string
  nationality: string
  /** The number of a segment. */
  segment: string
  inHouse: boolean
  openRequests: boolean
}

/** What is chosen from a list. */
export type Choice = 'tier' | 'tag' | 'nationality' | 'segment'

export const noFilters: Filters = {
  text: '',
  tier: '',
  tag: '',
  nationality: '',
  segment: '',
  inHouse: false,
  openRequests: false,
}

/** From the address, `?tier=gold&in=1`, and what is typed, which is never in it. */
export function filtersOf(query: Readonly<Record<string, string>>, typed: Typed): Filters {
  return {
    text: typed.text ?? '',
    tier: query.tier ?? '',
    tag: query.tag ?? '',
    nationality: query.from ?? '',
    segment: /^[1-9]\d{0,8}$/.test(query.segment ?? '') ? (query.segment ?? '') : '',
    inHouse: query.in === '1',
    openRequests: query.open === '1',
  }
}

/** To the address; what is not set is taken out of it, and the text is not for it. */
export function queryOf(filters: Omit<Filters, 'text'>): Record<string, string | undefined> {
  return {
    tier: filters.tier || undefined,
    tag: filters.tag || undefined,
    from: filters.nationality || undefined,
    segment: filters.segment || undefined,
    in: filters.inHouse ? '1' : undefined,
    open: filters.openRequests ? '1' : undefined,
  }
}

/** Longer text than any name or number: pasted by mistake, and refused by the contract. */
const LONGEST = 100

/** What `guest.search` is asked. Spaces around and a trailing one while typing change nothing. */
export function searchInput(filters: Filters): Omit<InputOf<'guest.search'>, 'after'> {
  const { text, tier, tag, nationality, segment, inHouse, openRequests } = filters
  return {
    text: text.trim().slice(0, LONGEST),
    ...(tier ? { tier } : {}),
    ...(tag ? { tag } : {}),
    ...(nationality ? { nationality } : {}),
    ...(segment ? { segment: Number(segment) } : {}),
    ...(inHouse ? { inHouse } : {}),
    ...(openRequests ? { openRequests } : {}),
  }
}

/** As many rows as can be seen, so that an answer at each key is one small request; more come once the list is scrolled. */
export function pageLimit(): number {
  return Math.min(200, Math.ceil(window.innerHeight / 28))
}

/** What the list asks first at an address. */
export function firstInput(
  query: Readonly<Record<string, string>>,
  typed: Typed,
): Omit<InputOf<'guest.search'>, 'after'> {
  return { ...searchInput(filtersOf(query, typed)), limit: pageLimit() }
}

/** Whether anything besides text narrows the list. */
export function isNarrowed(filters: Filters): boolean {
  const { tier, tag, nationality, segment, inHouse, openRequests } = filters
  return [tier, tag, nationality, segment].some((chosen) => chosen !== '') || inHouse || openRequests
}
