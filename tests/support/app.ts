import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Application, type ComposeOptions, compose, type OpenDesk } from '#core/compose.ts'
import type { NamedUser } from '#core/kernel/desk.ts'
import type { CommandName, InputOf, OperationName, OutputOf, ReplyOf } from '#shared/contract/index.ts'
import type { GivenRole } from '#shared/domain/access/given-roles.ts'
import type { Moment } from '#shared/values/index.ts'
import { copyTemplate } from './template.ts'

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
  deskAs: (role: GivenRole) => OpenDesk
  /** Sets the clock on by so many minutes. */
  advance: (minutes: number) => void
  close: () => Promise<void>
}

export const testBusinessDate = '2026-03-02'

/** The application's clock: a second later each time it is read. */
type Clock = { tick: number }

export function tempFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'keyrack-test-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** A real store in a temporary folder: set up, business date 2026-03-02, an administrator signed in. */
export async function openTestApp(
  options: { file?: string; setUp?: boolean; heavyThread?: URL } & Pick<
    ComposeOptions,
    'devices' | 'printer'
  > = {},
): Promise<TestApp> {
  const { devices, printer } = options
  const machine = { ...(devices ? { devices } : {}), ...(printer ? { printer } : {}) }
  if (options.file === undefined && options.setUp !== false)
    return await openFilledApp(import.meta.filename, undefined, machine)
  const folder = tempFolder()
  const { file, heavyThread } = options
  const more = { ...machine, ...(heavyThread ? { heavyThread } : {}) }
  const app = await openApp(
    file ?? join(folder.path, 'hotel.keyrack'),
    file ? null : folder,
    startOfClock(),
    null,
    more,
  )
  if (options.setUp !== false) await setUp(app)
  return app
}

/**
 * The same with a hotel in it: `fill` runs once for the present sources, each test gets a copy. `madeBy` is the file
 * that `fill` is in (`import.meta.filename`).
 */
export async function openFilledApp<T extends object>(
  madeBy: string,
  fill?: (app: TestApp) => Promise<T>,
  /** Milliseconds by which sessions end, where a test moves them; what makes PDFs, where a test prints; devices of the machine. */
  times: Pick<ComposeOptions, 'clock' | 'printer' | 'devices'> = {},
): Promise<TestApp & { made: T }> {
  const folder = tempFolder()
  const file = join(folder.path, 'hotel.keyrack')
  const { tick, user, made } = await copyTemplate(file, madeBy, async (template) => {
    const clock = startOfClock()
    const app = await openApp(template, null, clock)
    await setUp(app)
    const filled = await fill?.(app)
    const signedIn = app.desk.user()
    await app.close()
    if (app.defects.length > 0) throw app.defects[0]
    return { tick: clock.tick, user: signedIn, made: filled }
  })
  return { ...(await openApp(file, folder, { tick }, user, times)), made: made as T }
}

/** The morning of the business date in the hotel's own time zone. */
function startOfClock(): Clock {
  return { tick: Date.UTC(2026, 2, 2, 4, 0, 0) }
}

async function openApp(
  file: string,
  /** Goes with the application. */
  folder: ReturnType<typeof tempFolder> | null,
  clock: Clock = startOfClock(),
  user: NamedUser | null = null,
  times: Pick<ComposeOptions, 'clock' | 'heavyThread' | 'printer' | 'devices'> = {},
): Promise<TestApp> {
  const defects: unknown[] = []
  const app = await compose({
    file,
    mode: 'either',
    ...times,
    now: () => {
      clock.tick += 1000
      return new Date(clock.tick).toISOString() as Moment
    },
    log: { defect: (_incident, error) => defects.push(error), info: () => undefined },
  })
  if ('trouble' in app) throw new Error(JSON.stringify(app.trouble))
  const desk = app.desk({ workstation: 'TEST-PC', language: 'en', ...(user ? { user } : {}) })
  const call = <N extends OperationName>(name: N, input: InputOf<N>, requestId?: string) =>
    desk.call(name, input, requestId) as Promise<ReplyOf<N>>
  const must = async <N extends OperationName>(name: N, input: InputOf<N>) => {
    const reply = await call(name, input)
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply)} ${String(defects.at(-1) ?? '')}`)
    return reply.output as OutputOf<N>
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
    advance: (minutes) => {
      clock.tick += minutes * 60_000
    },
    close: async () => {
      await app.close()
      folder?.remove()
    },
  }
}

async function setUp({ must }: TestApp): Promise<void> {
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
