/** The list of guests who may be leaving, and what is known of one of them. */
import type { Reader } from '#db/handles.ts'
import { readUserNames } from '#db/queries/change/labels.ts'
import {
  type LeavingKey,
  type LeavingRow,
  openCasesOf,
  readActiveUsers,
  readLeavingPage,
  readNames,
  readWarning,
  staysOfGuest,
} from '#db/queries/insight/leaving.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { stateOf } from '#shared/domain/insight/leaving/case.ts'
import { bothNames, type GuestNames } from '#shared/domain/name/name.ts'
import { parseSearch } from '#shared/domain/search/query.ts'
import { refuse } from '#shared/values/index.ts'
import type { Context } from '../../kernel/context.ts'
import { reads } from '../../kernel/handler.ts'
import { keyOf, keyText } from '../../kernel/page-key.ts'
import { readTroubles } from '../last-stay.ts'
import { readCaseViews } from './read-cases.ts'

type Row = OutputOf<'leaving.list'>['rows'][number]
type Warning = NonNullable<Row['warning']>

export const listLeaving = reads('leaving.list', async (db, input, ctx) => {
  const { view, level = null, segment = null, text, after, limit } = input
  const owner = input.owner === undefined ? null : ownerLogin(input.owner, ctx)
  const match = text === '' ? null : parseSearch(text).match
  // What is typed and means nothing (a lone dot) finds nobody
  if (text !== '' && match === null) return { rows: [], next: null }
  const filter = { view, level, segment, owner, match, on: ctx.businessDate }
  const found = await readLeavingPage(db, filter, keyOf<LeavingKey>(after), limit + 1)
  const page = found.slice(0, limit)
  const last = page.at(-1)
  return {
    rows: await rowsOf(db, page, ctx),
    next: found.length > limit && last ? keyText([last.atRiskMinor ?? 0, last.guestId]) : null,
  }
})

function ownerLogin(owner: string, { actor }: Context): string {
  if (owner === 'me') return actor
  return owner === 'nobody' ? '' : owner
}

async function rowsOf(db: Reader, page: readonly LeavingRow[], ctx: Context): Promise<Row[]> {
  const ids = JSON.stringify(page.map(({ guestId }) => guestId))
  const caseOf = new Map((await openCasesOf.all(db, { ids })).map((one) => [one.guestId, one]))
  const troublesOf = await readTroubles(
    db,
    page.map(({ guestId }) => guestId),
  )
  const nameOf = await readUserNames(db)
  return page.map(({ guestId, nativeName, familyName, givenName, segment, ...figures }) => {
    const open = caseOf.get(guestId)
    return {
      guestId,
      ...namesOf({ nativeName, familyName, givenName }),
      segment: segment ?? '',
      warning: figures.level === null ? null : (figures as Warning),
      ...troublesOf(guestId),
      case: open ? openCaseView(open, ctx, nameOf) : null,
    }
  })
}

function namesOf(names: GuestNames): { name: string; latinName: string } {
  const { guestName, guestLatinName } = bothNames(names)
  return { name: guestName, latinName: guestLatinName }
}

type OpenCase = Awaited<ReturnType<typeof openCasesOf.all>>[number]

function openCaseView(
  open: OpenCase,
  ctx: Context,
  nameOf: (login: string) => string,
): NonNullable<Row['case']> {
  const { id, version, owner, snoozedUntil, offer, offeredOn, returnedOn } = open
  return {
    id,
    version,
    state: stateOf({ closedOn: null, snoozedUntil }, ctx.businessDate),
    owner: owner === null ? null : { login: owner, name: nameOf(owner) },
    mine: owner === ctx.actor,
    snoozedUntil,
    offer,
    offeredOn,
    returnedOn,
  } as NonNullable<Row['case']>
}

export const leavingOfGuest = reads('leaving.ofGuest', async (db, { guestId }, ctx) => {
  const names = await readNames(db, guestId)
  if (!names) return refuse('GUEST_UNKNOWN', { id: guestId })
  const warning = await readWarning(db, guestId)
  return {
    guestId,
    ...namesOf(names),
    warning: (warning ?? null) as Warning | null,
    stays: (await staysOfGuest.all(db, { guestId })) as OutputOf<'leaving.ofGuest'>['stays'],
    cases: await readCaseViews(db, guestId, ctx),
  }
})

export const listOwners = reads('leaving.owners', (db) => readActiveUsers(db))
