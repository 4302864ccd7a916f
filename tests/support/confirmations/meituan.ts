/** Messages of invented guests as Meituan sends them to hotels: labels, order and forms of dates are its own. */
import type { Message } from './message.ts'

const meituan = { from: '美团酒店 <noreply@meituan.com>' }

export const meituanMessages: Message[] = [
  {
    name: 'meituan-print',
    subject: '美团酒店订单',
    body: `美团酒店商家
• 订单号:1854890310651591
• 订单状态:待确认 购买日期:2026-03-01
• 打印时间:2026/03/02 09:12:30
入住人信息
• 客人姓名: 高远
• 联系电话: 15012345678
• 房间号: --
• 确认号: --
• 预计到店时间: 房费已支付,请整晚保留房间
• 备注:无
• 房型间数: 豪华大床房 共1间
• 入离时间: 2026-03-06 至 2026-03-08 共2晚
• 2026-03-06 ¥680.00 双早
• 2026-03-07 ¥680.00 双早
• 总价: ¥1360.00`,
    want: {
      kind: 'new',
      agency: 'meituan',
      confirmationNo: '1854890310651591',
      guest: '高远',
      phone: '+8615012345678',
      arrival: '2026-03-06',
      departure: '2026-03-08',
      roomType: 'DLK',
      rooms: 1,
      meal: 'breakfast',
      rates: '680 680',
      total: '1360 CNY',
      payment: 'prepaid',
    },
  },
  {
    name: 'meituan-message',
    body: '【美团酒店】您有新订单，豪华双床房1间，入住人梁静，3月7日入住，3月8日离店，共1晚，订单号1854890310651592，总价720元，请尽快确认。',
    want: {
      kind: 'new',
      agency: 'meituan',
      confirmationNo: '1854890310651592',
      guest: '梁静',
      arrival: '2026-03-07',
      departure: '2026-03-08',
      roomType: 'DLT',
      rooms: 1,
      rates: '720',
      total: '720 CNY',
    },
    unsure: { arrival: 'dateYear', departure: 'dateYear', rates: 'dateYear' },
  },
  {
    name: 'meituan-relay-number',
    ...meituan,
    subject: '美团新订单',
    body: `订单号：1854890310651593
客人姓名：田甜
联系电话：17012345678转3321
入住日期：2026-03-11
离店日期：2026-03-12
房型：高级大床房
间数：1
卖价：¥450.00
预付`,
    want: {
      kind: 'new',
      agency: 'meituan',
      confirmationNo: '1854890310651593',
      guest: '田甜',
      phone: '+8617012345678',
      arrival: '2026-03-11',
      departure: '2026-03-12',
      roomType: 'SUP',
      rooms: 1,
      rates: '450',
      payment: 'prepaid',
    },
    unsure: { phone: 'phoneMasked' },
  },
  {
    name: 'meituan-sell-and-net',
    ...meituan,
    subject: '美团新订单待确认',
    body: `订单号：1854890310651594
客人姓名：邓超群
入住日期：2026-03-13
离店日期：2026-03-15
房型：行政套房
间数：1
入住人数：2
总价：¥2560.00
底价：¥2176.00`,
    want: {
      kind: 'new',
      agency: 'meituan',
      confirmationNo: '1854890310651594',
      guest: '邓超群',
      arrival: '2026-03-13',
      departure: '2026-03-15',
      roomType: 'STE',
      rooms: 1,
      adults: 2,
      rates: '1280 1280',
      total: '2560 CNY',
      net: '2176 CNY',
    },
    unsure: { adults: 'guestsNotAdults', rates: 'sellAndNet' },
  },
  {
    name: 'meituan-no-currency',
    ...meituan,
    subject: '美团新订单',
    body: `订单号：1854890310651595
客人姓名：段誉
入住日期：2026-03-16
离店日期：2026-03-17
房型：豪华大床房
订单金额：680.00
入住人手机：13577778888`,
    want: {
      kind: 'new',
      agency: 'meituan',
      confirmationNo: '1854890310651595',
      guest: '段誉',
      phone: '+8613577778888',
      arrival: '2026-03-16',
      departure: '2026-03-17',
      roomType: 'DLK',
      rates: '680',
      total: '680 CNY',
    },
    unsure: { rates: 'currencyUnclear', total: 'currencyUnclear' },
  },
  {
    name: 'meituan-unknown-type',
    ...meituan,
    subject: '美团新订单',
    body: `订单号：1854890310651596
客人姓名：向阳
入住日期：2026-03-19
离店日期：2026-03-20
房型：亲子主题房
间数：1
总价：¥888`,
    want: {
      kind: 'new',
      agency: 'meituan',
      confirmationNo: '1854890310651596',
      guest: '向阳',
      arrival: '2026-03-19',
      departure: '2026-03-20',
      roomType: '?',
      rooms: 1,
      rates: '888',
      total: '888 CNY',
    },
    unsure: { roomType: 'roomTypeUnknown' },
  },
  {
    // A number of an order that would pass for a card: it is neither shown nor kept
    name: 'meituan-number-like-card',
    ...meituan,
    subject: '美团新订单',
    body: `订单号：4539578763621486
客人姓名：秦岚
入住日期：2026-03-23
离店日期：2026-03-24
房型：豪华大床房
总价：¥680`,
    want: {
      kind: 'new',
      agency: 'meituan',
      confirmationNo: '[visa ****1486]',
      guest: '秦岚',
      arrival: '2026-03-23',
      departure: '2026-03-24',
      roomType: 'DLK',
      rates: '680',
      total: '680 CNY',
    },
    unsure: { confirmationNo: 'numberLikeCard' },
  },
  {
    name: 'meituan-modified',
    ...meituan,
    subject: '美团酒店：订单变更通知',
    body: `• 订单号:1854890310651598 (变更前订单号 1854890310651591)
• 客人姓名: 高远
• 房型间数: 豪华大床房 共1间
• 入离时间: 2026-03-07 至 2026-03-09 共2晚`,
    want: {
      kind: 'modified',
      agency: 'meituan',
      confirmationNo: '1854890310651598',
      guest: '高远',
      arrival: '2026-03-07',
      departure: '2026-03-09',
      roomType: 'DLK',
      rooms: 1,
    },
  },
  {
    name: 'meituan-cancelled',
    body: '【美团酒店】订单已取消：订单号1854890310651592，入住人梁静，豪华双床房1间，3月7日入住，3月8日离店，请勿留房。',
    want: {
      kind: 'cancelled',
      agency: 'meituan',
      confirmationNo: '1854890310651592',
      guest: '梁静',
      arrival: '2026-03-07',
      departure: '2026-03-08',
      roomType: 'DLT',
      rooms: 1,
    },
    unsure: { arrival: 'dateYear', departure: 'dateYear' },
  },
]
