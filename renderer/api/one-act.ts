/** Hands press a key twice within this time and mean it once; to do the same thing again on purpose takes longer. */
export const sameActMs = 1_000

type Act<A> = { input: string; requestId: string; answer: Promise<A> | null; doneAt: number | null }
/** What an answer means for the same input given again: it is done, it may be sent once more, it is another act. */
export type Outcome = 'done' | 'retry' | 'over'

type Ways<I, A> = {
  send: (input: I, requestId: string) => Promise<A>
  outcome: (answer: A) => Outcome
  now?: () => number
}

/**
 * What is pressed twice is done once. The same input given again while it is under way, or so soon after it was done
 * that the page could not show it yet (the booking was made, the form is still there, filled in), gets the answer of the
 * first: nothing is sent. Later the same input is an act of its own: two like notes, a setting taken back and set again.
 * What may be tried again keeps its request id, by which the core knows it. `ended()` says that what was done is over
 * (a job was cancelled): the same input is another act at once.
 */
export function oneAct<I, A>({ send, outcome, now = () => performance.now() }: Ways<I, A>) {
  let last: Act<A> | null = null
  const run = (input: I): Promise<A> => {
    const text = JSON.stringify(input)
    const same = last?.input === text ? last : null
    if (same?.answer && (same.doneAt === null || now() - same.doneAt < sameActMs)) return same.answer
    const requestId = same && !same.answer ? same.requestId : crypto.randomUUID()
    const act: Act<A> = { input: text, requestId, answer: null, doneAt: null }
    last = act
    act.answer = send(input, requestId).then(
      (answer) => {
        settle(act, outcome(answer))
        return answer
      },
      (error: unknown) => {
        settle(act, 'retry')
        throw error
      },
    )
    return act.answer
  }
  const ended = () => {
    if (last?.answer && last.doneAt !== null) last = null
  }
  return Object.assign(run, { ended })

  function settle(act: Act<A>, outcome: Outcome): void {
    act.doneAt = now()
    if (outcome !== 'done') act.answer = null
    if (outcome === 'over' && last === act) last = null
  }
}
