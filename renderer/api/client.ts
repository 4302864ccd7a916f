import type { AppEvent, InputOf, Language, OperationName, ReplyOf } from '#shared/contract/index.ts'

/** What a call answers here: the contract's reply, or that nobody answered at all. */
export type ClientReply<N extends OperationName = OperationName> =
  | ReplyOf<N>
  | { ok: false; fault: { code: 'UNREACHABLE' } }

export type ClientEvent = AppEvent | { type: 'connection'; state: 'live' | 'lost' }
export type CallOptions = {
  requestId?: string
  signal?: AbortSignal
  /** The language on screen: names in the answer are worded in it. Added for every call in one place, app/main.tsx. */
  language?: Language
}

/** The one door to the core: by ipc in the desktop window, by http in a browser. No page asks which. */
export interface Client {
  call<N extends OperationName>(name: N, input: InputOf<N>, options?: CallOptions): Promise<ClientReply<N>>
  /** Hears what happens in the store and to the connection. Answers the function that stops it. */
  on(listener: (event: ClientEvent) => void): () => void
}

let client: Client | null = null

/** Sets the client at start; tests set their own. */
export function chooseClient(chosen: Client): void {
  client = chosen
}

/** The client chosen at start. */
export function theClient(): Client {
  if (!client) throw new Error('no client chosen yet')
  return client
}

export const unreachable = { ok: false, fault: { code: 'UNREACHABLE' } } as const
