import type { AnyReply, AppEvent, Call, OperationName } from '#shared/contract/index.ts'
import { type Client, type ClientReply, unanswered } from './client.ts'

/** What the preload script exposes as `window.keyrack`, and nothing besides. */
export interface Bridge {
  call(call: Call): Promise<AnyReply>
  /** Answers the function that stops listening. */
  on(listener: (event: AppEvent) => void): () => void
  platform: {
    /** The system's own dialog; the host keeps the path and hands out a token. Null when nothing was chosen. */
    pickFile(options: { extensions: string[] }): Promise<{ file: string; name: string; bytes: number } | null>
    /** The system's own dialog; false when it was left. */
    saveFile(options: { name: string; content: Uint8Array }): Promise<boolean>
    /** Prints what is on screen; false when the system's dialog was left. */
    print(): Promise<boolean>
    /** Hears the menu's Print. */
    onPrint(listener: () => void): void
    /** The system's own dialog; null when nothing was chosen, or to anyone but an administrator. */
    pickFolder(): Promise<string | null>
    /** Leaves the page for the restore of a copy; nothing happens for anyone but an administrator. */
    restore(options: { folder: string | null }): Promise<void>
  }
}

declare global {
  interface Window {
    keyrack?: Bridge
  }
}

/** The client of the desktop window. An abandoned query is left to finish; its answer goes nowhere. */
export function ipcClient(bridge: Bridge): Client {
  return {
    async call(name, input, { requestId, signal, language, approval } = {}) {
      signal?.throwIfAborted()
      try {
        const reply = await bridge.call({
          operation: name,
          input,
          ...(requestId ? { requestId } : {}),
          ...(language ? { language } : {}),
          ...(approval ? { approval } : {}),
        })
        return reply as ClientReply<OperationName> as never
      } catch {
        return unanswered(requestId)
      }
    },
    // The core is in this very program
    again: () => undefined,
    on(listener) {
      listener({ type: 'connection', state: 'live' })
      return bridge.on(listener)
    },
  }
}
