import { createRoot } from 'react-dom/client'
import { forgetAhead, takeAhead } from '#renderer/api/asked-ahead.ts'
import { type Client, type ClientReply, chooseClient } from '#renderer/api/client.ts'
import { httpClient } from '#renderer/api/http.ts'
import { ipcClient } from '#renderer/api/ipc.ts'
import { browserPlatform, choosePlatform, desktopPlatform } from '#renderer/api/platform.ts'
import { watchAttendance } from '#renderer/api/watch-attendance.ts'
import { followEvents, noteReply, startSession } from '../api/session.ts'
import { keepDraftsAtClose } from '../base/drafts/use-draft.ts'
import { listenToKeys } from '../base/keys/listen.ts'
import { currentLanguage, startLanguage } from '../base/language.ts'
import { getLocation } from '../base/route/route.tsx'
import { loadScreen } from '../base/route/screen.ts'
import { whenIdle } from '../ui/lazy-antd.tsx'
import { App } from './app.tsx'
import { screenAt } from './find-screen.ts'

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
void start()

/** A function: a file that waits while it is evaluated would wait for ever for a screen that is in the same file. */
async function start(): Promise<void> {
  const screen = screenAt(window.location.pathname)?.screen
  const loaded = screen && loadScreen(screen)
  // Along with the session, not after it: who is not signed in gets no list, and asks again once signed in
  void loaded?.then((page) => page.ahead?.(getLocation().query)).catch(() => undefined)
  await startSession()
  // A plain screen is in the same file as this and is drawn with the frame; others may take their time
  if (screen?.plain) await loaded
  createRoot(document.getElementById('root')!).render(<App />)
  forgetAhead()
  // Once the first rows are painted: the stream is one more request, and its first news draws the status line again
  whenIdle(followEvents)
}
