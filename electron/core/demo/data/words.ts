/** What people at the desk of the demo hotel write: notes, alerts, tags, wishes and reasons, in the hotel's language. */

export type DemoLanguage = 'en' | 'zh'

export type DemoWish = {
  text: string
  department: 'front-office' | 'housekeeping' | 'engineering' | 'food-and-beverage' | 'concierge'
}

/** Classes that the manager has a playbook of their own for. */
export type DemoPlaybook = 'family' | 'key-value' | 'key-rescue' | 'lost'
/** Classes that the manager has set by hand. */
export type DemoJudged = 'key' | 'family' | 'high' | 'long-stay'

/** What a guest's words are about. */
export type DemoFeedback = 'good' | 'fair' | 'poor' | 'waited' | 'declined'

export type DemoWords = {
  notes: readonly string[]
  tags: {
    vip: string
    regular: string
    family: string
    business: string
    foreign: string
    honeymoon: string
    care: string
  }
  alerts: readonly {
    area: 'reservation' | 'check-in' | 'in-house' | 'check-out' | 'billing'
    text: string
    blocks: 'none' | 'check-in' | 'check-out'
  }[]
  /** Wishes of kind `other`, with the department that sees to them. */
  wishes: readonly DemoWish[]
  /** What suites wish above all; one of the wishes. */
  lateCheckOut: DemoWish
  /** Why a wish can't be met, and what is offered instead; nothing where it is empty. */
  declined: readonly { reason: string; alternative: string }[]
  /** What guests say of a stay: of what went wrong, and else by the mark. */
  feedback: Readonly<Record<DemoFeedback, readonly string[]>>
  leaving: {
    offer: readonly string[]
    lost: readonly string[]
    back: readonly string[]
    wrong: readonly string[]
  }
  playbooks: Readonly<Record<DemoPlaybook, string>>
  /** Why guests are left out of what the program computes, and why a class was set by hand. */
  judged: { excluded: readonly string[]; set: Readonly<Record<DemoJudged, string>> }
  /** The hotels around. */
  compSet: string
  cancelled: { early: readonly string[]; late: readonly string[]; full: string; enquiry: string }
  changed: {
    dates: readonly string[]
    extend: readonly string[]
    early: readonly string[]
    room: readonly string[]
    upgrade: readonly string[]
    rate: readonly string[]
    guest: readonly string[]
  }
  comments: readonly string[]
  consent: string
  audit: string
  /** What stands on folios and why something was taken back. */
  money: {
    passerBy: string
    staff: string
    sellerAddress: string
    footer: string
    wrong: readonly string[]
    allowance: readonly string[]
    refund: string
    taxi: string
    late: string
    slipLost: string
  }
}

