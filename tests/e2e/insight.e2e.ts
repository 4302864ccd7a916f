import { expect, type Page, test as plain } from '@playwright/test'
import type { BusinessDate, GuestId } from '#shared/values/index.ts'
import { refreshInsight } from '../support/insight.ts'
import { test } from '../support/journeys.ts'
import { type Served, serveHotel } from '../support/served.ts'
import { status } from '../support/served-small-hotel.ts'
import { writeStays } from '../support/stays.ts'

/** A manager's morning with Insight, on a small hotel with three years behind it. */
let hotel: Served

plain.beforeAll(async () => {
  hotel = await serveHotel({ seed: { demo: { seed: 7, rooms: 12, years: 3 } } })
})
plain.afterAll(async () => {
  expect(hotel.defects).toEqual([])
  await hotel.close()
})

test.use({ viewport: { width: 1366, height: 768 } })

/** All figures are there, be it from the journey before or from now. */
async function computed(): Promise<void> {
  if ((await hotel.must('insight.status', {})).asOf === null) await refreshInsight(hotel)
}

const list = (page: Page) => page.getByRole('grid', { name: 'Leaving' })
const firstRow = (page: Page) => list(page).getByRole('row').nth(1)
const drawer = (page: Page, name: RegExp) => page.getByRole('dialog', { name })
const listed = async () => (await hotel.must('leaving.list', { limit: 100 })).rows

