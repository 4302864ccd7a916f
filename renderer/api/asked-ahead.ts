import type { InputOf, Language, QueryName } from '#shared/contract/index.ts'
import type { Client, ClientReply } from './client.ts'

declare global {
  interface Window {
    /** Answers on their way since before the program was loaded, by what they answer. */
    keyrackAhead?: Map<string, Promise<ClientReply>>
  }
}

/** Asks before the program is loaded (shell/boot.ts): the core answers while the browser reads the program. */
export function askAhead<N extends QueryName>(
  client: Client,
  name: N,
  input: InputOf<N>,
  language: Language,
): void {
  window.keyrackAhead ??= new Map()
  window.keyrackAhead.set(keyOf(name, input, language), client.call(name, input, { language }))
}

/** The answer to this very question, where it was asked ahead. It serves once: whoever asks again wants a fresh one. */
export function takeAhead(
  name: string,
  input: unknown,
  language: Language,
): Promise<ClientReply> | undefined {
  const key = keyOf(name, input, language)
  const answer = window.keyrackAhead?.get(key)
  window.keyrackAhead?.delete(key)
  return answer
}

/** The program has begun: an answer that nobody took would be an old one. */
export function forgetAhead(): void {
  delete window.keyrackAhead
}

function keyOf(name: string, input: unknown, language: Language): string {
  return JSON.stringify([name, input, language])
}
