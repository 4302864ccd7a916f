import { describe, expect, test } from 'vitest'
import type { BookingImage } from '#shared/domain/booking/booking.ts'
import type { BookingChange, BookingDraft } from '#shared/domain/booking/change.ts'
import { planChange, planCreate } from '#shared/domain/booking/plan.ts'
import { ok, refuse } from '#shared/values/index.ts'
import { booking, id, plainDraft, termed } from './support.ts'

const needed = (why: string, plan: number) => refuse('ACCOUNT_NEEDED', { why, plan: `P${plan}` })
const asCorporate = { segment: 'corporate', channel: 'corporate', guarantee: 'company' }

describe('a new booking', () => {
  test.each<[string, Partial<BookingDraft>, unknown]>([
    [
      'is what its plan says',
      { ratePlanId: id(4), companyId: id(2) },
      ok(booking({ ratePlanId: id(4), companyId: id(2), ...asCorporate })),
    ],
    [
      'is what the clerk says instead',
      {
        ratePlanId: id(4),
        companyId: id(2),
        segment: 'transient',
        channel: 'walk-in',
        guarantee: 'deposit',
      },
      ok(
        booking({
          ratePlanId: id(4),
          companyId: id(2),
          segment: 'transient',
          channel: 'walk-in',
          guarantee: 'deposit',
        }),
      ),
    ],
    ['without the company of its plan', { ratePlanId: id(4) }, needed('company', 4)],
    ['with an agency instead', { ratePlanId: id(4), agencyId: id(1) }, needed('company', 4)],
    [
      'names the account that its plan brings',
      { ratePlanId: id(5) },
      ok(booking({ ratePlanId: id(5), agencyId: id(1), segment: 'group' })),
    ],
    ['names none where none is said', { ratePlanId: id(5), agencyId: null }, needed('agency', 5)],
    [
      'of a plan whose account has gone',
      { ratePlanId: id(6) },
      refuse('ACCOUNT_UNKNOWN', { id: 3, kind: 'agency' }),
    ],
  ])('%s', (_what, over, answer) => {
    expect(planCreate({ ...plainDraft, ...over }, termed, '10000001')).toEqual(answer)
  })
})

describe('another plan', () => {
  const to = (plan: number, over: object = {}): BookingChange => ({
    kind: 'rate',
    ratePlanId: id(plan),
    rates: [],
    ...over,
  })
  const corporate = (over: Partial<BookingImage> = {}) =>
    booking({ ratePlanId: id(4), companyId: id(2), segment: 'corporate', guarantee: 'company', ...over })
  test.each<[string, BookingImage, BookingChange, unknown]>([
    [
      'takes along what the former one had set, and not how the booking came',
      booking({ companyId: id(2), channel: 'telephone' }),
      to(4),
      ok(corporate({ channel: 'telephone' })),
    ],
    [
      'leaves what was said for this booking',
      booking({ companyId: id(2), segment: 'group', guarantee: 'deposit' }),
      to(4),
      ok(corporate({ segment: 'group', guarantee: 'deposit' })),
    ],
    ['and back', corporate(), to(1), ok(booking({ companyId: id(2) }))],
    ['without its account', booking(), to(4), needed('company', 4)],
    ['with its account', booking(), to(4, { companyId: id(2) }), ok(corporate())],
    [
      'with an account of the other kind',
      booking(),
      to(4, { companyId: id(1) }),
      refuse('ACCOUNT_UNKNOWN', { id: 1, kind: 'company' }),
    ],
    [
      'that says nothing of the market code',
      booking({ agencyId: id(1), guarantee: 'deposit' }),
      to(5),
      ok(booking({ ratePlanId: id(5), agencyId: id(1), segment: 'group', guarantee: 'deposit' })),
    ],
    [
      'of a source that named no account is priced again by the same plan',
      corporate({ companyId: null }),
      to(4),
      ok(corporate({ companyId: null })),
    ],
  ])('%s', (_what, image, change, answer) => {
    expect(planChange(image, change, termed)).toEqual(answer)
  })
})

test.each<[string, Partial<BookingImage>, object, unknown]>([
  ['taken off', { companyId: id(2) }, { companyId: null }, needed('company', 4)],
  ['that was never named', {}, { comment: 'late' }, ok(booking({ ratePlanId: id(4), comment: 'late' }))],
])('details: the account of the plan %s', (_what, over, details, answer) => {
  const image = booking({ ratePlanId: id(4), ...over })
  expect(planChange(image, { kind: 'details', ...details }, termed)).toEqual(answer)
})