test('guests who may be leaving are taken on, left for later, and closed as won back; each is undone', async ({
  page,
}) => {
  // All figures of three years are computed on the way
  test.slow()
  await hotel.visit(page, '/insight/leaving')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Insight')
  await page.keyboard.press('Alt+U')
  await expect(firstRow(page)).toBeVisible({ timeout: 80_000 })

  // The first one whom nobody has taken on yet
  const due = await listed()
  const at = due.findIndex((one) => one.case === null)
  const { guestId, latinName, name } = due[at] ?? due[0]!
  const row = list(page)
    .getByRole('row')
    .filter({ hasText: latinName || name })
  for (let down = 0; down < at; down++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Alt+k')
  await expect(status(page)).toContainText('Guest taken on')
  await expect(row).toContainText('Ada Min')

  await page.keyboard.press('Alt+z')
  await expect(drawer(page, /^Snooze/)).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(drawer(page, /^Snooze/)).toHaveCount(0)
  await expect(status(page)).toContainText('Snoozed')
  const isListed = async () => (await listed()).some((one) => one.guestId === guestId)
  await expect.poll(isListed).toBe(false)
  await status(page).getByRole('button', { name: /Undo/ }).click()
  await expect.poll(isListed).toBe(true)

  // The guest is at the desk: the list notices it, and asks for the case to be closed
  writeStays(hotel.file, [
    { guestId: guestId as GuestId, arrival: '2026-03-02', departure: '2026-03-04', status: 'in-house' },
  ])
  await page.reload()
  await expect(row).toContainText('Back')
  await row.click()
  await page.keyboard.press('Alt+c')
  await expect(drawer(page, /^Close the case/)).toContainText('The guest came back on Mon 2 Mar 2026')
  await page.keyboard.press('Control+Enter')
  await expect(status(page)).toContainText('Case closed')
  const outcome = async () => (await hotel.must('leaving.cases', { guestId }))[0]?.outcome
  expect(await outcome()).toBe('won-back')
  await status(page).getByRole('button', { name: /Undo/ }).click()
  await expect.poll(outcome).toBeNull()
})

test('value, lifetime value, playbooks and settings are worked by keys alone', async ({ page }) => {
  await computed()
  await hotel.visit(page, '/insight/value')
  const pane = (name: string) => page.locator(`[data-pane="${name}"]`)
  const guests = pane('guests').getByRole('grid')
  await expect(guests).toBeFocused()
  await page.keyboard.press('Alt+k')
  const segment = (name: string) => pane('figures').getByRole('button', { name, exact: true })
  await expect(segment('Key value')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(segment('Key to develop')).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expect(pane('guests').getByRole('heading')).toContainText('RFM · Key value')
  await expect(segment('Key value')).toBeFocused()
  await page.keyboard.press('Alt+g')
  await expect(guests).toBeFocused()
  await page.keyboard.press('Alt+s')
  await expect(guests.getByRole('columnheader', { name: 'Days' })).toHaveAttribute('aria-sort', 'ascending')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/guests\/\d+$/)
  await page.keyboard.press('Escape')
  await expect(guests).toBeFocused()
  await expect(page).toHaveURL(/key-value/)

  await page.keyboard.press('Alt+2')
  await expect(guests).toBeFocused()
  await page.keyboard.press('Alt+8')
  await expect(page.getByRole('grid', { name: 'Playbooks' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(drawer(page, /Key value/).getByLabel('What is done')).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('Fruit and a card in the room')
  await page.keyboard.press('Control+Enter')
  await expect(status(page)).toContainText('Playbook saved')
  await expect(page.getByRole('grid', { name: 'Playbooks' })).toBeFocused()

  await page.keyboard.press('Alt+9')
  const hours = page.getByLabel('Hours between computations')
  await hours.focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('12')
  await page.keyboard.press('Enter')
  await expect(status(page)).toContainText('Settings of Insight changed')
})

test('figures of an earlier date say so, and how far behind they are', async ({ page }) => {
  await computed()
  await hotel.visit(page, '/insight/value')
  const asOf = page.getByLabel('As of an earlier date')
  await asOf.fill('1/9/2025')
  await asOf.press('Tab')
  await page.getByRole('button', { name: 'Compute', exact: true }).click()
  await expect(page.locator('.k-run-age')).toContainText(
    'As of Mon 1 Sept 2025, 182 days before the business date',
    { timeout: 30_000 },
  )
  await page.getByRole('button', { name: 'Back to today' }).click()
  await expect(page.locator('.k-run-age')).toHaveCount(0)
})

test('a segment is built by keyboard, saved, and narrows the guest list', async ({ page }) => {
  await computed()
  await hotel.visit(page, '/insight/segments')
  await expect(page.getByRole('button', { name: /New segment/ })).toBeVisible()
  await page.keyboard.press('Alt+n')
  await expect(page.getByLabel('Name in Chinese')).toBeFocused()
  await page.keyboard.type('四次以上')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Four stays or more')
  await page.keyboard.press('Alt+a')
  await expect(page.getByRole('combobox', { name: 'What the condition asks' })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.type('4')
  const counted = page.getByRole('status').filter({ hasText: 'As of' })
  await expect(counted).toBeVisible()
  await page.keyboard.press('Control+s')
  await expect(status(page)).toContainText('Segment saved')
  // As an open program does by itself within a minute
  const { job } = await hotel.must('insight.run', { kind: 'segment' })
  await hotel.app.jobs.ended(job)
  const saved = async () =>
    (await hotel.must('segment.list', {})).find(({ nameEn }) => nameEn === 'Four stays or more')
  await expect.poll(async () => (await saved())?.members?.count).toBeGreaterThan(0)
  const segment = await saved()
  const members = segment?.members?.count ?? 0
  await expect(counted).toContainText(String(members))
  await page.keyboard.press('Alt+o')
  await expect(page).toHaveURL(new RegExp(`segment=${segment?.id}`))
  await expect(page.locator('#main')).toContainText('Four stays or more')
  await expect(page.locator('#main')).toContainText(`${members} guests`)
})

test('a clerk sees why a guest is of which class, takes an offer for a new booking, and undoes it', async ({
  page,
}) => {
  const clerk = {
    login: 'lina',
    name: 'Li Na',
    role: 'clerk',
    language: 'en',
    password: 'correct horse',
  } as const
  await hotel.must('access.createUser', clerk)
  await computed()
  const guest = await withOffer()
  await hotel.visit(page, `/guests/${guest}`, { login: 'lina' })
  await expect(page.locator('.k-next-panel').first()).toContainText(
    /\d+ stays?, the last one \d+ days ago, total revenue/,
  )
  await page.keyboard.press('F7')
  await expect(page.getByLabel('Arrival')).toBeFocused()
  const offer = page.getByRole('list', { name: 'What to offer' }).getByRole('listitem').first()
  await expect(offer).toContainText(/^Offer: .* because /)
  const text = await offer.locator('b').textContent()
  await offer.getByRole('button', { name: 'Taken', exact: true }).press('Enter')
  await expect(status(page)).toContainText('Offer noted')
  await expect(page.getByText(text ?? '—', { exact: true })).toHaveCount(0)
  const noted = async () => (await hotel.must('change.list', { operation: 'offer.note', limit: 1 })).rows[0]
  const note = await noted()
  expect(note).toMatchObject({
    actor: 'lina',
    after: { guestId: guest, outcome: 'taken', place: 'new-booking' },
  })
  await status(page).getByRole('button', { name: /Undo/ }).click()
  await expect.poll(async () => (await noted())?.undoneBy).not.toBeNull()
})

/** A guest without a booking to come to whom something is offered for tonight. */
async function withOffer(): Promise<GuestId> {
  const { rows } = await hotel.must('insight.valueGuests', { of: { by: 'all' }, limit: 100 })
  for (const { id } of rows) {
    const { offers } = await hotel.must('insight.newOffers', {
      guestId: id,
      arrival: '2026-03-02' as BusinessDate,
      departure: '2026-03-03' as BusinessDate,
      adults: 1,
    })
    if (offers.length > 0) return id
  }
  throw new Error('nothing is offered to anybody')
}

test('the tree learns towards another target; computing again is cancelled and leaves the figures', async ({
  page,
}) => {
  await computed()
  await hotel.visit(page, '/insight/tree')
  const tree = page.locator('[data-pane="rules"]')
  await expect(tree).toContainText(/Of \d[\d,]* guests on/)
  await page.getByRole('button', { name: 'High value in the next 12 months' }).press('Enter')
  await expect(tree).toContainText('Compute the tree')
  await page.keyboard.press('Alt+k')
  await expect(tree).toContainText(/Of \d[\d,]* guests on/, { timeout: 30_000 })
  const before = await hotel.must('insight.status', {})
  await page.keyboard.press('Alt+u')
  await page.getByRole('button', { name: 'Cancel', exact: true }).click()
  await expect.poll(async () => (await hotel.must('insight.status', {})).job).toBeNull()
  expect(await hotel.must('insight.status', {})).toMatchObject({ asOf: before.asOf, moment: before.moment })
  await expect(tree).toContainText(/Of \d[\d,]* guests on/)
})
