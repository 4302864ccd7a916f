import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Application, compose, type OpenDesk } from '#core/compose.ts'
import type { SessionUser } from '#core/kernel/context.ts'
import type { CommandName, InputOf, OperationName, OutputOf, ReplyOf } from '#shared/contract/index.ts'
import type { Moment } from '#shared/values/index.ts'

export type TestApp = {
  app: Application
  file: string
  desk: OpenDesk
  /** Incidents that were logged: a test that expects none ends with an empty list. */
  defects: unknown[]
  /** Calls as the signed-in administrator. */
  call: <N extends OperationName>(name: N, input: InputOf<N>, requestId?: string) => Promise<ReplyOf<N>>
  /** Calls, and throws with the reply when it is not ok. */
  must: <N extends OperationName>(name: N, input: InputOf<N>) => Promise<OutputOf<N>>
  /** A desk signed in with another role. */
  deskAs: (role: SessionUser['role']) => OpenDesk
  close: () => Promise<void>
}

export const testBusinessDate = '2026-03-02'

export function tempFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'keyrack-test-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** A real store in a temporary folder: set up, business date 2026-03-02, an administrator signed in. */
export async function openTestApp(options: { file?: string; setUp?: boolean } = {}): Promise<TestApp> {
  const folder = tempFolder()
  const file = options.file ?? join(folder.path, 'hotel.keyrack')
  const defects: unknown[] = []
  let tick = Date.UTC(2026, 2, 2, 4, 0, 0)
  const opened = await compose({
    file,
    mode: 'either',
    now: () => {
      tick += 1000
      return new Date(tick).toISOString() as Moment
    },
    log: { defect: (_incident, error) => defects.push(error), info: () => undefined },
  })
  if ('trouble' in opened) throw new Error(JSON.stringify(opened.trouble))
  const app = opened
  const desk = app.desk({ workstation: 'TEST-PC', language: 'en' })
  const call = <N extends OperationName>(name: N, input: InputOf<N>, requestId?: string) =>
    desk.call(name, input, requestId) as Promise<ReplyOf<N>>
  const must = async <N extends OperationName>(name: N, input: InputOf<N>) => {
    const reply = await call(name, input)
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply)} ${String(defects.at(-1) ?? '')}`)
    return reply.output as OutputOf<N>
  }
  if (options.setUp !== false) {
    await must('setup.run' as CommandName & 'setup.run', {
      hotelName: 'Test Hotel',
      language: 'en',
      currency: 'CNY',
      timeZone: 'Asia/Shanghai',
      country: 'CHN',
      businessDate: testBusinessDate,
      administrator: { login: 'admin', name: 'Ada Min', password: 'correct horse' },
    })
  }
  return {
    app,
    file,
    desk,
    defects,
    call,
    must,
    deskAs: (role) =>
      app.desk({
        workstation: 'TEST-PC',
        language: 'en',
        user: { id: null, login: role, name: role, role, language: 'en' },
      }),
    close: async () => {
      await app.close()
      if (!options.file) folder.remove()
    },
  }
}
