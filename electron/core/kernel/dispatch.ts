import { randomUUID } from 'node:crypto'
import { storeErrorOf } from '#db/dialect/errors.ts'
import type { Reader } from '#db/handles.ts'
import {
  type Approval,
  allows,
  type CommandName,
  type Fault,
  isOperationName,
  type Language,
  type Operation,
  type OperationName,
  operations,
  type Reply,
  type Rights,
} from '#shared/contract/index.ts'
import { issuesOf } from '#shared/contract/issues.ts'
import type { Command } from '#shared/contract/operation.ts'
import { usualLimits } from '#shared/domain/access/session-limits.ts'
import { findCardIn } from '#shared/domain/privacy/card-in-input.ts'
import { type BusinessDate, isRefused, type Moment, refuse, type UserId } from '#shared/values/index.ts'
import type { Context, HotelSettings } from './context.ts'
import type { Desk, SessionUser } from './desk.ts'
import type { Devices } from './devices.ts'
import type { Events } from './events.ts'
import type { Files } from './given-files.ts'
import type { AnyHandler, CommandHandler, HandlerOf, QueryHandler, WorkHandler } from './handler.ts'
import type { Heavy } from './heavy.ts'
import type { Jobs } from './jobs.ts'
import type { Printer } from './printer.ts'
import type { CommandRunner, Written } from './run-command.ts'
import type { Sessions } from './sessions.ts'
import type { Store } from './store.ts'
import { nameWhoMay } from './who-may.ts'

export type Log = { defect: (incident: string, error: unknown) => void; info: (text: string) => void }

/** The hotel's settings; null before the first run. */
export type SettingsCache = {
  get: (db: Reader) => Promise<HotelSettings | null>
  forget: () => void
}

export type SignedIn = {
  /** The user as they are on file now; null when they may not be signed in any more. */
  now: (db: Reader, user: SessionUser) => Promise<SessionUser | null>
  forget: () => void
}

export type DispatchParts = {
  handlers: { [N in OperationName]: HandlerOf<N> }
  reader: Reader
  store: Store
  runner: CommandRunner
  settings: SettingsCache
  signedIn: SignedIn
  sessions: Sessions
  events: Events
  files: Files
  jobs: Jobs
  heavy: Heavy
  printer: Printer
  devices: Devices
  /** Puts aside what is damaged and can be computed again; true where the call may be made once more. */
  heal: (operation: string) => Promise<boolean>
  now: () => Moment
  log: Log
}

/**
 * `language`: what this one answer is worded in, when the caller says so; a desk's tabs may differ. `approval`: somebody with
 * the right approves this one command beside the user.
 */
export type Dispatch = (
  desk: Desk,
  operation: string,
  input: unknown,
  requestId?: string,
  language?: Language,
  approval?: Approval,
) => Promise<Reply>

/** name → permit → validate → run → typed reply. Nothing thrown leaves it: a defect is logged under an incident id. */
export function createDispatch(parts: DispatchParts): Dispatch {
  return async (desk, name, input, requestId, language, approval) => {
    try {
      const reply = await answer(desk, name, input, requestId, language, approval)
      return await nameWhoMay(parts.reader, reply, language ?? desk.language)
    } catch (error) {
      const trouble = troubleOf(parts, error)
      // A page asks again after BUSY
      const healed = trouble.code === 'STORE' && trouble.reason === 'damaged' && (await parts.heal(name))
      return fault(healed ? { code: 'BUSY' } : trouble)
    }
  }

  async function answer(
    ...[desk, name, input, requestId, language, approval]: Parameters<Dispatch>
  ): Promise<Reply> {
    if (!isOperationName(name))
      return fault({ code: 'UNKNOWN_OPERATION', operation: String(name).slice(0, 80) })
    const operation: Operation = operations[name]
    const user = await userNow(parts, desk)
    const denied = denial(operation, user?.rights ?? null)
    // Somebody has to be signed in whose act is approved
    const approves = approval && user && operation.kind === 'command' ? approval : null
    if (denied && !approves) return fault(denied)
    // A page reads again by itself whatever others change: only what is done says that somebody is there.
    if (operation.kind === 'command' && desk.session) parts.sessions.act(desk.session)
    const parsed = operation.input.safeParse(input === undefined ? {} : input, { reportInput: true })
    if (!parsed.success) return fault({ code: 'INVALID_INPUT', issues: issuesOf(parsed.error) })
    const card = operation.kind === 'command' ? cardIn(operation, parsed.data, requestId) : null
    if (card) return card
    const spoken = language ?? desk.language
    const approver = approves && (await approverOf(parts, desk, approves, spoken))
    if (approver && 'fault' in approver) return fault(approver.fault)
    return run(parts, desk, name, parsed.data, requestId ?? null, spoken, approver)
  }
}

