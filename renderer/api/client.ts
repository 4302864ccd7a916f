import type { AppEvent, Approval, InputOf, Language, OperationName, ReplyOf } from '#shared/contract/index.ts'

/**
 * What no core answered: nobody did (UNREACHABLE for what reads, UNANSWERED for what may have been written all the same),
 * or the host does not let this browser in (NOT_LET_IN).
 */
export type LostReply = { ok: false; fault: { code: 'UNREACHABLE' | 'UNANSWERED' | 'NOT_LET_IN' } }
/** What a call answers here: the contract's reply, or why there is none. */
export type ClientReply<N extends OperationName = OperationName> = ReplyOf<N> | LostReply

export type ClientEvent =
  | AppEvent
  | { type: 'connection'; state: 'live' | 'lost' }
  /** Another run of the host answers than before: whoever was signed in is not any more. */
  | { type: 'host'; state: 'restarted' }
  /** Something changed that was told before this page heard. */
  | { type: 'missed' }
export type CallOptions = {
  requestId?: string
  signal?: AbortSignal
  /** The language on screen: names in the answer are worded in it. Added for every call in one place, app/main.tsx. */
  language?: Language
  /** Of this one act by somebody with the right. */
  approval?: Approval
}

/** The one door to the core: by ipc in the desktop window, by http in a browser. No page asks which. */
export interface Client {
  call<N extends OperationName>(name: N, input: InputOf<N>, options?: CallOptions): Promise<ClientReply<N>>
  /** Hears what happens in the store and to the connection. Answers the function that stops it. */
  on(listener: (event: ClientEvent) => void): () => void
  /** Somebody does not want to wait for the next try to reach the host. */
  again(): void
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

/** Nobody answered. A command has a request id: only what writes may have been done without an answer. */
export function unanswered(requestId: string | undefined): LostReply {
  return { ok: false, fault: { code: requestId === undefined ? 'UNREACHABLE' : 'UNANSWERED' } }
}

export const notLetIn: LostReply = { ok: false, fault: { code: 'NOT_LET_IN' } }
