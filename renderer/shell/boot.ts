import { askAhead } from '#renderer/api/asked-ahead.ts'
import { httpClient } from '#renderer/api/http.ts'
import { ipcClient } from '#renderer/api/ipc.ts'
import { languageLeft, markLanguage, markTheme, themeLeft } from '#renderer/base/left-look.ts'
import { matchPath, paths } from '#renderer/base/route/paths.ts'
import { takeTyped, typedAt } from '#renderer/base/route/typed.ts'
import { firstInput } from '#renderer/features/guest/list/filters.ts'
import type { GuestId } from '#shared/values/index.ts'

/**
 * Runs before the first paint and before the program is loaded: theme and language as they were left, and the questions
 * the program begins with. A small script of its own (electron.vite.config.ts), because the page allows no inline one.
 */
const language = languageLeft()
markTheme(themeLeft())
markLanguage(language)

const client = window.keyrack ? ipcClient(window.keyrack) : httpClient()
askAhead(client, 'setup.state', {}, language)
askAhead(client, 'access.session', {}, language)
askAhead(client, 'hotel.state', {}, language)
loadBeside(location.pathname)
const query = Object.fromEntries(new URLSearchParams(location.search))
const guest = matchPath(paths.guest, location.pathname)?.id ?? (isNewBooking() ? query.guest : undefined)
if (guest) askAhead(client, 'guest.profile', { id: Number(guest) as GuestId }, language)
if (isNewBooking()) {
  askAhead(client, 'room.listTypes', {}, language)
  askAhead(client, 'rate.list', {}, language)
  askAhead(client, 'room.list', {}, language)
}
if (matchPath(paths.guests, location.pathname)) {
  takeTyped()
  askAhead(client, 'guest.search', firstInput(query, typedAt(Number(history.state?.key ?? 0))), language)
}

function isNewBooking(): boolean {
  return matchPath(paths.newBooking, location.pathname) !== null
}

/** Has the browser read and compile the screen's files beside the program, not after it (electron.vite.config.ts). */
function loadBeside(path: string): void {
  const meta = document.querySelector<HTMLMetaElement>('meta[name=keyrack-files]')
  const files = JSON.parse(meta?.content ?? '{}') as Record<string, string[]>
  const pattern = Object.keys(files).find((one) => matchPath(one, path))
  for (const file of pattern ? (files[pattern] ?? []) : []) {
    const link = document.createElement('link')
    link.href = file
    if (file.endsWith('.css')) Object.assign(link, { rel: 'preload', as: 'style' })
    else link.rel = 'modulepreload'
    document.head.append(link)
  }
}
