import { useCallback, useMemo, useRef, useState } from 'react'
import { type LastDone, useDesk } from '#renderer/base/desk.ts'
import { currentLanguage, useWords } from '#renderer/base/language.ts'
import type { CommandName, InputOf, OutputOf } from '#shared/contract/index.ts'
import { describeIssue, operationWords, type ReplyIssue, words as say } from '#shared/i18n/index.ts'
import type { Language } from '#shared/i18n/types.ts'
import { approved } from './approval.ts'
import { type ClientReply, theClient } from './client.ts'
import { type Outcome, oneAct } from './one-act.ts'
import { loadContract, refreshAll } from './query-client.ts'
import { codeOf, type FailedReply, sentenceOf } from './reply-error.ts'

type Options<N extends CommandName> = {
  /** Words for the status line; the catalogue's `<area>.done.<verb>` when absent. */
  done?: (language: Language, output: OutputOf<N>, input: InputOf<N>) => string
  /** Leaves the status line alone (sign-in, jobs). */
  silent?: boolean
  /** Ends the form before the status line says that it is done: the key that follows these words is the page's. */
  finish?: () => Promise<void>
}

export type CommandState<N extends CommandName> = {
  run: (input: InputOf<N>) => Promise<ClientReply<N>>
  pending: boolean
  reply: ClientReply<N> | null
  /** One sentence when the last attempt was not ok, else null. */
  trouble: string | null
  failed: FailedReply | null
  /** Words beside fields, by path joined with dots: `errors['contacts.0.value']`. */
  errors: Readonly<Record<string, string>>
  reset: () => void
  /** What was begun is over: the same input, even at once, begins another. */
  ended: () => void
}

/**
 * Runs a command. Each attempt has a request id that stays the same while the same input is tried again, and a double
 * press is one act, so that neither can do it twice. What was done goes to the status line, with its undo.
 */
export function useCommand<N extends CommandName>(name: N, options: Options<N> = {}): CommandState<N> {
  const { language } = useWords()
  const [underWay, setUnderWay] = useState(0)
  const pending = underWay > 0
  const [reply, setReply] = useState<ClientReply<N> | null>(null)
  const latest = useRef(options)
  latest.current = options

  // One form, one memory of its last act
  const [run] = useState(() =>
    oneAct<InputOf<N>, ClientReply<N>>({
      send: async (input, requestId) => {
        setUnderWay((count) => count + 1)
        try {
          const answer = await approved(name, currentLanguage(), (approval) =>
            theClient().call(name, input, { requestId, ...(approval ? { approval } : {}) }),
          )
          setReply(answer)
          if (answer.ok) {
            await latest.current.finish?.()
            await tellDone(name, input, answer, latest.current)
          }
          return answer
        } finally {
          setUnderWay((count) => count - 1)
        }
      },
      outcome: outcomeOf,
    }),
  )
  const reset = useCallback(() => setReply(null), [])
  return useMemo(() => {
    const failed = reply && !reply.ok ? (reply as FailedReply) : null
    return {
      run,
      pending,
      reply,
      failed,
      trouble: failed && sentenceOf(failed, language, name),
      errors: failed ? fieldErrors(failed, language, name) : {},
      reset,
      ended: run.ended,
    }
  }, [run, pending, reply, reset, language, name])
}

/** Undoes a command by the sequence of its first change; the answer's words go to the status line. */
export const undoChange = oneAct({ send: undo, outcome: outcomeOf })

async function undo(change: number, requestId: string): Promise<ClientReply<'change.undo'>> {
  const reply = await approved('change.undo', currentLanguage(), (approval) =>
    theClient().call('change.undo', { change }, { requestId, ...(approval ? { approval } : {}) }),
  )
  const before = useDesk.getState().lastDone
  const what = before?.change === change ? before.words : undefined
  const words = (language: Language) =>
    reply.ok
      ? undoneWords(what?.(language), language)
      : sentenceOf(reply as FailedReply, language, 'change.undo')
  const lastDone: LastDone = reply.ok
    ? { words, change, undoable: false, undone: true }
    : { words, change, undoable: false, undone: false, wrong: true }
  useDesk.setState({ lastDone })
  if (reply.ok && useDesk.getState().connection !== 'live') void refreshAll()
  return reply
}

/** Quoted: what was done has colons of its own. */
function undoneWords(what: string | undefined, language: Language): string {
  return what === undefined
    ? operationWords('change.undo', language)
    : say(language, 'common.undoneWhat', { what })
}

/** Undoes what the status line shows; for its button and for Ctrl+Z. */
export async function undoLast(): Promise<void> {
  const { lastDone } = useDesk.getState()
  if (lastDone?.bringBack) lastDone.bringBack()
  else if (lastDone?.undoable && lastDone.change !== null) await undoChange(lastDone.change)
}

async function tellDone<N extends CommandName>(
  name: N,
  input: InputOf<N>,
  answer: ClientReply<N> & { ok: true },
  options: Options<N>,
): Promise<void> {
  if (!options.silent) {
    const { operations } = await loadContract()
    const { done } = options
    const action = 'action' in input ? input.action : undefined
    const words = (language: Language) =>
      done?.(language, answer.output as OutputOf<N>, input) ?? operationWords(name, language, action)
    const change = answer.change ?? null
    const undoable = change !== null && operations[name].undoable
    useDesk.setState({ lastDone: { words, change, undoable, undone: false } })
  }
  // The event of the change refreshes the screen; without a live connection nobody would tell
  if (useDesk.getState().connection !== 'live') void refreshAll()
}

function outcomeOf(reply: ClientReply): Outcome {
  if (reply.ok) return 'done'
  return mayRetry(reply) ? 'retry' : 'over'
}

/** After these nothing was done, or nobody knows: the same request id makes trying again harmless. */
function mayRetry(reply: FailedReply): boolean {
  return ['UNANSWERED', 'NOT_LET_IN', 'BUSY', 'INTERNAL', 'NOT_SIGNED_IN'].includes(codeOf(reply))
}

function fieldErrors(failed: FailedReply, language: Language, name: CommandName): Record<string, string> {
  // Refused and not invalid, because the page has no list to check by; its words belong beside the field all the same.
  if (['PASSWORD_COMMON', 'PASSWORD_NAMES'].includes(codeOf(failed)))
    return {
      [name === 'setup.run' ? 'administrator.password' : 'password']: sentenceOf(failed, language, name),
    }
  if (!('fault' in failed) || failed.fault.code !== 'INVALID_INPUT') return {}
  const errors: Record<string, string> = {}
  for (const issue of failed.fault.issues as ReplyIssue[]) {
    errors[issue.path.join('.')] ??= describeIssue(issue, language)
  }
  return errors
}
