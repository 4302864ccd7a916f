import { setTimeout as wait } from 'node:timers/promises'
import { readOpenClose } from '#db/repositories/audit/closes.ts'
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
    while (!ending.signal.aborted) {
      const reply = await call('audit.advance', { id })
      if (!reply.ok) return await meet(id, reply)
      const { status } = reply.output as { status: string }
      store.events.send({
        type: 'changed',
        change: 0,
        operation: 'audit.advance',
        actor: '',
        entities: [{ kind: 'close', id }],
      })
      if (status === 'done') await call('audit.writeLists', { id })
      if (status !== 'running') return
      // Whoever asks for something meanwhile is answered before the next part
      await new Promise((resolve) => void setImmediate(resolve))
    }
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

  function go(): void {
    work = work.then(carryOut).catch(onDefect)
  }

  const forget = store.events.on((event) => {
    if (event.type === 'changed' && event.operation === 'audit.begin') go()
  })

  return {
    begin: go,
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
