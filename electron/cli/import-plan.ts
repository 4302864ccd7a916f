import type { Application, OpenDesk } from '#core/compose.ts'
import { createHotel, type NewHotel } from '#core/setup/create-hotel.ts'
import { type Mapping, mapping as mappingShape } from '#shared/contract/import.ts'
import { type OutputOf, operations } from '#shared/contract/index.ts'
import { issuesOf } from '#shared/contract/issues.ts'
import { type Encoding, encodingNamed, encodings } from '#shared/domain/import/encodings.ts'
import { type ImportProfile, importProfiles } from '#shared/domain/import/row.ts'
import { describeReply, words } from '#shared/i18n/index.ts'
import { systemUser, workstation } from '../host/places.ts'
import type { Cli, Given } from './command.ts'
import { fileToRead, fileToWrite, jsonIn } from './given-file.ts'
import { hotelFrom } from './hotel-options.ts'
import { WrongUse } from './stop.ts'

export type Profile = ImportProfile

/** An import as the command line asks for it, checked as far as it can be without the store. */
export type ImportPlan = {
  path: string
  profile: Profile | undefined
  where: string | undefined
  encoding: Encoding | undefined
  sheet: string | undefined
  skipHidden: boolean
  source: string | undefined
  mapping: Mapping | undefined
  dryRun: boolean
  rejectedTo: string | undefined
  /** The hotel of a store that has none yet, by the rules that read the file. */
  hotelFor: (profile: Profile) => NewHotel
}

/** Throws WrongUse for a file, profile, mapping or hotel that can't be; nothing is opened. */
export function planFrom(given: Given, cli: Cli): ImportPlan {
  const path = fileToRead(given.words[0] ?? '')
  const profile = profileFrom(given.text('profile'))
  const where = given.text('where')
  if (where !== undefined && !/^[^=]+=./.test(where))
    throw new WrongUse('cli.wrong.where', { given: where.slice(0, 80) })
  const rejected = given.text('rejected')
  const rejectedTo = rejected === undefined ? undefined : fileToWrite(rejected, cli)
  const hotelFor = (found: Profile) => newHotel(given, cli, found, where, path)
  hotelFor(profile ?? 'generic')
  return {
    path,
    profile,
    where,
    encoding: encodingFrom(given.text('encoding')),
    sheet: given.text('sheet'),
    skipHidden: given.flag('skip-hidden'),
    source: given.text('source'),
    mapping: mappingFrom(given.text('mapping'), cli),
    dryRun: given.flag('dry-run'),
    rejectedTo,
    hotelFor,
  }
}

function profileFrom(given: string | undefined): Profile | undefined {
  if (given === undefined) return undefined
  const found = importProfiles.find((profile) => profile === given)
  if (found) return found
  throw new WrongUse('cli.wrong.profile', { given: given.slice(0, 80), known: [...importProfiles] })
}

function encodingFrom(given: string | undefined): Encoding | undefined {
  if (given === undefined) return undefined
  const found = encodingNamed(given)
  if (found) return found
  throw new WrongUse('cli.wrong.encoding', { given: given.slice(0, 80), known: [...encodings] })
}

function mappingFrom(file: string | undefined, cli: Cli): Mapping | undefined {
  if (file === undefined) return undefined
  const parsed = mappingShape.safeParse(jsonIn(file), { reportInput: true })
  if (parsed.success) return parsed.data
  throw wrongInput(parsed.error, cli)
}

/** The data set of two Portuguese hotels keeps its rates in euros; another file is treated as one of this machine's hotel. */
function newHotel(
  given: Given,
  cli: Cli,
  profile: Profile,
  where: string | undefined,
  path: string,
): NewHotel {
  const lisbon = profile === 'hotel-booking-demand'
  const hotel = hotelFrom(
    given,
    cli,
    lisbon ? { currency: 'EUR', timeZone: 'Europe/Lisbon', country: 'PRT' } : {},
  )
  const fileName = path.split(/[\\/]/).at(-1) ?? ''
  const hotelName = hotel.hotelName ?? where?.slice(where.indexOf('=') + 1) ?? fileName.replace(/\..*$/, '')
  const checked = operations['setup.run'].input
    .omit({ administrator: true })
    .safeParse({ ...hotel, hotelName }, { reportInput: true })
  if (checked.success) return checked.data
  throw wrongInput(checked.error, cli)
}

function wrongInput(error: Parameters<typeof issuesOf>[0], cli: Cli): WrongUse {
  const fault = { code: 'INVALID_INPUT', issues: issuesOf(error) }
  const problem = describeReply({ ok: false, fault }, cli.language, 'import.start')
  return new WrongUse('cli.wrong.input', { problem, command: 'import' })
}

/** Makes the hotel of a store that has none; answers with the words that tell its currency and time zone. */
export async function ensureHotel(
  app: Application,
  desk: OpenDesk,
  hotel: NewHotel,
  cli: Cli,
): Promise<string | null> {
  const state = await desk.call('setup.state', {})
  if (!state.ok || (state.output as OutputOf<'setup.state'>).hotelName !== '') return null
  const by = {
    actor: `cli:${systemUser()}`,
    workstation: workstation('cli'),
    moment: new Date().toISOString(),
  }
  await createHotel(app.store, by, hotel)
  const { hotelName, currency, timeZone } = hotel
  return words(cli.language, 'cli.import.hotelMade', { hotel: hotelName, currency, timeZone })
}