const zh: DemoWords = {
  notes: [
    '每次都要当天的报纸，送到房间。',
    '喜欢窗边安静的座位，早餐七点前到。',
    '对房间异味敏感，入住前请通风。',
    '上次入住反映空调噪音，已道歉并赠送果盘。',
    '常带客户来，请安排靠近电梯的会客区。',
    '结账时需要增值税专用发票，抬头见公司资料。',
    '习惯自带洗漱用品，不用一次性用品。',
    '对花粉过敏，房间不要摆鲜花。',
    '孩子两岁，需要婴儿床和浴盆。',
    '喜欢1208房，能安排就安排。',
    '早班机较多，常需要叫车和打包早餐。',
    '老人同行，请安排离电梯近的房间。',
    '不喜欢打扰，打扫请安排在下午两点后。',
    '上次遗失充电器，已寄回。',
    '生日在入住期间，可准备贺卡。',
    '长期合作客户，经理要求见面问候。',
  ],
  tags: {
    vip: '贵宾',
    regular: '常客',
    family: '亲子',
    business: '商务',
    foreign: '外宾',
    honeymoon: '蜜月',
    care: '重点关怀',
  },
  alerts: [
    { area: 'check-in', text: '入住前请值班经理出面接待。', blocks: 'none' },
    { area: 'check-in', text: '上次入住损坏物品未赔付，先与经理确认再办理入住。', blocks: 'check-in' },
    { area: 'check-out', text: '有挂账未结，结清后方可离店。', blocks: 'check-out' },
    { area: 'billing', text: '房费由公司结算，杂费自付，请核对。', blocks: 'none' },
    { area: 'in-house', text: '海鲜严重过敏，送餐前请再次确认。', blocks: 'none' },
    { area: 'reservation', text: '多次预订未到，预订须预付担保。', blocks: 'none' },
    { area: 'check-in', text: '证件即将到期，入住时请核对新证件。', blocks: 'check-in' },
    { area: 'in-house', text: '请勿转接未报姓名的来电。', blocks: 'none' },
  ],
  wishes: [
    { text: '预留停车位一个', department: 'front-office' },
    { text: '晚到，请保留房间至凌晨一点', department: 'front-office' },
    { text: '延迟退房至下午两点', department: 'front-office' },
    { text: '多备两瓶矿泉水', department: 'housekeeping' },
    { text: '加一床被子', department: 'housekeeping' },
    { text: '房间内布置生日气球', department: 'housekeeping' },
    { text: '加湿器一台', department: 'housekeeping' },
    { text: '空调调至静音档并检查出风', department: 'engineering' },
    { text: '检查卫生间水压', department: 'engineering' },
    { text: '早餐备无糖豆浆', department: 'food-and-beverage' },
    { text: '房间送一束鲜花和欢迎水果', department: 'food-and-beverage' },
    { text: '次日五点半叫早并打包早餐', department: 'food-and-beverage' },
    { text: '代订次日去机场的车', department: 'concierge' },
    { text: '代取快递一件', department: 'concierge' },
  ],
  lateCheckOut: { text: '延迟退房至下午两点', department: 'front-office' },
  declined: [
    { reason: '当日客满，无法安排', alternative: '安排同楼层相近房间' },
    { reason: '酒店暂不提供此项服务', alternative: '' },
    { reason: '所需房型已售完', alternative: '次日换房' },
    { reason: '设备已全部借出', alternative: '归还后先送此房' },
    { reason: '时间过紧', alternative: '改为次日，客人同意' },
  ],
  feedback: {
    good: ['服务热情，房间干净', '早餐丰富', '前台办理很快', '位置方便，下次还来', ''],
    fair: ['总体还可以', '房间略小', '空调声音偏大', ''],
    poor: ['隔音差，夜里很吵', '房间有烟味', '卫生间没有打扫干净', ''],
    waited: ['等房时间太长', '到店很久才拿到房间', '入住排队太久'],
    declined: ['提前说过的要求没有满足', '订房时提的要求没人管'],
  },
  leaving: {
    offer: ['客人态度友好，愿再考虑', '已留下经理直线电话', '客人说下次出差再联系', ''],
    lost: ['公司差旅已改到外地', '离新办公室太远', '多次致电无人接听', ''],
    back: ['客人很高兴被记得', '已再次入住，致谢', ''],
    wrong: ['长期休假，预计恢复出差', '以另一份档案入住', '出差周期本来就长'],
  },
  playbooks: {
    family: '抵店前备好婴儿床、儿童洗漱用品和浴凳，安排安静楼层；第二天送儿童果盘。',
    'key-value': '值班经理到大堂迎接，房间按客史布置，离店当天电话致谢。',
    'key-rescue': '由经理本人致电，先问近况和不来的原因，记入客史，再谈邀请。',
    lost: '每年春节前寄一张手写贺卡，不再打电话。',
  },
  compSet: '江畔大酒店、国贸饭店、湖滨宾馆、城市广场酒店',
  judged: {
    excluded: [
      '客人来电要求不做自动分析',
      '客人书面要求退出个性化推荐',
      '客人在前台当面提出，不希望被系统归类',
    ],
    set: {
      key: '公司行政负责人，为同事订房，自己很少入住',
      family: '每年五月带孩子来，平时以公司名义入住',
      high: '会务收入未计入客房，由经理判定',
      'long-stay': '项目驻地人员，分段预订实为长住',
    },
  },
  cancelled: {
    early: ['行程改变', '会议改期', '改订其他日期', '会议取消', '已找到其他住处', '重复预订'],
    late: ['航班取消', '身体不适', '临时有事', '签证未获批准', '天气原因'],
    full: '候补未补上，客人另寻住处',
    enquiry: '询价后未确认',
  },
  changed: {
    dates: ['客人改期', '会议改期', '航班调整', '客人来电更改'],
    extend: ['客人续住', '会议延长', '客人要求多住一晚'],
    early: ['提前离店', '行程提前结束', '家中有事提前离店'],
    room: ['空调噪音', '客人希望高楼层', '房间有异味', '隔壁吵闹', '卫生间漏水', '客人希望换朝向'],
    upgrade: ['会员升级', '原房型无房，免费升级', '贵宾升级'],
    rate: ['改用协议价', '经理批准优惠', '按会员价调整', '更正房价'],
    guest: ['实际入住人变更', '同住人增加', '更正人数'],
  },
  comments: [
    '晚到',
    '靠窗',
    '会议用房',
    '请提前排房',
    '发票抬头已留',
    '与同事同住同层',
    '第一次入住',
    '需要接机',
  ],
  consent: '我同意酒店通过此方式向我发送会员与优惠信息，可随时撤回。',
  audit: '夜审：预订未到',
  money: {
    passerBy: '散客零点',
    staff: '员工餐',
    sellerAddress: '上海市浦东新区演示路1号',
    footer: '本账单不作为发票使用。',
    wrong: ['数量录错', '录错房间', '金额录错'],
    allowance: ['空调噪音，部分减免房费', '热水供应中断', '早到等房补偿', '隔壁施工打扰'],
    refund: '多收退还',
    taxi: '代付出租车费',
    late: '离店后补收迷你吧',
    slipLost: '押金单遗失，凭证件退还',
  },
}

