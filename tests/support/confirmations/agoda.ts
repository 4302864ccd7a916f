/** Messages of invented guests as Agoda sends them to hotels: labels, order and forms of dates are its own. */
import type { Message } from './message.ts'

const agoda = { from: 'agoda.com <no-reply@agoda.com>' }

const agodaTable = (room: string, occupancy: string) =>
  `Room Type\tNo. of Rooms\tOccupancy\tNo. of Extra Bed\n${room}\t1\t${occupancy}\t0`

export const agodaMessages: Message[] = [
  {
    name: 'agoda-prepaid',
    ...agoda,
    subject:
      'Agoda Booking ID 1756162801 - CONFIRMED Hotel Country: China Check-in March 16, 2026 / Language_English',
    body: `Booking ID\t1756162801\tReservation Information
PREPAID
Booking confirmation
Customer First Name\tKasem
Customer Last Name\tSrisuk
Country of Residence\tThailand
Check-in\tMarch 16, 2026
Check-out\tMarch 18, 2026
Other Guests\t
${agodaTable('Deluxe King Room', '2 Adults')}
Benefits Included: Breakfast
From - To\tRates
March 16, 2026\tCNY 520.00
March 17, 2026\tCNY 520.00
Reference sell rate (incl. taxes & fees)\tCNY 1,300.00
Commission\tCNY -260.00
Net rate (incl. taxes & fees)\tCNY 1,040.00
Customer Info - Name: Kasem Srisuk, Phone: 66 812345678
Booked and Payable by Agoda
Cancellation Policy: This booking is Non-Refundable and cannot be amended or modified.`,
    want: {
      kind: 'new',
      agency: 'agoda',
      confirmationNo: '1756162801',
      guest: 'Srisuk, Kasem',
      nationality: 'THA',
      phone: '+66812345678',
      arrival: '2026-03-16',
      departure: '2026-03-18',
      roomType: 'DLK',
      rooms: 1,
      adults: 2,
      meal: 'breakfast',
      rates: '520 520',
      total: '1300 CNY',
      net: '1040 CNY',
      commission: 'CNY -260.00',
      payment: 'prepaid',
      nonRefundable: true,
    },
    unsure: { nationality: 'countryOfResidence', phone: 'phoneForm', rates: 'sellAndNet' },
  },
  {
    name: 'agoda-children',
    ...agoda,
    subject: 'Agoda Booking ID 1756162802 - CONFIRMED',
    body: `Booking ID: 1756162802
Customer First Name: Aisha
Customer Last Name: Rahman
Country of Passport: Malaysia
Check-in: 20-Mar-2026
Check-out: 21-Mar-2026
${agodaTable('Deluxe Twin Room', '2 Adults, 2 Children')}
Children's age: 4, 7
Reference sell rate: CNY 728.00
Remarks: Two beds please
Free cancellation until 18 March 2026`,
    want: {
      kind: 'new',
      agency: 'agoda',
      confirmationNo: '1756162802',
      guest: 'Rahman, Aisha',
      nationality: 'MYS',
      arrival: '2026-03-20',
      departure: '2026-03-21',
      roomType: 'DLT',
      rooms: 1,
      adults: 2,
      children: 2,
      rates: '728',
      total: '728 CNY',
      nonRefundable: false,
      requests: 'Two beds please',
    },
  },
  {
    name: 'agoda-net-alone',
    ...agoda,
    subject: 'Agoda Booking ID 1756162803 - CONFIRMED',
    body: `Booking ID\t1756162803
Customer First Name\tHiroshi
Customer Last Name\tWatanabe
Check-in\tApril 1, 2026
Check-out\tApril 3, 2026
${agodaTable('Executive Suite', '1 Adult')}
Net rate (incl. taxes & fees)\tCNY 1,800.00
Booked and Payable by Agoda`,
    want: {
      kind: 'new',
      agency: 'agoda',
      confirmationNo: '1756162803',
      guest: 'Watanabe, Hiroshi',
      arrival: '2026-04-01',
      departure: '2026-04-03',
      roomType: 'STE',
      rooms: 1,
      adults: 1,
      rates: '900 900',
      net: '1800 CNY',
      payment: 'prepaid',
    },
    unsure: { rates: 'netAlone' },
  },
  {
    name: 'agoda-zh',
    ...agoda,
    subject: 'Agoda 预订编号 1756162804 - 已确认',
    body: `预订编号\t1756162804
名\tSomchai
姓\tWongsa
居住国\t泰国
入住日期\t2026年3月24日
退房日期\t2026年3月26日
房型\t高级大床房
房间数量\t1
入住人数\t2位成人
总价\tCNY 900.00
备注\t需要高楼层`,
    want: {
      kind: 'new',
      agency: 'agoda',
      confirmationNo: '1756162804',
      guest: 'Wongsa, Somchai',
      nationality: 'THA',
      arrival: '2026-03-24',
      departure: '2026-03-26',
      roomType: 'SUP',
      rooms: 1,
      adults: 2,
      rates: '450 450',
      total: '900 CNY',
      requests: '需要高楼层',
    },
    unsure: { nationality: 'countryOfResidence' },
  },
  {
    name: 'agoda-thousands-by-points',
    ...agoda,
    subject: 'Agoda Booking ID 1756162805 - CONFIRMED',
    body: `Booking ID: 1756162805
Customer First Name: Budi
Customer Last Name: Santoso
Nationality: Indonesia
Check-in: Sat 28 Mar 2026
Check-out: Sun 29 Mar 2026
${agodaTable('Deluxe King Room', '2 Adults')}
Total price: CNY 1.250`,
    want: {
      kind: 'new',
      agency: 'agoda',
      confirmationNo: '1756162805',
      guest: 'Santoso, Budi',
      nationality: 'IDN',
      arrival: '2026-03-28',
      departure: '2026-03-29',
      roomType: 'DLK',
      rooms: 1,
      adults: 2,
      rates: '1250',
      total: '1250 CNY',
    },
    unsure: { rates: 'amountForm', total: 'amountForm' },
  },
  {
    name: 'agoda-amended',
    ...agoda,
    subject: 'Agoda Booking ID 1756162801 - AMENDED',
    body: `Booking amendment
Booking ID\t1756162801
Customer First Name\tKasem
Customer Last Name\tSrisuk
Check-in\tMarch 17, 2026
Check-out\tMarch 19, 2026`,
    want: {
      kind: 'modified',
      agency: 'agoda',
      confirmationNo: '1756162801',
      guest: 'Srisuk, Kasem',
      arrival: '2026-03-17',
      departure: '2026-03-19',
    },
  },
  {
    name: 'agoda-cancelled',
    ...agoda,
    subject: 'Agoda Booking ID 1756162801 - CANCELLED',
    body: `Cancellation confirmation
Booking ID\t1756162801
Customer First Name\tKasem
Customer Last Name\tSrisuk
Check-in\tMarch 17, 2026
Check-out\tMarch 19, 2026`,
    want: {
      kind: 'cancelled',
      agency: 'agoda',
      confirmationNo: '1756162801',
      guest: 'Srisuk, Kasem',
      arrival: '2026-03-17',
      departure: '2026-03-19',
    },
  },
  {
    name: 'agoda-past',
    ...agoda,
    subject: 'Agoda Booking ID 1756162806 - CONFIRMED',
    body: `Booking ID: 1756162806
Customer First Name: Wei
Customer Last Name: Zhang
Check-in: February 20, 2026
Check-out: February 22, 2026
${agodaTable('Deluxe King Room', '2 Adults')}
Total price: CNY 1,360.00`,
    want: {
      kind: 'new',
      agency: 'agoda',
      confirmationNo: '1756162806',
      guest: 'Zhang, Wei',
      arrival: '2026-02-20',
      departure: '2026-02-22',
      roomType: 'DLK',
      rooms: 1,
      adults: 2,
      rates: '680 680',
      total: '1360 CNY',
    },
    unsure: { arrival: 'datePast', departure: 'datePast', rates: 'datePast' },
  },
]
