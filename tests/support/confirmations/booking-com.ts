/** Messages of invented guests as Booking.com sends them to hotels: labels, order and forms of dates are its own. */
import type { Message } from './message.ts'

const booking = { from: 'Booking.com <noreply@booking.com>' }

export const bookingMessages: Message[] = [
  {
    name: 'booking-new-en',
    ...booking,
    subject: 'Booking.com - New booking! (4071234561, Thursday, 5 March 2026)',
    body: `New booking
Booking number: 4071234561
Booked on: 27 February 2026
Guest name: Emma Whitfield
Booker country: United Kingdom
Preferred language: English
Guest e-mail: ewhitf.483920@guest.booking.com
Check-in: Thursday, 5 March 2026 (from 14:00)
Check-out: Saturday, 7 March 2026 (until 12:00)
Total nights: 2
Total rooms: 1
Room: Deluxe King Room
Guests: 2 adults
Meal plan: Breakfast included
Total price: CNY 1,360.00
Commission: CNY 204.00
Payment: Guest pays at the property
Approximate time of arrival: 19:00 - 20:00
Special requests: A quiet room on a high floor, please.
Cancellation policy: free cancellation until 3 March 2026`,
    want: {
      kind: 'new',
      agency: 'booking',
      confirmationNo: '4071234561',
      guest: 'Whitfield, Emma',
      nationality: 'GBR',
      email: 'ewhitf.483920@guest.booking.com',
      arrival: '2026-03-05',
      departure: '2026-03-07',
      roomType: 'DLK',
      rooms: 1,
      adults: 2,
      meal: 'breakfast',
      rates: '680 680',
      total: '1360 CNY',
      commission: 'CNY 204.00',
      payment: 'at-hotel',
      nonRefundable: false,
      arrivalTime: '19:00 - 20:00',
      requests: 'A quiet room on a high floor, please.',
    },
    unsure: { nationality: 'countryOfResidence' },
  },
  {
    name: 'booking-new-zh',
    ...booking,
    subject: 'Booking.com 缤客 - 新预订！（4071234562，2026年3月6日）',
    body: `您有一个新预订
预订编号\t4071234562
客人姓名\t陈思远
入住日期\t2026年3月6日 周五
退房日期\t2026年3月9日 周一
房间数\t1
房型\t豪华双床房
入住人数\t2位成人
餐食\t含早餐
总价\tCNY 2,040.00
佣金\tCNY 306.00
付款方式\t到店付
特殊要求\t无`,
    want: {
      kind: 'new',
      agency: 'booking',
      confirmationNo: '4071234562',
      guest: '陈思远',
      arrival: '2026-03-06',
      departure: '2026-03-09',
      roomType: 'DLT',
      rooms: 1,
      adults: 2,
      meal: 'breakfast',
      rates: '680 680 680',
      total: '2040 CNY',
      commission: 'CNY 306.00',
      payment: 'at-hotel',
    },
  },
  {
    name: 'booking-prepaid-card',
    ...booking,
    subject: 'Booking.com - New booking! (4071234563)',
    body: `** THIS RESERVATION HAS BEEN PRE-PAID **
Booking number: 4.071.234.563
Guest name: Müller, Jonas
Guest e-mail: jmulle.118201@guest.booking.com
Guest phone: +49 151 23456789
Arrival: Fri 13 Mar 2026
Departure: Sun 15 Mar 2026
1 x Executive Suite
2 adults, 1 child (6 years old)
Fri 13 Mar 2026\tCNY 1,180.00
Sat 14 Mar 2026\tCNY 1,280.00
Total price: CNY 2,460.00
Virtual credit card
Card number: 5555 5555 5555 4444
CVC: 123
This booking is non-refundable.`,
    want: {
      kind: 'new',
      agency: 'booking',
      confirmationNo: '4071234563',
      guest: 'Müller, Jonas',
      email: 'jmulle.118201@guest.booking.com',
      phone: '+4915123456789',
      arrival: '2026-03-13',
      departure: '2026-03-15',
      roomType: 'STE',
      rooms: 1,
      adults: 2,
      children: 1,
      rates: '1180 1280',
      total: '2460 CNY',
      payment: 'prepaid',
      nonRefundable: true,
    },
  },
  {
    name: 'booking-date-order',
    ...booking,
    subject: 'New booking',
    body: `Booking number: 4071234564
Guest name: Zhang Wei
Arrival: 03/04/2026
Departure: 05/04/2026
Room type: Superior Queen Room
Guests: 2
Total price: CNY 900.00`,
    want: {
      kind: 'new',
      agency: 'booking',
      confirmationNo: '4071234564',
      guest: 'Zhang, Wei',
      arrival: '2026-04-03',
      departure: '2026-04-05',
      roomType: 'SUP',
      adults: 2,
      rates: '450 450',
      total: '900 CNY',
    },
    unsure: {
      guest: 'nameOrder',
      arrival: 'dateOrder',
      departure: 'dateOrder',
      adults: 'guestsNotAdults',
      rates: 'dateOrder',
    },
  },
  {
    name: 'booking-two-rooms',
    ...booking,
    subject: 'Booking.com - New booking! (4071234565)',
    body: `Booking number: 4071234565
Guest name: Sophie Laurent
Booker country: France
Check-in: 30/03/2026
Check-out: 02/04/2026
Number of rooms: 2
Room type: Deluxe Twin Room
Adults: 4
Total price: CNY 4,080.00
Payment: Guest pays at the property`,
    want: {
      kind: 'new',
      agency: 'booking',
      confirmationNo: '4071234565',
      guest: 'Laurent, Sophie',
      nationality: 'FRA',
      arrival: '2026-03-30',
      departure: '2026-04-02',
      roomType: 'DLT',
      rooms: 2,
      adults: 4,
      rates: '680 680 680',
      total: '4080 CNY',
      payment: 'at-hotel',
    },
    unsure: { nationality: 'countryOfResidence', rooms: 'severalRooms' },
  },
  {
    name: 'booking-other-currency',
    ...booking,
    subject: 'Booking.com - New booking! (4071234566)',
    body: `Booking number: 4071234566
Guest name: O'Neil, Niamh
Check-in: Mon, Mar 9, 2026
Check-out: Wed, Mar 11, 2026
Room: Deluxe King Room with Lake View
1 adult
Total price: € 182,40
Payment: Guest pays at the property`,
    want: {
      kind: 'new',
      agency: 'booking',
      confirmationNo: '4071234566',
      guest: "O'Neil, Niamh",
      arrival: '2026-03-09',
      departure: '2026-03-11',
      roomType: 'DLK',
      adults: 1,
      rates: '',
      total: '182.4 EUR',
      payment: 'at-hotel',
    },
    unsure: { roomType: 'roomTypeNear', rates: 'currencyOther', total: 'currencyOther' },
  },
  {
    name: 'booking-modified-en',
    ...booking,
    subject: 'Booking.com - Modified booking! (4071234561, Friday, 6 March 2026)',
    body: `Modified booking
Booking number: 4071234561
Guest name: Emma Whitfield
Check-in: Friday, 6 March 2026
Check-out: Sunday, 8 March 2026
Room: Deluxe King Room
Total price: CNY 1,360.00`,
    want: {
      kind: 'modified',
      agency: 'booking',
      confirmationNo: '4071234561',
      guest: 'Whitfield, Emma',
      arrival: '2026-03-06',
      departure: '2026-03-08',
      roomType: 'DLK',
      rates: '680 680',
      total: '1360 CNY',
    },
  },
  {
    name: 'booking-cancelled-en',
    ...booking,
    subject: 'Booking.com - Cancelled booking! (4071234561, Friday, 6 March 2026)',
    body: `The following booking has been cancelled
Booking number: 4071234561
Guest name: Emma Whitfield
Arrival: Friday, 6 March 2026
Departure: Sunday, 8 March 2026
Cancelled on: 3 March 2026
Cancellation fee: CNY 0.00`,
    want: {
      kind: 'cancelled',
      agency: 'booking',
      confirmationNo: '4071234561',
      guest: 'Whitfield, Emma',
      arrival: '2026-03-06',
      departure: '2026-03-08',
    },
  },
  {
    name: 'booking-cancelled-zh',
    ...booking,
    subject: 'Booking.com - 预订已取消（4071234562）',
    body: `以下预订已取消
预订编号：4071234562
客人姓名：陈思远
入住日期：2026年3月6日
退房日期：2026年3月9日
取消时间：2026年3月4日 10:21`,
    want: {
      kind: 'cancelled',
      agency: 'booking',
      confirmationNo: '4071234562',
      guest: '陈思远',
      arrival: '2026-03-06',
      departure: '2026-03-09',
    },
  },
]
