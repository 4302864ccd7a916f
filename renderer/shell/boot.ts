import { askAhead } from '#renderer/api/asked-ahead.ts'
import { httpClient } from '#renderer/api/http.ts'
import { ipcClient } from '#renderer/api/ipc.ts'
import { languageLeft, markLanguage, markTheme, themeLeft } from '#renderer/base/left-look.ts'
import { matchPath, paths } from '#renderer/base/route/paths.ts'
import { takeTyped, typedAt } from '#renderer/base/route/typed.ts'
import { firstInput } from '#renderer/features/guest/list/filters.ts'

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
if (matchPath(paths.guests, location.pathname)) {
  const query = Object.fromEntries(new URLSearchParams(location.search))
  takeTyped()
  askAhead(client, 'guest.search', firstInput(query, typedAt(Number(history.state?.key ?? 0))), language)
}
