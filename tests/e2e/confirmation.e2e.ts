import { expect, type Page } from '@playwright/test'
import type { BookingId } from '#shared/values/index.ts'
import { test } from '../support/journeys.ts'
import type { Served } from '../support/served.ts'
import { servedToJourneys, status } from '../support/served-small-hotel.ts'

let hotel: Served

test.use({ viewport: { width: 1366, height: 768 }, permissions: ['clipboard-read', 'clipboard-write'] })

servedToJourneys((served) => {
  hotel = served
})

const message = `【携程】新订单 请尽快确认
订单号：11283746501
入住人：张伟
联系电话：13800138000
入住日期：3月12日
离店日期：3月14日
房型：豪华间
间数：1
入住人数：2
2026-03-12  CNY700.00  2份早餐
2026-03-13  CNY760.00  2份早餐
总价：CNY1460.00
预付
备注：高楼层`

const cancellation = `【携程】取消订单通知
订单号：11283746501
入住人：张伟
以下订单已取消`

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text)
  await page.keyboard.press('Control+V')
}

const facts = (page: Page) => page.locator('.k-message-facts')

test('a pasted confirmation fills the form, is looked at point by point, and is saved by its own key alone', async ({
  page,
}) => {
  await hotel.visit(page, '/bookings/new')
  await expect(page.getByRole('combobox', { name: 'Guest', exact: true })).toBeFocused()
  await paste(page, message)
  await expect(facts(page)).toContainText('11283746501')
  await expect(page.getByLabel('Arrival')).toHaveValue('12 Mar 2026')
  await expect(page.getByLabel('Number at the agency')).toHaveValue('11283746501')
  await expect(page.getByLabel('Name in own script')).toHaveValue('张伟')
  await expect(page.locator('.k-bk-sum')).toContainText('¥1,460.00')

  // The guest on file is offered, and taken by the clerk
  await page.getByRole('button', { name: /Zhang Wei .*8000/ }).press('Enter')
  await expect(page.locator('.k-bk-chosen')).toContainText('Zhang Wei')

  // Two dates without a year and two persons who may be a child
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('3 points of the message are still to check')).toBeVisible()
  expect((await hotel.must('change.list', { operation: 'booking.create', limit: 50 })).rows.length).toBe(5)
  await page.getByLabel('Adults').fill('1')
  await page.getByLabel('Adults').blur()
  await expect(page.getByText('2 points of the message are still to check')).toBeVisible()
  for (const left of [1, 0]) {
    await page.keyboard.press('Alt+C')
    await expect(page.locator('.k-message-open')).toHaveCount(left)
  }
  await page.keyboard.press('Control+Enter')
  await expect(page).toHaveURL(/\/bookings\/\d+$/)
  await expect(status(page)).toContainText('Booking created')
  const id = Number(page.url().split('/').at(-1)) as BookingId
  expect(await hotel.must('booking.get', { id })).toMatchObject({
    arrival: '2026-03-12',
    departure: '2026-03-14',
    adults: 1,
    channel: 'online-agency',
    meal: 'breakfast',
    totalMinor: 146_000,
    nights: [{ rateMinor: 70_000 }, { rateMinor: 76_000 }],
    source: { agency: 'Ctrip', confirmationNo: '11283746501' },
  })

  // The same message once more is on file; a cancellation fills nothing and leads to its booking
  await page.keyboard.press('F7')
  await expect(page.getByRole('combobox', { name: 'Guest', exact: true })).toBeFocused()
  await paste(page, message)
  await expect(page.locator('.k-message-kind')).toContainText('On file under this number')
  await page.locator('.k-tool', { hasText: 'Clear' }).click()
  await paste(page, cancellation)
  await expect(page.locator('.k-message-kind')).toContainText('This message cancels a booking')
  await expect(page.getByLabel('Arrival')).toHaveValue('2 Mar 2026')
  await page.keyboard.press('Alt+O')
  await expect(page).toHaveURL(new RegExp(`/bookings/${id}$`))
})

test('a mail is dropped or chosen; what is none is refused in words; one line is typed as ever', async ({
  page,
}) => {
  await hotel.visit(page, '/bookings/new')
  const guest = page.getByRole('combobox', { name: 'Guest', exact: true })
  await expect(guest).toBeFocused()
  await paste(page, 'Hopper')
  await expect(guest).toHaveValue('Hopper')
  await page.keyboard.press('Alt+M')
  await expect(page.getByRole('textbox', { name: /Paste the confirmation/ })).toBeFocused()
  const chosen = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a file' }).press('Enter')
  await (await chosen).setFiles({
    name: 'voucher.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7 x'),
  })
  await expect(page.getByRole('alert').filter({ hasText: 'voucher.pdf is not a message' })).toBeVisible()
  const mail =
    'From: a@booking.com\r\nSubject: =?utf-8?B?TmV3IGJvb2tpbmc=?=\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n' +
    '<table><tr><td>Booking number</td><td>4071234599</td></tr><tr><td>Check-in</td><td>Thu 12 Mar 2026</td></tr>' +
    '<tr><td>Check-out</td><td>Fri 13 Mar 2026</td></tr></table><img src="https://tracker.example/x.gif">'
  await page.evaluate((content) => {
    const dropped = new DataTransfer()
    dropped.items.add(new File([content], 'mail.eml'))
    document.body.dispatchEvent(
      new DragEvent('drop', { dataTransfer: dropped, bubbles: true, cancelable: true }),
    )
  }, mail)
  await expect(facts(page)).toContainText('4071234599')
  await expect(page.getByLabel('Departure')).toHaveValue('13 Mar 2026')
})
