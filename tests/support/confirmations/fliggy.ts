/** Messages of invented guests as Fliggy sends them to hotels: labels, order and forms of dates are its own. */
import type { Message } from './message.ts'

const fliggy = { from: '飞猪酒店 <notice@fliggy.com>' }

export const fliggyMessages: Message[] = [
  {
    name: 'fliggy-prepaid',
    ...fliggy,
    subject: '飞猪新订单提醒',
    body: `订单编号：3677060125483681
入住人：周子墨
房型：豪华大床房-含双早
间数：1间
入离时间：2026/03/08-2026/03/10 共2晚
房费合计：CNY 1,360.00
支付方式：预付
用户备注：无烟房`,
    want: {
      kind: 'new',
      agency: 'fliggy',
      confirmationNo: '3677060125483681',
      guest: '周子墨',
      arrival: '2026-03-08',
      departure: '2026-03-10',
      roomType: 'DLK',
      rooms: 1,
      meal: 'breakfast',
      rates: '680 680',
      total: '1360 CNY',
      payment: 'prepaid',
      requests: '无烟房',
    },
  },
  {
    name: 'fliggy-credit',
    ...fliggy,
    subject: '【飞猪】您有一笔新订单',
    body: `订单号：3677060125483682
入住人姓名：林晓
联系电话：18633334444
入住日期：2026年3月15日
离店日期：2026年3月16日
房型名称：高级大床房
房间数：1
总价：450元
付款方式：信用住`,
    want: {
      kind: 'new',
      agency: 'fliggy',
      confirmationNo: '3677060125483682',
      guest: '林晓',
      phone: '+8618633334444',
      arrival: '2026-03-15',
      departure: '2026-03-16',
      roomType: 'SUP',
      rooms: 1,
      rates: '450',
      total: '450 CNY',
      payment: 'prepaid',
    },
    unsure: { payment: 'several' },
  },
  {
    name: 'fliggy-two-names',
    ...fliggy,
    subject: '飞猪新订单',
    body: `飞猪订单号：3677060125483683
客人：孙悦 马超
入住日期：2026-03-17
离店日期：2026-03-18
房型：豪华双床房
总价：¥720.00
到店付`,
    want: {
      kind: 'new',
      agency: 'fliggy',
      confirmationNo: '3677060125483683',
      guest: '孙悦 马超',
      arrival: '2026-03-17',
      departure: '2026-03-18',
      roomType: 'DLT',
      rates: '720',
      total: '720 CNY',
      payment: 'at-hotel',
    },
    unsure: { guest: 'several' },
  },
  {
    name: 'fliggy-net-alone',
    ...fliggy,
    subject: '飞猪订单通知',
    body: `订单号：3677060125483684
入住人：何晨曦
入住日期：2026-03-22
离店日期：2026-03-24
房型：行政套房
间数：1
底价合计：¥2,000.00
预付`,
    want: {
      kind: 'new',
      agency: 'fliggy',
      confirmationNo: '3677060125483684',
      guest: '何晨曦',
      arrival: '2026-03-22',
      departure: '2026-03-24',
      roomType: 'STE',
      rooms: 1,
      rates: '1000 1000',
      net: '2000 CNY',
      payment: 'prepaid',
    },
    unsure: { rates: 'netAlone' },
  },
  {
    name: 'fliggy-three-rooms',
    ...fliggy,
    subject: '飞猪新订单',
    body: `订单号：3677060125483689
入住人：吴昊、郑爽、冯雪
入住日期：2026-03-27
离店日期：2026-03-28
房型：豪华大床房
间数：3
总价：¥2040
预付`,
    want: {
      kind: 'new',
      agency: 'fliggy',
      confirmationNo: '3677060125483689',
      guest: '吴昊',
      otherGuests: '郑爽, 冯雪',
      arrival: '2026-03-27',
      departure: '2026-03-28',
      roomType: 'DLK',
      rooms: 3,
      rates: '680',
      total: '2040 CNY',
      payment: 'prepaid',
    },
    unsure: { rooms: 'severalRooms' },
  },
  {
    name: 'fliggy-near-type',
    ...fliggy,
    subject: '飞猪新订单',
    body: `订单号：3677060125483686
入住人：郭靖宇
入住日期：2026-03-29
离店日期：2026-03-30
房型：城景豪华大床房
总价：¥700
预付`,
    want: {
      kind: 'new',
      agency: 'fliggy',
      confirmationNo: '3677060125483686',
      guest: '郭靖宇',
      arrival: '2026-03-29',
      departure: '2026-03-30',
      roomType: 'DLK',
      rates: '700',
      total: '700 CNY',
      payment: 'prepaid',
    },
    unsure: { roomType: 'roomTypeNear' },
  },
  {
    name: 'fliggy-cancelled',
    ...fliggy,
    subject: '飞猪订单取消通知',
    body: `订单号：3677060125483681
订单状态：已取消
入住人：周子墨
入离时间：2026/03/08-2026/03/10`,
    want: {
      kind: 'cancelled',
      agency: 'fliggy',
      confirmationNo: '3677060125483681',
      guest: '周子墨',
      arrival: '2026-03-08',
      departure: '2026-03-10',
    },
  },
  {
    name: 'fliggy-two-numbers',
    ...fliggy,
    subject: '飞猪新订单',
    body: `订单号：3677060125483687
入住人：罗敏
入住日期：2026-03-26
离店日期：2026-03-27
房型：高级大床房
总价：¥450

订单号：3677060125483688
入住人：罗敏
入住日期：2026-03-26
离店日期：2026-03-28
房型：高级大床房
总价：¥900`,
    want: {
      kind: 'new',
      agency: 'fliggy',
      confirmationNo: '3677060125483687',
      guest: '罗敏',
      arrival: '2026-03-26',
      departure: '2026-03-27',
      roomType: 'SUP',
      rates: '450',
      total: '450 CNY',
    },
    unsure: {
      confirmationNo: 'several',
      arrival: 'several',
      departure: 'several',
      rates: 'several',
      total: 'several',
    },
  },
]
