import { expect, type Page, type Request } from '@playwright/test'
import type { BookingId, TransactionCodeId } from '#shared/values/index.ts'
import {
  registerActs,
  registers,
  shiftActs,
  voucherActs,
} from '../../renderer/features/folio/cashier/acts.ts'
import type { SectionName as InsightSection } from '../../renderer/features/insight/sections.ts'
import { moneyTabActs } from '../../renderer/features/settings/acts.ts'
import { tabs } from '../../renderer/features/settings/money/money-things.ts'
import { type SectionName, sections } from '../../renderer/features/settings/sections.ts'
import { noteActs, severalActs } from '../../renderer/features/today/acts.ts'
import { checkInActs, guestFeedbackActs, stayBarActs } from '../../renderer/parts/stay/acts.ts'
import { refreshInsight } from './insight.ts'
import type { Served } from './served.ts'

/** The hotel that is walked through: people of many languages, in every state a stay can have. */
export const walkedHotel = { demo: { seed: 7, rooms: 20, years: 1, guests: 300 } } as const

/** Names as long as passports have them, one of them read from the right. */
const long = [
  {
    nativeName: '',
    familyName: 'Wolfeschlegelsteinhausenbergerdorff',
    givenName: 'Hubert Blaine Maximilian',
  },
  {
    nativeName: 'عبد الرحمن بن محمد بن عبد الله الحسيني الهاشمي',
    familyName: 'Al-Husseini Al-Hashimi',
    givenName: 'Abdulrahman Muhammad Abdullah',
  },
] as const

type At = (what: string) => Promise<void>

export type Walked = { guest: number; dueIn: number; inHouse: number; cancelled: number; folio: number }

/** Gives guests of today names that are hard to show, computes Insight, and says whom and what the walk looks at. */
export async function prepareWalk(hotel: Served): Promise<Walked> {
  const { must } = hotel
  const dueIn = (await must('booking.list', { view: 'due-in', limit: 100 })).rows
  const inHouse = (await must('booking.list', { view: 'in-house', limit: 100 })).rows
  for (const [index, names] of long.entries()) {
    for (const { rows } of [{ rows: dueIn }, { rows: inHouse }]) {
      const row = rows[index]
      if (!row) throw new Error('the demo hotel has too few guests today')
      const { guest } = await must('guest.profile', { id: row.guestId })
      await must('guest.update', { id: guest.id, version: guest.version, ...names })
    }
  }
  // Day use has neither a rate nor a room of its nights to change
  const first = dueIn.find(({ arrival, departure }) => arrival < departure)
  const stay = inHouse.find(({ arrival, departure }) => arrival < departure)
  if (!first || !stay) throw new Error('nobody is due in or in house')
  const { version } = await must('booking.get', { id: dueIn.at(-1)?.id ?? first.id })
  const cancelled = dueIn.at(-1)?.id ?? first.id
  await must('booking.cancel', { id: cancelled, version, reason: 'Plans changed' })
  await refreshInsight(hotel)
  const folio = await prepareFolio(hotel, stay.id)
  return { guest: stay.guestId, dueIn: first.id, inHouse: stay.id, cancelled, folio }
}

/** A folio with two windows, charges of today, a payment, a 押金 and a pre-authorisation. */
async function prepareFolio({ must }: Served, bookingId: BookingId): Promise<number> {
  if ((await must('chart.get', {})).empty) await must('chart.load', { chart: 'cn-general' })
  const { codes } = await must('chart.get', {})
  const codeOf = (name: string) => codes.find(({ code }) => code === name)?.id as TransactionCodeId
  const { id } = await must('folio.openForBooking', { bookingId })
  await must('folio.charge', {
    folioId: id,
    items: [
      { codeId: codeOf('LAUN'), unitMinor: 4_800, text: '2 shirts' },
      { codeId: codeOf('REST'), unitMinor: 32_000 },
    ],
  })
  const { lines } = await must('folio.get', { id })
  await must('folio.transfer', { lineIds: [lines.at(-1)?.id as never], toFolioId: id, toWindow: 2 })
  await must('folio.pay', { folioId: id, codeId: codeOf('CARD'), amountMinor: 2_000, lastFour: '4242' })
  await must('deposit.take', { folioId: id, kind: 'key', codeId: codeOf('CASH'), amountMinor: 50_000 })
  await must('hold.take', { folioId: id, amountMinor: 80_000, lastFour: '4242', approval: 'A12345' })
  return id
}

