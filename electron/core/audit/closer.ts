import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises'
import { readCloses, readOpenClose } from '#db/repositories/audit/closes.ts'
import type { Reply } from '#shared/contract/index.ts'
import type { CloseId } from '#shared/values/index.ts'
import type { Store } from '../kernel/store.ts'

type Parts = {
  store: Pick<Store, 'reader' | 'events'>
  /** Calls as the program itself. */
  call: (operation: string, input: object) => Promise<Reply>
  onDefect: (error: unknown) => void
}

/** Carries a close out, one small command after another, so that desks have their turn between them. */
export type Closer = {
  /** Goes on with what an earlier life of the program left. */
  begin: () => void
  /** Waits until nothing is at work. */
  idle: () => Promise<void>
  end: () => Promise<void>
}

/** How long a full disk or a busy store is left alone, in milliseconds. */
const restMs = 5_000
/** Pauses between parts take at most so many times as long as the parts: a system's shortest pause may be longer than was asked. */
const mostPause = 3
/** How often pages are told how far a close is, in milliseconds. */
const tellMs = 100

export function createCloser({ store, call, onDefect }: Parts): Closer {
  const ending = new AbortController()
  let work: Promise<void> = Promise.resolve()

  async function carryOut(): Promise<void> {
    while (!ending.signal.aborted) {
      const close = await readOpenClose(store.reader)
      if (close?.image.status !== 'running') return
      await workOn(close.id)
    }
  }

  async function workOn(id: CloseId): Promise<void> {
    let [worked, paused, told] = [0, 0, 0]
    while (!ending.signal.aborted) {
      const begun = performance.now()
      const reply = await call('audit.advance', { id })
      if (!reply.ok) return await meet(id, reply)
      const { status } = reply.output as { status: string }
      const done = performance.now()
      worked += done - begun
      if (status !== 'running' || done - told >= tellMs) {
        tell(id)
        told = done
      }
      if (status === 'done') await call('audit.writeLists', { id })
      if (status !== 'running') return
      // Whoever asks for something meanwhile is answered before the next part, and seldom waits for one that has begun
      await (paused < mostPause * worked ? wait(1) : nextTurn())
      paused += performance.now() - done
    }
  }

  function tell(id: CloseId): void {
    store.events.send({
      type: 'changed',
      change: 0,
      operation: 'audit.advance',
      actor: '',
      entities: [{ kind: 'close', id }],
    })
  }

  /** A disk may be given room again; a defect stops the close, and whoever mends it goes on with it. */
  async function meet(id: CloseId, reply: Extract<Reply, { ok: false }>): Promise<void> {
    if ('fault' in reply && reply.fault.code !== 'INTERNAL') {
      await wait(restMs, undefined, { signal: ending.signal, ref: false }).catch(() => undefined)
      return
    }
    const incident = 'fault' in reply && reply.fault.code === 'INTERNAL' ? reply.fault.incident : ''
    await call('audit.stop', { id, trouble: { code: 'INTERNAL', params: { incident } } })
  }

  /** Of a close that ended as the program did, before its lists were written; refused where their date is over. */
  async function writeMissing(): Promise<void> {
    const [last] = await readCloses(store.reader, { limit: 1 })
    if (last?.image.status === 'done' && last.files === null) await call('audit.writeLists', { id: last.id })
  }

  function go(): void {
    work = work.then(carryOut).catch(onDefect)
  }

  const forget = store.events.on((event) => {
    if (event.type === 'changed' && event.operation === 'audit.begin') go()
  })

  return {
    begin: () => {
      work = work.then(writeMissing).catch(onDefect)
      go()
    },
    idle: async () => {
      for (let last: unknown = null; last !== work; ) {
        last = work
        await work
      }
    },
    end: async () => {
      forget()
      ending.abort()
      await work
    },
  }
}
