import type { May } from '../base/desk.ts'
import { bySpecificity, matchPath, paths } from '../base/route/paths.ts'
import type { Screen } from '../base/route/screen.ts'
import { screens } from './screens.ts'

const ordered = screens.toSorted((a, b) => bySpecificity(a.path, b.path))

/** The screen at an address path, with its parameters. */
export function screenAt(path: string): { screen: Screen; params: Record<string, string> } | null {
  for (const screen of ordered) {
    const params = matchPath(screen.path, path)
    if (params) return { screen, params }
  }
  return null
}

/** Screens of the rail that somebody may see, in order. */
export function railFor(may: May): Screen[] {
  return screens
    .filter((screen) => screen.rail && may(screen.right))
    .toSorted((a, b) => a.rail!.order - b.rail!.order)
}

/** Where one lands after sign-in. */
export function homePath(may: May): string {
  if (may('housekeeping') && !may('booking-read')) return paths.myRooms
  return railFor(may)[0]?.path ?? '/settings'
}