/**
 * Visits every screen and every drawer, and says at each what it is: for checks that hold everywhere. The page is signed in
 * (`hotel.visit`); what is typed is dropped again.
 */
export async function walk(page: Page, hotel: Served, walked: Walked, at: At): Promise<void> {
  page.setDefaultTimeout(15_000)
  const stops = new Stops(page, hotel, at)
  await todayAndGuests(stops, page)
  await profile(stops, walked)
  await bookings(stops, walked)
  await newBooking(stops, page)
  await stays(stops, walked)
  await folios(stops, walked)
  await cashier(stops)
  await stops.screen('change log', '/changes', '.k-change, .k-list-row')
  await stops.screen('import', '/import', '.k-pane button')
  await insight(stops)
  await reports(stops)
  await settings(stops)
  await overlays(stops, page)
}

/** Goes to a place, waits until what belongs there is read and drawn still, and says so. */
class Stops {
  readonly page: Page
  readonly hotel: Served
  readonly at: At
  private readonly asked = new Set<Request>()
  private readonly waiting: (() => void)[] = []

  constructor(page: Page, hotel: Served, at: At) {
    this.page = page
    this.hotel = hotel
    this.at = at
    page.on('request', (request) => {
      // The stream of events is open all the time
      if (new URL(request.url()).pathname !== '/events') this.asked.add(request)
    })
    page.on('requestfinished', (request) => this.ended(request))
    page.on('requestfailed', (request) => this.ended(request))
  }

  private ended(request: Request): void {
    this.asked.delete(request)
    for (const resolve of this.waiting.splice(0)) resolve()
  }

  async screen(what: string, path: string, ready: string): Promise<void> {
    await this.go(path)
    await this.settled(ready)
    await this.at(what)
  }

  /**
   * To an address as by the browser's forward key: a load for each takes four times as long to draw the same. By way of an
   * address that has no screen, so that nothing of the screen before is mistaken for what is waited for.
   */
  async go(path: string): Promise<void> {
    const nothing = this.page.locator('#main code', { hasText: nowhere })
    await this.page.evaluate(stepTo, nowhere)
    await nothing.waitFor()
    await expect(this.page.locator('[role=dialog]')).toHaveCount(0)
    await this.page.evaluate(stepTo, path)
    await nothing.waitFor({ state: 'detached' })
  }

  /** What a key opens over the screen; it is closed again. */
  async opened(what: string, keys: string, ready = '[role=dialog]'): Promise<void> {
    await this.page.keyboard.press(keys)
    await this.settled(ready)
    await this.at(what)
    await this.page.keyboard.press('Escape')
    await expect(this.page.locator(ready).filter({ visible: true })).toHaveCount(0)
  }

  /** Nothing is asked any more, and what was answered is drawn and stands still. */
  async settled(ready: string): Promise<void> {
    do {
      await this.answered()
      await this.page.waitForFunction(isStill)
      await this.page.locator(ready).filter({ visible: true }).first().waitFor()
    } while (this.asked.size > 0 || !(await this.page.evaluate(isStill)))
  }

  private async answered(): Promise<void> {
    while (this.asked.size > 0) await new Promise<void>((resolve) => this.waiting.push(resolve))
  }

  async stop(what: string, ready: string): Promise<void> {
    await this.settled(ready)
    await this.at(what)
  }
}

/** Runs in the page: nothing is awaited and nothing moves. */
function isStill(): boolean {
  return (
    document.querySelector('.k-skeleton-rows') === null &&
    document
      .getAnimations()
      .every((one) => one.playState !== 'running' || one.effect?.getComputedTiming().endTime === Infinity)
  )
}

const nowhere = '/nowhere'

/** Runs in the page: a step as the program takes it. */
function stepTo(path: string): void {
  const { key = 0, ...rest } = (window.history.state ?? {}) as { key?: number }
  const state = { ...rest, key: key + 1 }
  window.history.pushState(state, '', path)
  window.dispatchEvent(new PopStateEvent('popstate', { state }))
}

