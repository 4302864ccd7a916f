import type { TicketImage } from '#shared/domain/housekeeping/ticket.ts'
import type { DemoLanguage } from './words.ts'

/** Names of attendants, and what is broken, as a hotel of that language writes it. */
export type HousekeepingWords = {
  attendants: readonly string[]
  tickets: readonly { category: TicketImage['category']; text: string; resolution: string }[]
  closure: string
  seen: string
  settled: string
}

/** What housekeeping of the demo hotel writes. */
export const housekeepingWords: Readonly<Record<DemoLanguage, HousekeepingWords>> = {
  zh: {
    attendants: ['王秀英', '李桂兰', '张玉梅', '刘凤霞', '陈小红', '赵春燕', '黄丽萍', '周美玲'],
    tickets: [
      { category: 'plumbing', text: '淋浴下水慢，地面积水', resolution: '' },
      { category: 'air-conditioning', text: '空调有异响', resolution: '' },
      { category: 'electricity', text: '床头灯不亮', resolution: '已更换灯泡' },
      { category: 'television', text: '电视遥控器失灵', resolution: '' },
    ],
    closure: '淋浴下水慢，地面积水',
    seen: '床未动，无行李',
    settled: '已联系客人，外宿一晚，继续住',
  },
  en: {
    attendants: [
      'Maria Silva',
      'Grace Okafor',
      'Elena Popescu',
      'Rosa Martinez',
      'Nadia Haddad',
      'Joan Price',
      'Ivy Santos',
      'Olga Kovacs',
    ],
    tickets: [
      { category: 'plumbing', text: 'Shower drains slowly, water on the floor', resolution: '' },
      { category: 'air-conditioning', text: 'Air conditioning rattles', resolution: '' },
      { category: 'electricity', text: 'Bedside lamp does not light', resolution: 'New bulb' },
      { category: 'television', text: 'Remote control does not answer', resolution: '' },
    ],
    closure: 'Shower drains slowly, water on the floor',
    seen: 'Bed untouched, no luggage',
    settled: 'Called the guest: slept elsewhere, stays on',
  },
}
