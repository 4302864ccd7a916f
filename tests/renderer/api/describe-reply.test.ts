import { describe, expect, it } from 'vitest'
import { operations } from '#shared/contract/index.ts'
import { issuesOf } from '#shared/contract/issues.ts'
import { describeIssue, describeReply, fieldName, isKey, operationWords, words } from '#shared/i18n/index.ts'
import { languages } from '#shared/i18n/language.ts'

const fault = (code: string, more = {}) => ({ ok: false as const, fault: { code, ...more } })
const refusal = (code: string, params = {}) => ({ ok: false as const, refusal: { code, params } })
const invalid = (path: (string | number)[], code: string, params = {}) =>
  fault('INVALID_INPUT', { issues: [{ path, code, params }] })

describe('a reply in one sentence', () => {
  it('names the field and the remedy', () => {
    const reply = invalid(['arrival'], 'invalid.date')
    expect(describeReply(reply, 'en')).toBe(
      'Arrival: there is no such date; enter one as year-month-day, like 2026-02-28',
    )
    expect(describeReply(reply, 'zh')).toBe('抵店日期：没有这个日期，请按“年-月-日”填写，例如 2026-02-28')
  })

  it('says how many more fields there are', () => {
    const issue = { path: ['departure'], code: 'invalid.required', params: {} }
    const reply = fault('INVALID_INPUT', { issues: [issue, issue, issue] })
    expect(describeReply(reply, 'en')).toContain('(2 further fields need attention)')
    expect(describeReply(reply, 'zh')).toContain('另有 2 项')
  })

  it('asks for another remedy where the same rule stops another act', () => {
    const past = refusal('NIGHT_IN_PAST', { night: '2026-03-01', businessDate: '2026-03-02' })
    expect(describeReply(past, 'en', 'booking.changeDates')).toContain('cannot change')
    expect(describeReply(past, 'en', 'booking.create')).toContain('Choose a later arrival')
    expect(describeReply(past, 'zh', 'booking.create')).not.toContain('不可更改')
  })

  it('writes days and states of a refusal in the reader’s language', () => {
    const taken = refusal('ROOM_TAKEN', { room: '1204', night: '2026-03-07' })
    expect(describeReply(taken, 'en', 'booking.assignRoom')).toContain(
      'Room 1204 is taken on the night of Sat',
    )
    expect(describeReply(taken, 'zh', 'booking.assignRoom')).toContain('周六')
    expect(describeReply(refusal('BOOKING_ENDED', { status: 'checked-out' }), 'zh')).toContain('已离店')
  })

  it('gives the incident of a defect', () => {
    expect(describeReply(fault('INTERNAL', { incident: 'K7Q2' }), 'en')).toContain('K7Q2')
  })

  it('has words for a code it has never heard of', () => {
    expect(describeReply(refusal('MOON_FULL'), 'en')).toBe('Not possible: MOON_FULL.')
    expect(describeIssue({ path: [], code: 'invalid.moon' }, 'en')).toContain('invalid.moon')
  })

  it.each([
    'NOT_SIGNED_IN',
    'NOT_PERMITTED',
    'CONFLICT',
    'BUSY',
    'UNKNOWN_OPERATION',
    'INTERNAL',
    'UNREACHABLE',
    'UNANSWERED',
    'NOT_LET_IN',
  ])('words the fault %s in both languages', (code) => {
    for (const language of languages)
      expect(describeReply(fault(code), language, 'x.y')).not.toMatch(/\{\{|Not possible/)
  })

  it('names who could allow it, where somebody is known', () => {
    const denied = fault('NOT_PERMITTED', { needed: 'import', who: 'Wang Fang, Lin Hao' })
    expect(describeReply(denied, 'en')).toBe(
      'Your role does not allow this: it needs the right “Import data”. Wang Fang, Lin Hao can do it.',
    )
    expect(describeReply(fault('NOT_PERMITTED', { needed: 'import', who: '' }), 'en')).not.toContain(
      'can do it',
    )
  })

  it.each(['full', 'read-only', 'damaged', 'unavailable', 'moved'])(
    'words the store that is %s',
    (reason) => {
      expect(describeReply(fault('STORE', { reason }), 'zh')).not.toContain('STORE')
    },
  )
})

describe('every operation of the contract', () => {
  const all = Object.values(operations).flatMap((operation) =>
    operation.refusals.map((code) => [operation.name, code] as const),
  )

  it.each(all)('%s words its refusal %s', (name, code) => {
    const area = name.split('.')[0]
    expect(isKey(`${area}.refusal.${code}`) || isKey(`refusal.${code}`)).toBe(true)
  })
})

describe('issues as the core finds them', () => {
  it('are worded without a placeholder or a code left over', () => {
    for (const operation of Object.values(operations)) {
      for (const input of [{}, { id: 'x', version: -1 }, 7, null]) {
        const parsed = operation.input.safeParse(input, { reportInput: true })
        if (parsed.success) continue
        for (const language of languages) {
          const reply = {
            ok: false as const,
            fault: { code: 'INVALID_INPUT', issues: issuesOf(parsed.error) },
          }
          expect(describeReply(reply, language, operation.name)).not.toMatch(
            /\{\{|undefined|invalid\.|不可用|Not possible/,
          )
        }
      }
    }
  })

  it('carry the limit where one is known', () => {
    expect(describeIssue({ path: [], code: 'invalid.tooLong', params: { max: 80 } }, 'en')).toContain(
      '80 characters',
    )
    expect(describeIssue({ path: [], code: 'invalid.tooLong' }, 'en')).toBe('too long; shorten it')
    expect(describeIssue({ path: [], code: 'invalid.tooSmall', params: { max: 9 } }, 'en')).toBe(
      'too small; enter more',
    )
  })
})

describe('names of fields', () => {
  it('count positions from one', () => {
    expect(fieldName(['contacts', 1, 'value'], 'en')).toBe('Contacts 2, Value')
    expect(fieldName(['contacts', '1', 'value'], 'zh')).toBe('联系方式（第 2 项）的内容')
    expect(fieldName([], 'en')).toBe('Input')
    expect(fieldName(['no such field'], 'en')).toBe('no such field')
  })
})

describe('words', () => {
  it('follow the plural of the language', () => {
    expect(words('en', 'common.nights', { count: 1 })).toBe('1 night')
    expect(words('en', 'common.nights', { count: 3 })).toBe('3 nights')
    expect(words('zh', 'common.nights', { count: 1 })).toBe('1 晚')
  })

  it('name operations in the past tense, and by their own name where no words stand', () => {
    expect(operationWords('access.signIn', 'zh')).toBe('已登录')
    expect(operationWords('moon.rise', 'en')).toBe('moon.rise')
  })
})