/** Who is signed in at a desk with the rights of now: nobody once the session is over or the user was retired. */
export async function userNow(
  {
    sessions,
    settings,
    signedIn,
    reader,
  }: Pick<DispatchParts, 'sessions' | 'settings' | 'signedIn' | 'reader'>,
  desk: Desk,
): Promise<SessionUser | null> {
  const { session } = desk
  if (session) sessions.endIfOver(session, (await settings.get(reader)) ?? usualLimits)
  const asked = desk.user
  const found = asked && (await signedIn.now(reader, asked))
  // Somebody else may have signed in meanwhile.
  if (desk.user !== asked) return desk.user
  if (!found && desk.session) sessions.end(desk.session)
  desk.user = found
  return found
}

function denial({ permission }: Operation, held: Rights | null): Fault | null {
  if (permission === 'public') return null
  if (!held) return { code: 'NOT_SIGNED_IN' }
  if (permission === 'signed-in' || allows(held, permission)) return null
  return { code: 'NOT_PERMITTED', needed: permission, who: '' }
}

type Approver = { id: UserId; login: string }

/** Who approves, by the password that is given with the call; nothing of it goes any further. */
async function approverOf(
  parts: DispatchParts,
  desk: Desk,
  approval: Approval,
  language: Language,
): Promise<Approver | { fault: Fault }> {
  const { input: schema } = operations['access.approve']
  const parsed = schema.safeParse(approval)
  if (!parsed.success) return notApproved('password')
  const answer = await parts.runner.run(
    'access.approve',
    parts.handlers['access.approve'] as CommandHandler<'access.approve'>,
    contextInTurn(parts, desk, operations['access.approve'], language, null),
    parsed.data,
    null,
  )
  if (answer === 'busy') return { fault: { code: 'BUSY' } }
  if (answer === 'other-request') return notApproved('password')
  if ('fault' in answer) return answer
  if ('written' in answer) return answer.written.output as Approver
  if (!isRefused(answer)) return notApproved('password')
  const { code, params } = answer.refusal
  if (code === 'SIGN_IN_WAIT') return notApproved('wait', Number(params.seconds))
  return notApproved(code === 'APPROVER_SELF' ? 'own' : 'password')
}

function notApproved(reason: 'password' | 'wait' | 'own', seconds = 0): { fault: Fault } {
  return { fault: { code: 'NOT_APPROVED', reason, seconds } }
}

/** The user with the rights of both, as they are now: the approver may have lost theirs since. */
async function withApprover(
  { signedIn, reader }: DispatchParts,
  user: SessionUser,
  { id, login }: Approver,
): Promise<SessionUser> {
  const approver = await signedIn.now(reader, { ...user, id, login })
  return approver ? { ...user, rights: [...new Set([...user.rights, ...approver.rights])] } : user
}

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** A payment card's number is stored nowhere, in any field: the log could never be rid of it. */
function cardIn(operation: Operation, input: unknown, requestId: string | undefined): Reply | null {
  // A UUID is drawn by chance, and by chance it would be refused.
  const found = findCardIn(input) ?? findCardIn(uuid.test(requestId ?? '') ? {} : { requestId })
  if (!found) return null
  const { path, card } = found
  const field = String(path.findLast((part) => typeof part === 'string') ?? '')
  const params = { field, brand: card.brand, last4: card.last4 }
  return operation.refusals.includes('CARD_NUMBER')
    ? refuse('CARD_NUMBER', params)
    : fault({ code: 'INVALID_INPUT', issues: [{ path, code: 'invalid.cardNumber', params }] })
}