async function todayAndGuests(stops: Stops, page: Page): Promise<void> {
  await stops.screen('today', '/today', '.k-list-row')
  await stops.screen('guests', '/guests', '.k-list-row')
  await page.keyboard.type('zh')
  await stops.stop('guests, searched', '.k-match')
  // A tab has one search until a step is taken within the program: Today would be narrowed by it
  await page.evaluate(() => sessionStorage.removeItem('keyrack:typed'))
  await page.goto(page.url().replace(/\?.*/, ''))
  await stops.settled('.k-list-row')
  await stops.opened('new guest', 'Alt+n')
}

async function profile(stops: Stops, { guest }: Walked): Promise<void> {
  await stops.screen('profile', `/guests/${guest}`, '#guest-stays .k-list-row')
  await stops.page.keyboard.press('Alt+6')
  await stops.stop('profile, changes', '.k-change')
  await stops.opened('profile, request', 'Alt+r')
  await stops.opened('profile, alerts', 'Alt+a')
  await stops.opened('profile, feedback', guestFeedbackActs.feedback.key)
}

/** The list of folios and one of them, with each of its acts. */
async function folios(stops: Stops, { folio }: Walked): Promise<void> {
  await stops.screen('folios', '/folios', '.k-list-row')
  await stops.opened('folios, new account', 'Alt+n')
  await stops.screen('folio', `/folios/${folio}`, '.fo-lines')
  for (const act of folioActs)
    await stops.screen(`folio, ${act}`, `/folios/${folio}?do=${act}`, '[role=dialog] button')
}

/** The cashier's page with each of its registers, what is typed of a shift and the report of one that was counted. */
async function cashier(stops: Stops): Promise<void> {
  const { page } = stops
  await stops.screen('cashier', '/cashier', '#main .k-list-row')
  for (const register of registers) {
    await page.keyboard.press(registerActs[register].key)
    await stops.stop(`cashier, ${register}`, '#main .k-list-row, #main .k-empty')
    if (register === 'vouchers') await stops.opened('cashier, sell a voucher', voucherActs.sell.key)
  }
  await page.locator('#main .k-list').focus()
  for (let down = 0; down < 3; down += 1) await page.keyboard.press('ArrowDown')
  await stops.opened('cashier, report of a shift', 'Enter')
  for (const act of ['count', 'drop'] as const)
    await stops.opened(`cashier, ${act}`, shiftActs[act].key, '.cashier-form')
}

const folioActs = [
  'charge',
  'pay',
  'settle',
  'deposit',
  'apply-deposit',
  'return-deposit',
  'keep-deposit',
  'hold',
  'capture',
  'release',
  'paper',
  'fapiao',
  'taxes',
  'refund',
  'pay-out',
  'payee',
  'routing',
  'fee',
  'terms',
  'skip',
  'correct',
  'allow',
  'split',
  'transfer',
] as const

/** Each act of a booking by its address, so that a drawer stays what it is while keys change. */
async function bookings(stops: Stops, { dueIn, inHouse, cancelled }: Walked): Promise<void> {
  const of = (id: number, acts: readonly string[]) =>
    acts.map((act) => [`booking, ${act}`, `/bookings/${id}?do=${act}`] as const)
  await stops.screen('booking, due in', `/bookings/${dueIn}`, '.k-bk-head')
  await stops.screen('booking, in house', `/bookings/${inHouse}`, '.k-bk-head')
  await stops.screen('booking, cancelled', `/bookings/${cancelled}`, '.k-bk-head')
  const places = [
    ...of(dueIn, ['dates', 'room-type', 'room', 'rate', 'guests', 'request', 'cancel']),
    ...of(inHouse, ['room']),
    ...of(cancelled, ['reinstate']),
  ]
  for (const [what, path] of places) await stops.screen(what, path, '[role=dialog]')
}

async function newBooking(stops: Stops, page: Page): Promise<void> {
  await stops.screen('new booking', '/bookings/new', '.k-picker input')
  await page.locator('.k-picker input').first().fill('zh')
  await stops.stop('new booking, guests found', '.k-picker-row')
  await page.locator('.k-picker input').first().fill('')
  await stops.opened('new booking, message', 'Alt+m', '#main textarea')
}

