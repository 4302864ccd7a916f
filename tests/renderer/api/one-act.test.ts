import { describe, expect, test } from 'vitest'
import { type Outcome, oneAct, sameActMs } from '#renderer/api/one-act.ts'

/** A form whose answers are given by hand, and a clock that stops until it is moved. */
function form() {
  const sent: { input: unknown; requestId: string; answer: (outcome: Outcome) => void }[] = []
  let clock = 0
  const run = oneAct<unknown, Outcome>({
    send: (input, requestId) => new Promise((answer) => sent.push({ input, requestId, answer })),
    outcome: (answer) => answer,
    now: () => clock,
  })
  const pass = (ms: number) => {
    clock += ms
  }
  return { run, sent, pass }
}

describe('an act that is pressed twice', () => {
  test('is sent once while it is under way, and both presses hear the same', async () => {
    const { run, sent, pass } = form()
    const first = run({ guest: 1 })
    pass(60_000)
    const second = run({ guest: 1 })
    expect(sent).toHaveLength(1)
    sent[0]!.answer('done')
    expect(await first).toBe('done')
    expect(await second).toBe('done')
  })

  test('is sent once where the second press comes between the answer and the next screen', async () => {
    const { run, sent, pass } = form()
    const first = run({ guest: 1 })
    sent[0]!.answer('done')
    await first
    pass(150)
    expect(await run({ guest: 1 })).toBe('done')
    expect(sent).toHaveLength(1)
  })

  test('is an act of its own when it is done anew on purpose, or with another input between', async () => {
    const { run, sent, pass } = form()
    const first = run({ note: 'late' })
    sent[0]!.answer('done')
    await first
    pass(sameActMs)
    void run({ note: 'late' })
    void run({ note: 'early' })
    void run({ note: 'late' })
    expect(sent).toHaveLength(4)
    expect(new Set(sent.map((one) => one.requestId)).size).toBe(4)
  })

  test('is an act of its own at once when what the first began is over', async () => {
    const { run, sent } = form()
    const first = run({ file: 1 })
    run.ended()
    void run({ file: 1 })
    expect(sent).toHaveLength(1)
    sent[0]!.answer('done')
    await first
    run.ended()
    void run({ file: 1 })
    expect(sent).toHaveLength(2)
    expect(sent[1]!.requestId).not.toBe(sent[0]!.requestId)
  })

  test('that nobody knows of keeps its request id though something ended', async () => {
    const { run, sent } = form()
    const first = run({ file: 1 })
    sent[0]!.answer('retry')
    await first
    run.ended()
    void run({ file: 1 })
    expect(sent[1]!.requestId).toBe(sent[0]!.requestId)
  })

  test('keeps its request id while nobody knows whether it was done', async () => {
    const { run, sent } = form()
    const first = run({ guest: 1 })
    sent[0]!.answer('retry')
    await first
    void run({ guest: 1 })
    expect(sent[1]!.requestId).toBe(sent[0]!.requestId)
  })

  test('is asked again after a refusal: the room may be free by now', async () => {
    const { run, sent } = form()
    const first = run({ guest: 1 })
    sent[0]!.answer('over')
    await first
    void run({ guest: 1 })
    expect(sent).toHaveLength(2)
    expect(sent[1]!.requestId).not.toBe(sent[0]!.requestId)
  })
})
