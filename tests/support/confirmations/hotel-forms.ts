/** Messages of invented guests from hotels' own booking forms, and mails of people who write as they like. */
import type { Message } from './message.ts'

const form = { from: 'Website <form@cloud-hotel.example>' }

export const formMessages: Message[] = [
  {
    name: 'form-en',
    ...form,
    subject: 'New booking request from the website',
    body: `Booking request no.: WEB-2026-00871
First name: Charlotte
Surname: Ferguson
E-mail: c.ferguson@post.example
Mobile: +44 7911 123456
Arrival date: 5 March 2026
Departure date: 8 March 2026
Room type: Deluxe King Room
Number of rooms: 1
Adults: 2
Children: 0
Message: We arrive late, around 23:00.`,
    want: {
      kind: 'new',
      confirmationNo: 'WEB-2026-00871',
      guest: 'Ferguson, Charlotte',
      email: 'c.ferguson@post.example',
      phone: '+447911123456',
      arrival: '2026-03-05',
      departure: '2026-03-08',
      roomType: 'DLK',
      rooms: 1,
      adults: 2,
      children: 0,
      requests: 'We arrive late, around 23:00.',
    },
  },
  {
    name: 'form-zh',
    ...form,
    subject: '官网预订单',
    body: `预订单号：GW20260302018
姓名：许文静
手机：13688889999
邮箱：xuwj@post.example
到店日期：2026/3/20
离店日期：2026/3/22
房型：豪华双床房
房间数：1
成人数：2
早餐：含双早
每晚房价：¥720
总价：¥1440
备注：需要婴儿床`,
    want: {
      kind: 'new',
      confirmationNo: 'GW20260302018',
      guest: '许文静',
      phone: '+8613688889999',
      email: 'xuwj@post.example',
      arrival: '2026-03-20',
      departure: '2026-03-22',
      roomType: 'DLT',
      rooms: 1,
      adults: 2,
      meal: 'breakfast',
      rates: '720 720',
      total: '1440 CNY',
      requests: '需要婴儿床',
    },
  },
  {
    name: 'form-booker',
    ...form,
    subject: 'Booking form',
    body: `Booked by: Grace Okafor
Phone: +234 803 123 4567
Guest name: Daniel Mensah
Dates: March 24-26, 2026
Room: Superior Queen Room
Guests: 1 adult
Rate per night: CNY 450.00`,
    want: {
      kind: 'new',
      guest: 'Mensah, Daniel',
      booker: 'Grace Okafor',
      phone: '+2348031234567',
      arrival: '2026-03-24',
      departure: '2026-03-26',
      roomType: 'SUP',
      adults: 1,
      rates: '450 450',
    },
  },
  {
    name: 'form-booker-alone',
    ...form,
    subject: '在线预订',
    body: `预订人：邹敏
联系电话：0571-88886666
入住日期：2026-04-02
入住天数：2
房型：高级大床房`,
    want: {
      kind: 'new',
      guest: '邹敏',
      booker: '邹敏',
      phone: '+8657188886666',
      arrival: '2026-04-02',
      departure: '2026-04-04',
      roomType: 'SUP',
    },
    unsure: { guest: 'nameOfBooker' },
  },
  {
    name: 'form-de',
    ...form,
    subject: 'Neue Buchung über Ihre Website',
    body: `Buchungsnummer: 20260877
Vorname: Katrin
Nachname: Böhm
Telefon: +49 89 5432100
Anreise: Montag, 6. April 2026
Abreise: Donnerstag, 9. April 2026
Zimmertyp: Deluxe King Room
Personen: 2 Erwachsene
Verpflegung: Frühstück inklusive
Gesamtpreis: CNY 2.040,00
Bemerkungen: Ruhiges Zimmer`,
    want: {
      kind: 'new',
      confirmationNo: '20260877',
      guest: 'Böhm, Katrin',
      phone: '+49895432100',
      arrival: '2026-04-06',
      departure: '2026-04-09',
      roomType: 'DLK',
      adults: 2,
      meal: 'breakfast',
      rates: '680 680 680',
      total: '2040 CNY',
      requests: 'Ruhiges Zimmer',
    },
  },
  {
    name: 'form-ja',
    ...form,
    subject: '新規予約のお知らせ',
    body: `予約番号：R20260455
宿泊者名：山田 太郎
電話番号：+81 3-3501-1511
チェックイン：2026年3月12日(木)
チェックアウト：2026年3月14日(土)
部屋タイプ：Deluxe Twin Room
部屋数：1
大人：2
食事：朝食付
合計：CNY 1,440.00`,
    want: {
      kind: 'new',
      confirmationNo: 'R20260455',
      guest: '山田 太郎',
      phone: '+81335011511',
      arrival: '2026-03-12',
      departure: '2026-03-14',
      roomType: 'DLT',
      rooms: 1,
      adults: 2,
      meal: 'breakfast',
      rates: '720 720',
      total: '1440 CNY',
    },
    unsure: { guest: 'several' },
  },
  {
    name: 'form-prose',
    from: 'Peter Novak <p.novak@post.example>',
    subject: 'Room for two',
    body: `Dear hotel,
we would like to stay with you from 10 April 2026 to 13 April 2026, two of us.
Kind regards
Peter Novak`,
    want: { kind: 'new', arrival: '2026-04-10', departure: '2026-04-13' },
    unsure: { kind: 'kindUnclear', arrival: 'unlabelled', departure: 'unlabelled' },
  },
  {
    name: 'form-cancelled',
    ...form,
    subject: 'Cancelled: booking WEB-2026-00871',
    body: `The guest has cancelled this booking.
Booking no.: WEB-2026-00871
Guest: Charlotte Ferguson
Arrival: 5 March 2026
Departure: 8 March 2026`,
    want: {
      kind: 'cancelled',
      confirmationNo: 'WEB-2026-00871',
      guest: 'Ferguson, Charlotte',
      arrival: '2026-03-05',
      departure: '2026-03-08',
    },
  },
  {
    name: 'form-other-phone',
    ...form,
    subject: 'Reservation confirmation',
    body: `Hotel phone: +86 571 8888 0000
Confirmation number: 55820031
Full name: HERNÁNDEZ Lucía
Arrival: Tue 31/03/2026
Departure: Fri 03/04/2026
Room category: Executive Suite
Adults: 2
Total: CNY 3.840,00
Payment on arrival`,
    want: {
      kind: 'new',
      confirmationNo: '55820031',
      guest: 'Hernández, Lucía',
      arrival: '2026-03-31',
      departure: '2026-04-03',
      roomType: 'STE',
      adults: 2,
      rates: '1280 1280 1280',
      total: '3840 CNY',
      payment: 'at-hotel',
    },
  },
]