async function run(
  parts: DispatchParts,
  desk: Desk,
  name: OperationName,
  input: unknown,
  requestId: string | null,
  language: Language,
  approver: Approver | null,
): Promise<Reply> {
  const handler: AnyHandler = parts.handlers[name]
  if (handler.kind === 'command') {
    const command = name as CommandName
    const answer = await parts.runner.run(
      command,
      handler as unknown as CommandHandler<CommandName>,
      contextInTurn(parts, desk, operations[name], language, approver),
      input,
      requestId,
    )
    if (answer === 'busy') return fault({ code: 'BUSY' })
    if (answer === 'other-request') return fault({ code: 'INVALID_INPUT', issues: [requestIdUsed] })
    if ('fault' in answer) return fault(answer.fault)
    if (isRefused(answer)) return answer
    if ('conflict' in answer) return fault({ code: 'CONFLICT', entity: answer.conflict, id: answer.id })
    if ('repeated' in answer) return succeeded(answer.repeated.output, answer.repeated.change)
    return afterWrite(parts, desk, command, answer.written)
  }
  const ctx = approver
    ? await contextInTurn(parts, desk, operations[name], language, approver)()
    : await contextFor(parts, desk, desk.user, language, null)
  if ('fault' in ctx) return fault(ctx.fault)
  const output =
    handler.kind === 'query'
      ? await (handler as QueryHandler<OperationName>).run(parts.reader, input as never, ctx)
      : await (handler as WorkHandler<OperationName>).run(ctx, input as never)
  if (isRefused(output)) return output
  return { ok: true, output }
}

const requestIdUsed = { path: ['requestId'], code: 'invalid.requestIdUsed', params: {} }

function afterWrite(parts: DispatchParts, desk: Desk, name: CommandName, written: Written): Reply {
  const { sessions } = parts
  const { session }: Command = operations[name]
  if (session === 'begins')
    sessions.begin(desk, (written.output as { user: SessionUser & { id: UserId } }).user)
  if (session === 'ends') {
    if (desk.session) sessions.end(desk.session)
    desk.user = null
  }
  if (written.change > 0) {
    parts.events.send({
      type: 'changed',
      change: written.change,
      operation: name,
      actor: written.actor,
      entities: written.changes.map(({ entity, id }) => ({ kind: entity, id })),
    })
  }
  return succeeded(written.output, written.change)
}

function succeeded(output: unknown, change: number): Reply {
  return change > 0 ? { ok: true, output, change } : { ok: true, output }
}

/** Before the first run there is no hotel: the handlers of `setup` and `access` live with these. */
const noHotel = {
  hotelName: '',
  currency: 'CNY',
  timeZone: 'UTC',
  country: 'CHN',
  businessDate: '1970-01-01' as BusinessDate,
  ...usualLimits,
}

/**
 * For the user who asked, even when another signs in at the desk meanwhile: a command may wait for an import, and somebody may be
 * retired or the day may be closed before its turn comes.
 */
function contextInTurn(
  parts: DispatchParts,
  desk: Desk,
  operation: Operation,
  language: Language,
  approver: Approver | null,
) {
  const { user, session } = desk
  return async (): Promise<Context | { fault: Fault }> => {
    const now = user && !session?.revoked ? await parts.signedIn.now(parts.reader, user) : null
    const both = now && approver ? await withApprover(parts, now, approver) : now
    const denied = denial(operation, both?.rights ?? null)
    return denied ? { fault: denied } : contextFor(parts, desk, both, language, approver?.login ?? null)
  }
}

async function contextFor(
  parts: DispatchParts,
  desk: Desk,
  user: SessionUser | null,
  language: Language,
  approvedBy: string | null,
): Promise<Context> {
  const hotel = (await parts.settings.get(parts.reader)) ?? { ...noHotel, language }
  return {
    moment: parts.now(),
    businessDate: hotel.businessDate,
    hotel,
    actor: user?.login ?? 'nobody',
    approvedBy,
    user,
    workstation: desk.workstation,
    language,
    store: parts.store,
    files: parts.files,
    jobs: parts.jobs,
    heavy: parts.heavy,
    printer: parts.printer,
    devices: parts.devices,
    sessions: parts.sessions,
    session: desk.session,
  }
}

function troubleOf(parts: DispatchParts, error: unknown): Fault {
  const kind = storeErrorOf(error)?.kind
  if (kind === 'busy') return { code: 'BUSY' }
  if (kind && kind !== 'unique' && kind !== 'foreign-key') {
    parts.log.defect(`store-${kind}`, error)
    return { code: 'STORE', reason: kind }
  }
  const incident = randomUUID().slice(0, 8)
  parts.log.defect(incident, error)
  return { code: 'INTERNAL', incident }
}

function fault(found: Fault): Reply {
  return { ok: false, fault: found }
}
