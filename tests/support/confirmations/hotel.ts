import type { ReadingHotel } from '#shared/domain/confirmation/reading.ts'
import { businessDateOf, type Currency } from '#shared/values/index.ts'
import { agodaMessages } from './agoda.ts'
import { bookingMessages } from './booking-com.ts'
import { ctripMessages } from './ctrip.ts'
import { expediaMessages } from './expedia.ts'
import { fliggyMessages } from './fliggy.ts'
import { formMessages } from './hotel-forms.ts'
import { meituanMessages } from './meituan.ts'

/** The types of the hotel that the messages are for. */
export const messageTypes = [
  { id: 1, code: 'SUP', nameEn: 'Superior Queen Room', nameZh: '高级大床房' },
  { id: 2, code: 'DLK', nameEn: 'Deluxe King Room', nameZh: '豪华大床房' },
  { id: 3, code: 'DLT', nameEn: 'Deluxe Twin Room', nameZh: '豪华双床房' },
  { id: 4, code: 'STE', nameEn: 'Executive Suite', nameZh: '行政套房' },
] as const

export const messageHotel: ReadingHotel = {
  businessDate: businessDateOf('2026-03-02'),
  currency: 'CNY' as Currency,
  country: 'CN',
  roomTypes: messageTypes,
}

export const messages = [
  ...bookingMessages,
  ...expediaMessages,
  ...agodaMessages,
  ...ctripMessages,
  ...fliggyMessages,
  ...meituanMessages,
  ...formMessages,
]