/** Who comes and goes, and all that the house does for those who stay. */
async function stays(stops: Stops, { dueIn, inHouse }: Walked): Promise<void> {
  await stops.screen('check-in', `/bookings/${dueIn}/check-in`, '.k-stay-bar')
  await stops.opened('check-in, signature', checkInActs.sign.key)
  await stops.screen('walk-in', '/bookings/new?for=walk-in', '.k-picker input')
  await stops.screen('check-out', `/bookings/${inHouse}/check-out`, '.k-stay-bar')
  await stops.screen('booking, before feedback', `/bookings/${inHouse}`, '.k-stay-bar')
  await stops.opened('booking, feedback', stayBarActs.feedback.key)
  await stops.screen('today, before several', '/today', '.k-list-row')
  await stops.opened('today, several at once', severalActs.several.key)
  await stops.opened('today, notes of the shift', noteActs.notes.key)
  for (const path of ['requests', 'house', 'housekeeping', 'housekeeping/notes', 'registration', 'close'])
    await stops.screen(path, `/${path}`, '#main .k-pane')
  await stops.screen('housekeeping/my', '/housekeeping/my', '.hk-my .hk-touch')
  const desk = stops.page.viewportSize()
  await stops.page.setViewportSize({ width: 360, height: 740 })
  await stops.screen('housekeeping/my on a telephone', '/housekeeping/my', '.hk-my .hk-touch')
  if (desk) await stops.page.setViewportSize(desk)
}

/** Sections that have between them what the others are drawn with: tables, a chart, lists, rules, a drawer. */
const insightSections = ['value', 'leaving', 'segments'] as const satisfies readonly InsightSection[]

/** What is there once a section has read what it shows. */
const readyOf = {
  value: '.ins-body .k-pane table',
  leaving: '.ins-body .k-list-row',
  segments: '.ins-body .k-pane',
} as const satisfies Record<(typeof insightSections)[number], string>

async function insight(stops: Stops): Promise<void> {
  for (const name of insightSections) {
    await stops.screen(`insight, ${name}`, `/insight/${name}`, readyOf[name])
    if (name === 'leaving') await stops.opened('insight, snooze', 'Alt+z')
    if (name !== 'segments') continue
    await stops.page.keyboard.press('Alt+n')
    await stops.stop('insight, new segment', '.sg-names')
  }
}

/** The dashboard with its tables and a calendar, and a report with the bookings behind a row. */
async function reports(stops: Stops): Promise<void> {
  await stops.screen('dashboard', '/reports/dashboard', '.db-spans')
  await stops.go('/reports/occupancy?period=last-90-days&by=roomType')
  await stops.settled('.rp-figures')
  await stops.page.keyboard.press('Alt+g')
  await stops.page.keyboard.press('Enter')
  await stops.stop('report, bookings', '[data-pane=bookings] .k-list-row')
  await stops.go('/reports/schedules')
  await stops.settled('.k-empty')
  await stops.opened('report, schedule', 'Alt+n')
}

/** What the sections of the settings open by a key. */
const drawersOf: Partial<Record<SectionName, readonly string[]>> = {
  'room-types': ['Alt+n'],
  rooms: ['Alt+n', 'Alt+r'],
  'rate-plans': ['Alt+n'],
  users: ['Alt+n'],
}

async function settings(stops: Stops): Promise<void> {
  for (const { name } of sections) {
    await stops.screen(`settings, ${name}`, `/settings/${name}`, '#main .k-pane')
    for (const keys of drawersOf[name] ?? []) await stops.opened(`settings, ${name}, ${keys}`, keys)
    if (name === 'money') await money(stops)
  }
}

/** Each part of the chart, and what adds a thing to it. */
async function money(stops: Stops): Promise<void> {
  for (const tab of tabs) {
    await stops.page.keyboard.press(moneyTabActs[tab].key)
    await stops.stop(`settings, money, ${tab}`, '#main .k-list-row, #main .k-empty, #main .s-form')
    if (tab !== 'general') await stops.opened(`settings, money, new of ${tab}`, 'Alt+n')
  }
}

async function overlays(stops: Stops, page: Page): Promise<void> {
  await stops.screen('today again', '/today', '.k-list-row')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('zh')
  await stops.stop('palette', '.k-palette-row .k-name')
  await page.keyboard.press('Escape')
  await stops.opened('keys', 'F1', '.k-keys')
  await page.keyboard.press('F8')
  await stops.stop('switch of user', '.k-lock input[type=password]')
}
