/** What is read of a confirmation, and the hotel that it is read for. */
import type { BusinessDate, Currency } from '../../values/index.ts'
import type { GuestNames } from '../name/name.ts'
import type { AgencyCode } from './agencies.ts'
import type { Fact } from './fact.ts'

export const messageKinds = ['new', 'modified', 'cancelled'] as const
export type MessageKind = (typeof messageKinds)[number]

export type Amount = { minor: number; currency: Currency }
export type NightAmount = { night: BusinessDate; minor: number }
export type Payment = 'prepaid' | 'at-hotel'

export type Reading = {
  kind: Fact<MessageKind>
  agency: Fact<AgencyCode> | null
  confirmationNo: Fact<string> | null
  /** The hotel's own number, where the message gives it. */
  hotelNo: Fact<string> | null
  guest: Fact<GuestNames> | null
  /** Who stays along, in the message's words. */
  otherGuests: Fact<string> | null
  booker: Fact<string> | null
  /** E.164. */
  phone: Fact<string> | null
  email: Fact<string> | null
  /** Alpha-3. */
  nationality: Fact<string> | null
  arrival: Fact<BusinessDate> | null
  departure: Fact<BusinessDate> | null
  /** The message's words for the room, and the hotel's type that they are taken for. */
  roomType: Fact<{ words: string; id: number | null }> | null
  rooms: Fact<number> | null
  adults: Fact<number> | null
  children: Fact<number> | null
  infants: Fact<number> | null
  meal: Fact<string> | null
  /** What each night of one room costs, in the hotel's currency; empty where the message leaves it open. */
  rates: Fact<NightAmount[]> | null
  /** What the guest pays for all nights and rooms. */
  total: Fact<Amount> | null
  /** What the agency pays the hotel. */
  net: Fact<Amount> | null
  /** As it is written: an amount or a share. */
  commission: Fact<string> | null
  payment: Fact<Payment> | null
  nonRefundable: Fact<boolean> | null
  requests: Fact<string> | null
  arrivalTime: Fact<string> | null
}

export type HotelType = { id: number; code: string; nameEn: string; nameZh: string }
export type ReadingHotel = {
  businessDate: BusinessDate
  currency: Currency
  /** Alpha-2: telephones without + are of that country. */
  country: string
  roomTypes: readonly HotelType[]
}
