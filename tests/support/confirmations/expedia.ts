/** Messages of invented guests as Expedia sends them to hotels: labels, order and forms of dates are its own. */
import type { Message } from './message.ts'

const expedia = { from: 'Expedia Partner Central <noreply@expediapartnercentral.com>' }

export const expediaMessages: Message[] = [
  {
    name: 'expedia-collect',
    ...expedia,
    subject: 'Expedia Reservation for Robert Hargreaves - New Reservation',
    body: `New Reservation
Reservation ID: 1938475620
Itinerary number: 72058493021746
Hotel confirmation code:
Guest: Robert Hargreaves
Booked on: Feb 28, 2026
Check-In: Mar 10, 2026
Check-Out: Mar 12, 2026
Room type: Deluxe King Room
Adults: 2
Kids/Ages: 0
Payment model: Expedia Collect
Nightly rates
Mar 10, 2026\tCNY 640.00
Mar 11, 2026\tCNY 640.00
Total guest payment: CNY 1,280.00
Expedia Group's compensation: CNY -192.00
Your total payout: CNY 1,088.00
Special requests: non-smoking, king bed`,
    want: {
      kind: 'new',
      agency: 'expedia',
      confirmationNo: '1938475620',
      guest: 'Hargreaves, Robert',
      arrival: '2026-03-10',
      departure: '2026-03-12',
      roomType: 'DLK',
      adults: 2,
      rates: '640 640',
      total: '1280 CNY',
      net: '1088 CNY',
      commission: 'CNY -192.00',
      payment: 'prepaid',
      requests: 'non-smoking, king bed',
    },
    unsure: { rates: 'sellAndNet' },
  },
  {
    name: 'expedia-hotel-collect',
    ...expedia,
    subject: 'New reservation: Hotel Collect',
    body: `Reservation ID: 1938475621
Guest name: HARTMANN Lukas
Phone: +49 (30) 9018 2044
Check-in\tThu, Mar 19, 2026
Check-out\tFri, Mar 20, 2026
Room type\tSuperior Queen Room, Non-refundable
Occupancy\t1 adult
Payment type\tHotel Collect
Total booking amount\tCNY 455.00
Special requests\tNone`,
    want: {
      kind: 'new',
      agency: 'expedia',
      confirmationNo: '1938475621',
      guest: 'Hartmann, Lukas',
      phone: '+493090182044',
      arrival: '2026-03-19',
      departure: '2026-03-20',
      roomType: 'SUP',
      adults: 1,
      rates: '455',
      total: '455 CNY',
      payment: 'at-hotel',
      nonRefundable: true,
    },
  },
  {
    name: 'expedia-us-dates',
    ...expedia,
    subject: 'New Reservation - 1938475622',
    body: `Reservation ID: 1938475622
Guest: Yuki Tanaka
Check-in: 04/05/2026
Check-out: 04/08/2026
Nights: 3
Room type: Deluxe Twin Room
Adults: 2
Children: 1
Average nightly rate: CNY 700.00
Total price: CNY 2,100.00
Expedia Collect`,
    want: {
      kind: 'new',
      agency: 'expedia',
      confirmationNo: '1938475622',
      guest: 'Tanaka, Yuki',
      arrival: '2026-04-05',
      departure: '2026-04-08',
      roomType: 'DLT',
      adults: 2,
      children: 1,
      rates: '700 700 700',
      total: '2100 CNY',
      payment: 'prepaid',
    },
    unsure: { guest: 'nameOrder' },
  },
  {
    name: 'expedia-total-differs',
    ...expedia,
    subject: 'Reservation confirmed',
    body: `Reservation ID: 1938475623
Guest: Maria Lindqvist
Check-in: 14-Mar-2026
Check-out: 16-Mar-2026
Room type: Panorama Loft
Adults: 2
Rate per night: CNY 700.00
Total price: CNY 1,540.00
Payment: Hotel Collect`,
    want: {
      kind: 'new',
      agency: 'expedia',
      confirmationNo: '1938475623',
      guest: 'Lindqvist, Maria',
      arrival: '2026-03-14',
      departure: '2026-03-16',
      roomType: '?',
      adults: 2,
      rates: '700 700',
      total: '1540 CNY',
      payment: 'at-hotel',
    },
    unsure: { roomType: 'roomTypeUnknown', rates: 'totalDiffers', total: 'totalDiffers' },
  },
  {
    name: 'expedia-taxes',
    ...expedia,
    subject: 'New Reservation',
    body: `Reservation ID: 1938475624
Guest: SMITH/JOHN MR
Check-in: Wednesday, March 18, 2026
Check-out: Friday, March 20, 2026
Room type: Executive Suite
Adults: 2
Daily base rate: CNY 1,000.00
Taxes: CNY 120.00
Total price: CNY 2,120.00
Expedia Virtual Card`,
    want: {
      kind: 'new',
      agency: 'expedia',
      confirmationNo: '1938475624',
      guest: 'Smith, John',
      arrival: '2026-03-18',
      departure: '2026-03-20',
      roomType: 'STE',
      adults: 2,
      rates: '1000 1000',
      total: '2120 CNY',
      payment: 'prepaid',
    },
    unsure: { rates: 'totalDiffers', total: 'totalDiffers' },
  },
  {
    name: 'expedia-dates-contradict',
    ...expedia,
    subject: 'New Reservation',
    body: `Reservation ID: 1938475625
First name: Amélie
Last name: Dubois
Check-in: 2026-03-21
Check-out: 2026-03-23
Length of stay: 3 nights
Room type: Deluxe King
Adults: 2
Total price: CNY 1,360.00`,
    want: {
      kind: 'new',
      agency: 'expedia',
      confirmationNo: '1938475625',
      guest: 'Dubois, Amélie',
      arrival: '2026-03-21',
      departure: '2026-03-23',
      roomType: 'DLK',
      adults: 2,
      rates: '680 680',
      total: '1360 CNY',
    },
    unsure: { arrival: 'nightsDiffer', departure: 'nightsDiffer', rates: 'nightsDiffer' },
  },
  {
    name: 'expedia-cancelled',
    ...expedia,
    subject: 'Reservation cancellation - 1938475620',
    body: `Cancellation notification
Reservation ID: 1938475620
Guest: Robert Hargreaves
Check-In: Mar 10, 2026
Check-Out: Mar 12, 2026
Status: Cancelled`,
    want: {
      kind: 'cancelled',
      agency: 'expedia',
      confirmationNo: '1938475620',
      guest: 'Hargreaves, Robert',
      arrival: '2026-03-10',
      departure: '2026-03-12',
    },
  },
  {
    name: 'expedia-modified',
    ...expedia,
    subject: 'Reservation modification - 1938475620',
    body: `This reservation has been changed
Reservation ID: 1938475620
Guest: Robert Hargreaves
Check-In: Mar 10, 2026
Check-Out: Mar 13, 2026
Room type: Deluxe King Room`,
    want: {
      kind: 'modified',
      agency: 'expedia',
      confirmationNo: '1938475620',
      guest: 'Hargreaves, Robert',
      arrival: '2026-03-10',
      departure: '2026-03-13',
      roomType: 'DLK',
    },
  },
]
