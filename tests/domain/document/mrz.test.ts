import { describe, expect, test } from 'vitest'
import { mrzCheck, readMrz } from '#shared/domain/document/mrz.ts'
import { businessDateOf } from '#shared/values/index.ts'

/** A passport’s zone with those two-digit years, its check digits right. */
function passport({ birth = '900101', expiry = '310304' }): string {
  const number = `E12345678${mrzCheck('E12345678')}`
  const born = birth + mrzCheck(birth)
  const until = expiry + mrzCheck(expiry)
  const optional = `${'<'.repeat(14)}<`
  const composite = mrzCheck(number + born + until + optional)
  return `${'P<CHNZHANG<<WEI'.padEnd(44, '<')}${number}CHN${born}M${until}${optional}${composite}`
}

describe('a filler for a check digit', () => {
  /** A passport with that optional data and filler. */
  const zone = (optional: string) => {
    const data = `E12345678${mrzCheck('E12345678')}CHN900101${mrzCheck('900101')}M310304${mrzCheck('310304')}`
    const second = `${data}${optional.padEnd(14, '<')}<`
    const composite = mrzCheck(`${second.slice(0, 10)}${second.slice(13, 20)}${second.slice(21)}`)
    return `${'P<CHNZHANG<<WEI'.padEnd(44, '<')}${second}${composite}`
  }
  test.each(['A', '<A', 'ABCDEFGHIJKLMN'])('is not enough for %s', (optional) => {
    expect(readMrz(zone(optional), businessDateOf('2026-03-05'))).toMatchObject({
      refusal: { code: 'mrz.optional' },
    })
  })
  test('is enough for an empty field', () => {
    expect(readMrz(zone(''), businessDateOf('2026-03-05'))).toMatchObject({ value: { optional: '' } })
  })
})

describe('the century of a birth date', () => {
  test.each<[string, string, string | null]>([
    ['260304', '2026-03-05', '2026-03-04'],
    ['260305', '2026-03-05', '2026-03-05'],
    ['260306', '2026-03-05', '1926-03-06'],
    ['270101', '2026-03-05', '1927-01-01'],
    ['991231', '2026-03-05', '1999-12-31'],
    ['000101', '2026-03-05', '2000-01-01'],
    ['991231', '1999-12-31', '1999-12-31'],
    ['000101', '1999-12-31', '1900-01-01'],
    ['000101', '2000-01-01', '2000-01-01'],
    ['000102', '2000-01-01', '1900-01-02'],
    ['991231', '2100-01-01', '2099-12-31'],
    // A leap day of this century that is still to come was one of the last century’s.
    ['280229', '2026-03-05', '1928-02-29'],
    ['000229', '2026-03-05', '2000-02-29'],
    ['000229', '1999-12-31', null],
    ['250229', '2026-03-05', null],
  ])('%s read on %s is %s', (birth, on, date) => {
    const read = readMrz(passport({ birth }), businessDateOf(on))
    if (date === null) expect(read).toMatchObject({ ok: false, refusal: { code: 'mrz.birthDate' } })
    else expect(read).toMatchObject({ ok: true, value: { birthDate: date } })
  })

  test.each(['<<<<<<', '8<<<<<', '85<<<<', '8501<<'])('%s is not known', (birth) => {
    expect(readMrz(passport({ birth }), businessDateOf('2026-03-05'))).toMatchObject({
      value: { birthDate: null },
    })
  })

  test.each(['85<1<<', '<50101', '85010<', '85A1<<'])('%s is no birth date', (birth) => {
    expect(readMrz(passport({ birth }), businessDateOf('2026-03-05'))).toMatchObject({
      refusal: { code: 'mrz.birthDate' },
    })
  })
})

describe('the century of an expiry: fifty years before or after the day', () => {
  test.each<[string, string, string]>([
    ['260305', '2026-03-05', '2026-03-05'],
    ['760101', '2026-03-05', '2076-01-01'],
    ['770101', '2026-03-05', '1977-01-01'],
    ['991231', '2026-03-05', '1999-12-31'],
    ['300101', '2080-03-05', '2030-01-01'],
    ['290101', '2080-03-05', '2129-01-01'],
    ['050101', '1999-12-31', '2005-01-01'],
  ])('%s read on %s is %s', (expiry, on, date) => {
    expect(readMrz(passport({ expiry }), businessDateOf(on))).toMatchObject({ value: { expiresOn: date } })
  })

  test.each(['310229', '<<<<<<'])('%s is no expiry', (expiry) => {
    expect(readMrz(passport({ expiry }), businessDateOf('2026-03-05'))).toMatchObject({
      refusal: { code: 'mrz.expiry' },
    })
  })
})
