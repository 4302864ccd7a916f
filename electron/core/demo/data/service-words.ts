import type { Department } from '#shared/domain/request/request.ts'
import type { DemoLanguage } from './words.ts'

type Task = { department: Department; text: string; time: string | null }

/** What the desk of the demo hotel writes about services, as a hotel of that language writes it. */
export type ServiceWords = {
  /** Every day, for the house. */
  standing: readonly Task[]
  /** For a guest, the day after they came. */
  traces: readonly Task[]
  messages: readonly { from: string; phone: string; text: string }[]
  parcels: readonly { from: string; keptIn: string; note: string }[]
  found: readonly { what: string; at: string }[]
  keptIn: string
  proof: string
  sent: string
  keys: readonly string[]
  luggage: readonly string[]
  visits: readonly string[]
  visitors: readonly string[]
  failures: readonly string[]
  ports: readonly string[]
  ethnicity: readonly string[]
  notes: readonly string[]
}

const zh: ServiceWords = {
  standing: [
    { department: 'engineering', text: '抄水电表，检查锅炉压力', time: '09:00' },
    { department: 'housekeeping', text: '检查公共区域卫生间', time: '15:00' },
  ],
  traces: [
    { department: 'front-office', text: '致电房间，询问入住是否满意', time: '10:00' },
    { department: 'housekeeping', text: '补充瓶装水两瓶', time: null },
    { department: 'food-and-beverage', text: '送欢迎水果', time: '16:00' },
    { department: 'engineering', text: '复查空调噪音', time: null },
    { department: 'concierge', text: '确认次日用车时间', time: '18:00' },
  ],
  messages: [
    { from: '王经理', phone: '+8613800001111', text: '会议改到下午三点，地点不变。' },
    { from: '李女士', phone: '+8613900002222', text: '请回电。' },
    { from: '张先生', phone: '', text: '在大堂吧等候，晚上七点。' },
    { from: '旅行社陈导', phone: '+8613700003333', text: '明早八点大堂集合，请带护照。' },
  ],
  parcels: [
    { from: '顺丰速运', keptIn: '前台储物间', note: '' },
    { from: '京东快递', keptIn: '前台储物间', note: '易碎' },
    { from: '同城急送', keptIn: '前台', note: '文件' },
  ],
  found: [
    { what: '手机充电器，白色', at: '床头插座' },
    { what: '黑框眼镜', at: '卫生间台面' },
    { what: '儿童外套，蓝色', at: '衣柜' },
    { what: '平板电脑，灰色保护套', at: '枕头下' },
    { what: '耳机一副', at: '书桌抽屉' },
    { what: '身份证件夹', at: '保险箱' },
  ],
  keptIn: '客房部失物柜',
  proof: '核对证件并签收',
  sent: '快递寄回，单号已登记',
  keys: ['同住人另取一张', '房卡消磁，重新制卡', '遗失一张，已收费'],
  luggage: ['红色拉杆箱', '两个纸箱', '双肩包', ''],
  visits: ['探访亲友', '业务洽谈', '送材料'],
  visitors: ['刘建国', '赵敏', '孙立', '马晓燕', '何志强', '郭芳'],
  failures: ['证件号码与公安库不符', '照片不清晰，请重新采集', '客户端超时，未收到回执'],
  ports: ['上海浦东', '北京首都', '广州白云', '深圳罗湖'],
  ethnicity: ['汉', '汉', '汉', '汉', '汉', '汉', '汉', '回', '满', '壮'],
  notes: [
    '三楼制冰机已报修，今天下午来人。',
    '明早六点半有团队集中退房，请提前备好房卡登记表。',
    '公安客户端昨晚断线半小时，已补传，请复核。',
    '会议室投影仪借给二楼，下班前收回。',
    '备用金五百元零钞不足，请向财务换零。',
    '客人反映电梯二号有异响，工程部已看，继续观察。',
  ],
}

const en: ServiceWords = {
  standing: [
    { department: 'engineering', text: 'Read the meters, check the boiler pressure', time: '09:00' },
    { department: 'housekeeping', text: 'Check the washrooms of the lobby', time: '15:00' },
  ],
  traces: [
    { department: 'front-office', text: 'Call the room: is everything as it should be?', time: '10:00' },
    { department: 'housekeeping', text: 'Two more bottles of water', time: null },
    { department: 'food-and-beverage', text: 'Welcome fruit to the room', time: '16:00' },
    { department: 'engineering', text: 'Look at the air conditioning once more', time: null },
    { department: 'concierge', text: 'Confirm the car for tomorrow', time: '18:00' },
  ],
  messages: [
    { from: 'Mr Wang', phone: '+8613800001111', text: 'The meeting is at three now, same place.' },
    { from: 'Ms Li', phone: '+8613900002222', text: 'Please call back.' },
    { from: 'Mr Brown', phone: '', text: 'Waits in the lobby bar at seven this evening.' },
    {
      from: 'Tour guide Chen',
      phone: '+8613700003333',
      text: 'Lobby at eight tomorrow, bring the passport.',
    },
  ],
  parcels: [
    { from: 'SF Express', keptIn: 'Store room of the desk', note: '' },
    { from: 'JD Logistics', keptIn: 'Store room of the desk', note: 'Fragile' },
    { from: 'City courier', keptIn: 'Desk', note: 'Documents' },
  ],
  found: [
    { what: 'Phone charger, white', at: 'Socket beside the bed' },
    { what: 'Glasses, black frame', at: 'Washbasin' },
    { what: 'Child’s jacket, blue', at: 'Wardrobe' },
    { what: 'Tablet in a grey case', at: 'Under the pillow' },
    { what: 'Headphones', at: 'Desk drawer' },
    { what: 'Card holder', at: 'Safe' },
  ],
  keptIn: 'Lost property cupboard of housekeeping',
  proof: 'Document seen, signed for',
  sent: 'Sent by courier, number noted',
  keys: ['One more for who stays along', 'Card did not work any more', 'One lost, charged'],
  luggage: ['Red suitcase', 'Two boxes', 'Backpack', ''],
  visits: ['Visits family', 'Business meeting', 'Brings documents'],
  visitors: ['Liu Jianguo', 'Zhao Min', 'Sun Li', 'Ma Xiaoyan', 'He Zhiqiang', 'Guo Fang'],
  failures: [
    'Number does not agree with the police record',
    'Picture not clear, take it again',
    'Client timed out, no receipt',
  ],
  ports: ['Shanghai Pudong', 'Beijing Capital', 'Guangzhou Baiyun', 'Shenzhen Luohu'],
  ethnicity: ['汉', '汉', '汉', '汉', '汉', '汉', '汉', '回', '满', '壮'],
  notes: [
    'Ice machine on the third floor: somebody comes this afternoon.',
    'A group leaves at half past six tomorrow: have the list of keys ready.',
    'The police client was down for half an hour last night; sent since, please check.',
    'The projector is lent to the second floor: fetch it before the shift ends.',
    'Small notes are short in the float: ask accounting.',
    'Lift two makes a noise: engineering has looked, keep an eye on it.',
  ],
}

export const serviceWords: Readonly<Record<DemoLanguage, ServiceWords>> = { zh, en }