const en: DemoWords = {
  notes: [
    'Wants the day’s paper brought to the room.',
    'Likes a quiet seat by the window; at breakfast before seven.',
    'Sensitive to smells: please air the room before arrival.',
    'Noise of the air conditioning last time; apologised, fruit sent up.',
    'Often brings clients: arrange the sitting area near the lift.',
    'Needs a VAT invoice at check-out; details with the company.',
    'Brings own toiletries, no single-use items.',
    'Allergic to pollen: no fresh flowers in the room.',
    'Child of two: crib and small bath needed.',
    'Likes room 1208: give it when it can be had.',
    'Early flights: often needs a car and a packed breakfast.',
    'Travels with elderly parents: room near the lift.',
    'Does not like to be disturbed: clean after two in the afternoon.',
    'Left a charger behind; sent on by post.',
    'Birthday falls into the stay: card prepared.',
    'Client of many years: the manager wants to say hello.',
  ],
  tags: {
    vip: 'VIP',
    regular: 'Regular',
    family: 'Family',
    business: 'Business',
    foreign: 'From abroad',
    honeymoon: 'Honeymoon',
    care: 'Special care',
  },
  alerts: [
    { area: 'check-in', text: 'The duty manager welcomes this guest in person.', blocks: 'none' },
    {
      area: 'check-in',
      text: 'Damage of the last stay is not paid: ask the manager before check-in.',
      blocks: 'check-in',
    },
    { area: 'check-out', text: 'Open balance: settle before check-out.', blocks: 'check-out' },
    {
      area: 'billing',
      text: 'Room paid by the company, extras by the guest: check the split.',
      blocks: 'none',
    },
    { area: 'in-house', text: 'Severe seafood allergy: confirm every order.', blocks: 'none' },
    { area: 'reservation', text: 'Several no-shows: take a deposit.', blocks: 'none' },
    {
      area: 'check-in',
      text: 'Document about to expire: check the new one at check-in.',
      blocks: 'check-in',
    },
    { area: 'in-house', text: 'Put no calls through without a name.', blocks: 'none' },
  ],
  wishes: [
    { text: 'One parking space', department: 'front-office' },
    { text: 'Late arrival, hold the room until 1 am', department: 'front-office' },
    { text: 'Late check-out until 2 pm', department: 'front-office' },
    { text: 'Two more bottles of water', department: 'housekeeping' },
    { text: 'Extra blanket', department: 'housekeeping' },
    { text: 'Birthday balloons in the room', department: 'housekeeping' },
    { text: 'Humidifier', department: 'housekeeping' },
    { text: 'Air conditioning on low, check the vent', department: 'engineering' },
    { text: 'Check the water pressure', department: 'engineering' },
    { text: 'Unsweetened soy milk for breakfast', department: 'food-and-beverage' },
    { text: 'Flowers and welcome fruit in the room', department: 'food-and-beverage' },
    { text: 'Wake-up at 5:30 and packed breakfast', department: 'food-and-beverage' },
    { text: 'Car to the airport the next day', department: 'concierge' },
    { text: 'Collect a parcel', department: 'concierge' },
  ],
  lateCheckOut: { text: 'Late check-out until 2 pm', department: 'front-office' },
  declined: [
    { reason: 'Full house on the day', alternative: 'A similar room on the same floor' },
    { reason: 'Not offered by the hotel', alternative: '' },
    { reason: 'Room type sold out', alternative: 'Room change on the next day' },
    { reason: 'All lent out', alternative: 'The first one that comes back' },
    { reason: 'Too short notice', alternative: 'On the next day, agreed with the guest' },
  ],
  feedback: {
    good: [
      'Friendly staff, spotless room',
      'Very good breakfast',
      'Quick check-in',
      'Well located, will be back',
      '',
    ],
    fair: ['All right overall', 'The room was a bit small', 'The air conditioning is loud', ''],
    poor: ['Thin walls, noisy at night', 'The room smelled of smoke', 'The bathroom was not clean', ''],
    waited: [
      'Waited far too long for the room',
      'The room was not ready for ages',
      'Too long a queue at check-in',
    ],
    declined: ['What was asked for in advance was not there', 'Nobody saw to the request made when booking'],
  },
  leaving: {
    offer: [
      'Friendly, will think about it',
      'Left the manager’s direct number',
      'Will call on the next trip',
      '',
    ],
    lost: [
      'Company now travels elsewhere',
      'Too far from the new office',
      'Called several times, no answer',
      '',
    ],
    back: ['Glad to be remembered', 'Has stayed again, thanked', ''],
    wrong: ['On long leave, travels again later', 'Stays under another profile', 'Always had long gaps'],
  },
  playbooks: {
    family:
      'Crib, children’s toiletries and a step stool in the room before arrival, on a quiet floor; a fruit plate for the children on the second day.',
    'key-value':
      'The duty manager welcomes in the lobby, the room is prepared by the profile, a call of thanks on the day of departure.',
    'key-rescue':
      'The manager calls in person: first how things are and why they stay away, noted in the profile, then an invitation.',
    lost: 'A handwritten card before the holidays, no more calls.',
  },
  compSet: 'Riverside Grand, Trade Centre Hotel, Lakeside Inn, City Plaza',
  judged: {
    excluded: [
      'Called and asked for no automated analysis',
      'Opted out of personal suggestions in writing',
      'Said at the desk not to be put into classes',
    ],
    set: {
      key: 'Head of administration: books for colleagues, seldom stays',
      family: 'Comes with the children each May, otherwise on the company',
      high: 'Meetings are not counted as room revenue; decided by the manager',
      'long-stay': 'On a project here: several bookings in a row are one long stay',
    },
  },
  cancelled: {
    early: [
      'Plans changed',
      'Meeting moved',
      'Booked other dates',
      'Meeting cancelled',
      'Found another place',
      'Booked twice',
    ],
    late: ['Flight cancelled', 'Illness', 'Something came up', 'Visa refused', 'Weather'],
    full: 'Waiting list not cleared, guest went elsewhere',
    enquiry: 'Asked for a price, did not confirm',
  },
  changed: {
    dates: ['Guest changed dates', 'Meeting moved', 'Flight moved', 'Guest called to change'],
    extend: ['Guest stays on', 'Meeting goes on', 'One night more on request'],
    early: ['Leaves early', 'Trip ended early', 'Called home'],
    room: [
      'Noise of the air conditioning',
      'Wants a higher floor',
      'Smell in the room',
      'Noise next door',
      'Bathroom leaks',
      'Wants another view',
    ],
    upgrade: ['Member upgrade', 'Type sold out, upgraded free', 'VIP upgrade'],
    rate: ['Corporate rate applied', 'Discount approved by the manager', 'Member rate', 'Rate corrected'],
    guest: ['Another person stays', 'One more person', 'Number of persons corrected'],
  },
  comments: [
    'Late arrival',
    'Window side',
    'For the meeting',
    'Assign the room early',
    'Invoice details left',
    'Same floor as colleague',
    'First stay',
    'Airport pick-up',
  ],
  consent: 'I agree to receive membership news and offers this way and may withdraw at any time.',
  audit: 'Night audit: not arrived',
  money: {
    passerBy: 'Passer-by sales',
    staff: 'Staff meals',
    sellerAddress: '1 Demo Road, Pudong, Shanghai',
    footer: 'This bill is not a tax invoice (fapiao).',
    wrong: ['Wrong quantity', 'Wrong room', 'Wrong amount'],
    allowance: ['Noise of the air conditioning', 'No hot water', 'Room not ready on time', 'Works next door'],
    refund: 'Charged too much',
    taxi: 'Taxi paid for the guest',
    late: 'Minibar found after departure',
    slipLost: 'Deposit slip lost, refunded against the passport',
  },
}

export const demoWords: Record<DemoLanguage, DemoWords> = { en, zh }
