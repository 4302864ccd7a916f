/** Messages of invented guests as Ctrip sends them to hotels: labels, order and forms of dates are its own. */
import type { Message } from './message.ts'

const ctrip = { from: '携程酒店 <ebooking_notice@ctrip.com>' }

export const ctripMessages: Message[] = [
  {
    name: 'ctrip-prepaid',
    ...ctrip,
    subject: '【携程】新订单 11283746501 请尽快确认',
    body: `订单号：11283746501 预付
酒店名称：云上饭店
入住人：李雨桐
入住日期：2026-03-12(周四)
离店日期：2026-03-14(周六)
房型：豪华大床房 1间
2026-03-12  CNY680.00  2份早餐
2026-03-13  CNY680.00  2份早餐
总价：CNY1360.00
佣金：CNY204.00
预计到店时间：18:00-20:00
备注：高楼层，远离电梯
酒店确认号：`,
    want: {
      kind: 'new',
      agency: 'ctrip',
      confirmationNo: '11283746501',
      guest: '李雨桐',
      arrival: '2026-03-12',
      departure: '2026-03-14',
      roomType: 'DLK',
      rooms: 1,
      meal: 'breakfast',
      rates: '680 680',
      total: '1360 CNY',
      commission: 'CNY204.00',
      payment: 'prepaid',
      arrivalTime: '18:00-20:00',
      requests: '高楼层,远离电梯',
    },
  },
  {
    name: 'ctrip-pay-at-hotel',
    ...ctrip,
    subject: '携程订单确认单',
    body: `订单号\t11283746502
付款方式\t现付
入住人\tZHANG/MIN
入离日期\t2026/03/05 - 2026/03/07
房型\t高级大床房（无早）
间数\t1
房价\t2026/03/05 CNY450.00 无早
2026/03/06 CNY480.00 无早
合计\tCNY930.00
联系电话\t13911112222`,
    want: {
      kind: 'new',
      agency: 'ctrip',
      confirmationNo: '11283746502',
      guest: 'Zhang, Min',
      phone: '+8613911112222',
      arrival: '2026-03-05',
      departure: '2026-03-07',
      roomType: 'SUP',
      rooms: 1,
      meal: 'room-only',
      rates: '450 480',
      total: '930 CNY',
      payment: 'at-hotel',
    },
  },
  {
    name: 'ctrip-trip-en',
    from: 'Trip.com <noreply@trip.com>',
    subject: 'New reservation confirmed',
    body: `Reservation: 1658113703311234 · Confirmed
Property name: Cloud Hotel
Guest name: LEE/JIHO
Stay dates: Mar 20, 2026 - Mar 23, 2026 3 night(s)
Room type: Deluxe Twin Room 1 room(s)
Payment: Prepay
Original room rate: CNY 2,040.00
Your payout: CNY 1,734.00`,
    want: {
      kind: 'new',
      agency: 'ctrip',
      confirmationNo: '1658113703311234',
      guest: 'Lee, Jiho',
      arrival: '2026-03-20',
      departure: '2026-03-23',
      roomType: 'DLT',
      rooms: 1,
      rates: '680 680 680',
      total: '2040 CNY',
      net: '1734 CNY',
      payment: 'prepaid',
    },
    unsure: { rates: 'sellAndNet' },
  },
  {
    name: 'ctrip-two-guests',
    ...ctrip,
    subject: '携程新订单',
    body: `携程订单号：11283746504
客人姓名：王浩然,赵敏
入住：2026年3月18日
离店：2026年3月19日
房型：豪华双床房
间数：1
成人：2
卖价：¥720.00
结算价：¥612.00
支付方式：预付`,
    want: {
      kind: 'new',
      agency: 'ctrip',
      confirmationNo: '11283746504',
      guest: '王浩然',
      otherGuests: '赵敏',
      arrival: '2026-03-18',
      departure: '2026-03-19',
      roomType: 'DLT',
      rooms: 1,
      adults: 2,
      rates: '720',
      net: '612 CNY',
      payment: 'prepaid',
    },
    unsure: { rates: 'sellAndNet' },
  },
  {
    name: 'ctrip-masked',
    ...ctrip,
    subject: '携程预订通知',
    body: `订单号：11283746505
入住人：张*
联系电话：138****8000
入住日期：2026-03-21
离店日期：2026-03-22
房型：行政套房
总价：¥1280`,
    want: {
      kind: 'new',
      agency: 'ctrip',
      confirmationNo: '11283746505',
      guest: '张*',
      phone: '138****8000',
      arrival: '2026-03-21',
      departure: '2026-03-22',
      roomType: 'STE',
      rates: '1280',
      total: '1280 CNY',
    },
    unsure: { guest: 'nameMasked', phone: 'phoneMasked' },
  },
  {
    name: 'ctrip-no-year',
    ...ctrip,
    subject: '携程新订单通知',
    body: `订单号：11283746506，入住人：刘洋，入住日期：3月25日，离店日期：3月27日，房型：豪华大床房，1间，总价¥1360，预付`,
    want: {
      kind: 'new',
      agency: 'ctrip',
      confirmationNo: '11283746506',
      guest: '刘洋',
      arrival: '2026-03-25',
      departure: '2026-03-27',
      roomType: 'DLK',
      rooms: 1,
      rates: '680 680',
      total: '1360 CNY',
      payment: 'prepaid',
    },
    unsure: { arrival: 'dateYear', departure: 'dateYear', rates: 'dateYear' },
  },
  {
    name: 'ctrip-cancelled',
    ...ctrip,
    subject: '【携程】取消订单通知 11283746501',
    body: `以下订单已取消，请释放房间
订单号：11283746501
入住人：李雨桐
入住日期：2026-03-12
离店日期：2026-03-14
房型：豪华大床房`,
    want: {
      kind: 'cancelled',
      agency: 'ctrip',
      confirmationNo: '11283746501',
      guest: '李雨桐',
      arrival: '2026-03-12',
      departure: '2026-03-14',
      roomType: 'DLK',
    },
  },
  {
    name: 'ctrip-modified',
    ...ctrip,
    subject: '【携程】订单修改通知 11283746502',
    body: `客人修改了订单，请按修改后的内容安排
订单号：11283746502
入住人：ZHANG/MIN
入住日期：2026-03-06
离店日期：2026-03-08
房型：高级大床房`,
    want: {
      kind: 'modified',
      agency: 'ctrip',
      confirmationNo: '11283746502',
      guest: 'Zhang, Min',
      arrival: '2026-03-06',
      departure: '2026-03-08',
      roomType: 'SUP',
    },
  },
  {
    name: 'ctrip-weekday-differs',
    ...ctrip,
    subject: '攜程新訂單',
    body: `訂單號：11283746509
入住人：陳嘉欣
入住日期：2026-03-12（周五）
離店日期：2026-03-14（周六）
房型：豪華大床房
間數：1
總價：CNY1360.00
現付`,
    want: {
      kind: 'new',
      agency: 'ctrip',
      confirmationNo: '11283746509',
      guest: '陳嘉欣',
      arrival: '2026-03-12',
      departure: '2026-03-14',
      roomType: 'DLK',
      rooms: 1,
      rates: '680 680',
      total: '1360 CNY',
      payment: 'at-hotel',
    },
    unsure: { arrival: 'weekdayDiffers', departure: 'weekdayDiffers', rates: 'weekdayDiffers' },
  },
]
