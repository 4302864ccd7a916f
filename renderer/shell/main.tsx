import { createRoot } from 'react-dom/client'
import { type Client, chooseClient } from '#renderer/api/client.ts'
import { httpClient } from '#renderer/api/http.ts'
import { ipcClient } from '#renderer/api/ipc.ts'
import { browserPlatform, choosePlatform, desktopPlatform } from '#renderer/api/platform.ts'
import { followEvents, noteReply, startSession } from '../api/session.ts'
import { keepDraftsAtClose } from '../base/drafts/use-draft.ts'
import { listenToKeys } from '../base/keys/listen.ts'
import { currentLanguage, startLanguage } from '../base/language.ts'
import { getLocation } from '../base/route/route.tsx'
import { App } from './app.tsx'
import { screenAt } from './find-screen.ts'

/** Every call says the language on screen; every reply is looked at once, so that a lost session locks the screen for every caller. */
function watched(client: Client): Client {
  return {
    on: client.on,
    async call(name, input, options) {
      const reply = await client.call(name, input, { ...options, language: currentLanguage() })
      noteReply(reply as Parameters<typeof noteReply>[0])
      return reply
    },
  }
}

const bridge = window.keyrack
startLanguage()
chooseClient(watched(bridge ? ipcClient(bridge) : httpClient()))
choosePlatform(bridge ? desktopPlatform(bridge) : browserPlatform())
listenToKeys(window)
keepDraftsAtClose()
void start()

/** A function: a file that waits while it is evaluated would wait for ever for a screen that is in the same file. */
async function start(): Promise<void> {
  // Along with the session, not after it: who is not signed in gets no list, and asks again once signed in
  void readAheadOfScreen()
  await startSession()
  createRoot(document.getElementById('root')!).render(<App />)
  followEvents()
}

/** Loads the screen at this address and asks for what it shows first. */
async function readAheadOfScreen(): Promise<void> {
  const page = await screenAt(window.location.pathname)?.screen.load()
  await page?.ahead?.(getLocation().query)
}
