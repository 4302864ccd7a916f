import { createRoot } from 'react-dom/client'
import { forgetAhead, takeAhead } from '#renderer/api/asked-ahead.ts'
import { type Client, type ClientReply, chooseClient } from '#renderer/api/client.ts'
import { httpClient } from '#renderer/api/http.ts'
import { ipcClient } from '#renderer/api/ipc.ts'
import { browserPlatform, choosePlatform, desktopPlatform } from '#renderer/api/platform.ts'
import { watchAttendance } from '#renderer/api/watch-attendance.ts'
import { followEvents, noteReply, startSession } from '../api/session.ts'
import { mayWith, useDesk } from '../base/desk.ts'
import { keepDraftsAtClose } from '../base/drafts/use-draft.ts'
import { listenToKeys } from '../base/keys/listen.ts'
import { currentLanguage, startLanguage } from '../base/language.ts'
import { getLocation, type Location, listenToSteps } from '../base/route/route.tsx'
import { askAheadOf, loadScreen } from '../base/route/screen.ts'
import { WithAntd, whenIdle } from '../ui/lazy-antd.tsx'
import { App } from './app.tsx'
import { screenAt } from './find-screen.ts'
import { screens } from './screens.ts'

/** The store answers in a few milliseconds; where it does not, the page is drawn without. */
const AHEAD_MS = 300
/** On a machine that is never idle. */
const LATEST_MS = 10_000

/** Every call says the language on screen; every reply is looked at once, so that a lost session locks the screen for every caller. */
function watched(client: Client): Client {
  return {
    on: client.on,
    again: client.again,
    async call(name, input, options) {
      const language = currentLanguage()
      const ahead = takeAhead(name, input, language)
      const reply = await (ahead ?? client.call(name, input, { ...options, language }))
      noteReply(reply as ClientReply)
      return reply as ClientReply<typeof name>
    },
  }
}

const bridge = window.keyrack
startLanguage()
chooseClient(watched(bridge ? ipcClient(bridge) : httpClient()))
choosePlatform(bridge ? desktopPlatform(bridge) : browserPlatform())
listenToKeys(window)
keepDraftsAtClose()
watchAttendance()
listenToSteps(askAheadAt)
void start()

/** A function: a file that waits while it is evaluated would wait for ever for a screen that is in the same file. */
async function start(): Promise<void> {
  const found = screenAt(window.location.pathname)
  const loaded = found && loadScreen(found.screen)
  const widgets = found && !found.screen.plain ? WithAntd.preload() : undefined
  await startSession()
  // Drawn once, with its rows: the skeleton of the page stands until then, and what does not come is told by the screen
  if (found && useDesk.getState().phase === 'in') {
    const query = getLocation().query
    const ahead = loaded?.then((page) => page.ahead?.({ params: found.params, query }))
    await Promise.allSettled([loaded, widgets, Promise.race([ahead, later(AHEAD_MS)])])
  }
  createRoot(document.getElementById('root')!).render(<App />)
  forgetAhead()
  // Once the first rows are painted: the stream is one more request, and its first news draws the status line again
  whenIdle(followEvents)
  whenIdle(() => void loadSoon(), { timeoutMs: LATEST_MS })
}

/** What a clerk goes to next, one after the other, so that no key has to wait for all of them. */
async function loadSoon(): Promise<void> {
  await WithAntd.preload()
  for (const screen of screens.filter((one) => one.soon)) {
    await new Promise<void>((resolve) => void whenIdle(resolve, { timeoutMs: LATEST_MS }))
    await loadScreen(screen)
  }
}

/** With the key that leads there, not only once it is drawn. */
function askAheadAt({ path, query }: Location): void {
  const found = screenAt(path)
  const { phase, user } = useDesk.getState()
  if (!found || !user || phase !== 'in') return
  const { right } = found.screen
  if (right === undefined || mayWith(user)(right)) askAheadOf(found.screen, { params: found.params, query })
}

function later(ms: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, ms))
}
