import type { DemoLanguage } from './words.ts'

type BySex = { male: string; female: string }

/** What the desk of the demo hotel writes about minors, as a hotel of that language writes it. */
export type MinorWords = {
  parent: BySex
  grandparent: BySex
  aunt: BySex
  sibling: BySex
  teacher: BySex
  classmate: string
  friend: string
  patrols: readonly string[]
  report: string
}

const zh: MinorWords = {
  parent: { male: '父亲', female: '母亲' },
  grandparent: { male: '祖父', female: '祖母' },
  aunt: { male: '叔叔', female: '姑姑' },
  sibling: { male: '兄弟', female: '姐妹' },
  teacher: { male: '带队老师', female: '带队老师' },
  classmate: '同学',
  friend: '朋友',
  patrols: ['巡查楼层，房内安静，无异常', '电话询问房间，孩子由家长陪同', '夜间巡查，房门已关，无访客'],
  report: '同住人说不清与未成年人的关系，已联系监护人并报告辖区派出所',
}

const en: MinorWords = {
  parent: { male: 'Father', female: 'Mother' },
  grandparent: { male: 'Grandfather', female: 'Grandmother' },
  aunt: { male: 'Uncle', female: 'Aunt' },
  sibling: { male: 'Brother', female: 'Sister' },
  teacher: { male: 'Teacher of the group', female: 'Teacher of the group' },
  classmate: 'Classmate',
  friend: 'Friend',
  patrols: [
    'Walked the floor: quiet, nothing unusual',
    'Called the room: the child is with their family',
    'Night round: door closed, no visitors',
  ],
  report:
    'Whoever shares the room could not say what they are to the minor: guardian called, police station told',
}

export const minorWords: Readonly<Record<DemoLanguage, MinorWords>> = { zh, en }
