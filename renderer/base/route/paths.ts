/** Every address of the program. A screen is registered under one of these (app/screens.ts). */
export const paths = {
  today: '/today',
  guests: '/guests',
  guest: '/guests/:id',
  bookings: '/bookings',
  newBooking: '/bookings/new',
  booking: '/bookings/:id',
  checkIn: '/bookings/:id/check-in',
  checkOut: '/bookings/:id/check-out',
  folios: '/folios',
  folio: '/folios/:id',
  cashier: '/cashier',
  housekeeping: '/housekeeping',
  myRooms: '/housekeeping/my',
  housekeepingNotes: '/housekeeping/notes',
  housekeepingForecast: '/housekeeping/forecast',
  registration: '/registration',
  close: '/close',
  requests: '/requests',
  house: '/house',
  import: '/import',
  changes: '/changes',
  insight: '/insight',
  insightSection: '/insight/:section',
  reports: '/reports',
  report: '/reports/:name',
  settings: '/settings',
  settingsSection: '/settings/:section',
} as const

export type Pattern = (typeof paths)[keyof typeof paths]

/** The parameters a pattern names: `/guests/:id` → `{ id }`. */
export type ParamsOf<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? { [K in Name | keyof ParamsOf<Rest>]: string }
  : P extends `${string}:${infer Name}`
    ? { [K in Name]: string }
    : Record<never, string>

type Given<P extends string> = { [K in keyof ParamsOf<P>]: string | number }
export type QueryValues = Readonly<Record<string, string | number | undefined | null>>

/** The address of a screen: `href(paths.guest, { id: 12 })` → `/guests/12`. Empty query values are left out. */
export function href<P extends Pattern>(
  pattern: P,
  ...rest: keyof ParamsOf<P> extends never
    ? [params?: undefined, query?: QueryValues]
    : [params: Given<P>, query?: QueryValues]
): string {
  const [params, query] = rest as [Record<string, string | number> | undefined, QueryValues | undefined]
  const path = pattern.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(params?.[name] ?? '')),
  )
  return path + queryText(query ?? {})
}

/** `{ text: '王', tier: undefined }` → `?text=%E7%8E%8B`. */
export function queryText(query: QueryValues): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value))
  }
  const text = search.toString()
  return text ? `?${text}` : ''
}

/** Parameters when a path fits a pattern, null when it does not. A trailing slash does not matter. */
export function matchPath(pattern: string, path: string): Record<string, string> | null {
  const wanted = parts(pattern)
  const given = parts(path)
  if (wanted.length !== given.length) return null
  const params: Record<string, string> = {}
  for (const [index, want] of wanted.entries()) {
    const got = given[index] ?? ''
    if (want.startsWith(':')) {
      const value = decoded(got)
      if (value === null) return null
      params[want.slice(1)] = value
    } else if (want !== got) return null
  }
  return params
}

/** Fixed words before parameters, so that /bookings/new is not mistaken for a booking called “new”. */
export function bySpecificity(a: string, b: string): number {
  return weight(b) - weight(a)
}

function weight(pattern: string): number {
  return parts(pattern).reduce((sum, part) => sum * 2 + (part.startsWith(':') ? 0 : 1), 1)
}

function parts(path: string): string[] {
  return path.split('/').filter(Boolean)
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
