import { expect, test } from 'vitest'
import { plainFileName } from '#shared/domain/privacy/file-name.ts'

test.each<[string, string]>([
  ['bookings.csv', 'bookings.csv'],
  ['预订 2026.xlsx', '预订 2026.xlsx'],
  ['C:\\Users\\me\\bookings.csv', 'bookings.csv'],
  ['/home/me/bookings.csv', 'bookings.csv'],
  ['book\u202egpj.exe', 'bookgpj.exe'],
  ['book\u200bings\u00ad.csv', 'bookings.csv'],
  ['a\r\nb\u0007.csv', 'ab.csv'],
  ['half \ud800.csv', 'half \ufffd.csv'],
  [`z${'\u0300'.repeat(28)}.csv`, `z${'\u0300'.repeat(3)}.csv`],
  ['4111 1111 1111 1111.csv', '[visa …1111].csv'],
  ['', 'file'],
  ['\u202e\u200b', 'file'],
  ['folder/', 'file'],
  ['x'.repeat(300), 'x'.repeat(200)],
])('%j is called %j', (name, called) => {
  expect(plainFileName(name)).toBe(called)
})
