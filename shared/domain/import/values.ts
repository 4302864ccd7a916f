/**
 * Words of a file as people and programs write them: statuses, meals and sexes in both languages, countries by code or
 * name.
 */
import { alpha2Of, alpha3Of, countries } from '../country/countries.ts'
import type { ImportedStatus } from './row.ts'

/** Text without case, spaces and marks, for looking words up. */
export function plainWord(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

function dictionary<T extends string>(words: Record<T, string>): Map<string, T> {
  return new Map(
    (Object.entries(words) as [T, string][]).flatMap(([value, list]) =>
      [value, ...list.split('|')].map((word) => [plainWord(word), value] as const),
    ),
  )
}

const statusWords = dictionary<ImportedStatus>({
  enquiry: 'inquiry|tentative|option|optional|quote|咨询|意向|暂定|询价',
  waitlisted: 'waitlist|waiting list|waiting|候补|等候|等待名单',
  confirmed:
    'reserved|reservation|booked|due in|guaranteed|definite|expected|new|ok|accepted|late arrival|确认|已确认|预订|预定|已预订|已预定|有效|预抵|待入住|未入住|已接单|逾期未到',
  'in-house':
    'inhouse|checked in|check in|checkin|staying|arrived|occupied|due out|stay over|overdue|在住|在店|住店|入住|已入住|入住中|住中|预离|续住|逾期未离',
  'checked-out':
    'checkout|check out|departed|left|completed|closed|past|stayed|early departure|离店|已离店|退房|已退房|已结账|已完成|完成|提前离店',
  cancelled: 'canceled|cancel|cancellation|cxl|void|late cancel|取消|已取消|撤销|已撤销|作废|逾期取消',
  'no-show': 'noshow|ns|did not arrive|未到|应到未到|爽约|未抵',
})
const mealWords = dictionary({
  'room-only': 'ro|sc|none|no meal|no breakfast|self catering|room only|无早|不含早|不含餐|无餐|0早',
  breakfast:
    'bb|b&b|bed and breakfast|breakfast included|cb|含早|早餐|单早|双早|含早餐|一早|1早|2早|含双早|含单早',
  'half-board': 'hb|half board|map|半食宿|含早晚餐|两餐',
  'full-board': 'fb|full board|ap|all inclusive|ai|全食宿|三餐|全包',
  'undefined-meal': 'undefined|unknown',
})
const segmentWords = dictionary({
  transient: 'fit|individual|walk in|bar|rack|leisure|散客|门市|门市散客|上门散客|自来散客',
  corporate: 'corp|company|business|协议|协议单位|协议公司|商务|公司',
  group: 'groups|grp|mice|tour group|conference|团队|团体|会议|会议团队|旅行团',
  wholesale: 'wholesaler|tour operator|批发',
  'travel-agent': 'ta|agent|agency|offline ta|offline ta/to|旅行社|代理',
  'online-agency': 'ota|online ta|online agency|网络|网络渠道|在线旅行社|平台',
  complimentary: 'comp|complementary|free|免费|免费房|招待',
  aviation: 'crew|airline|airlines|机组|航空',
  direct: '直销|官网|直客',
  undefined: 'unknown|other|其他',
})
const channelWords = dictionary({
  direct: 'hotel|hotel direct|front desk|email|直销|酒店|前台|酒店直订|直订',
  telephone: 'phone|tel|call|call centre|call center|电话|电话预订|呼叫中心',
  'walk-in': 'walkin|walk in|wi|上门|步入|散客上门|自来',
  website: 'web|brand.com|ibe|booking engine|wechat|mini program|app|官网|微信|小程序|公众号|官方网站',
  'travel-agent': 'ta|ta/to|agent|agency|travel agency|旅行社',
  'online-agency':
    'ota|online ta|booking|booking.com|expedia|agoda|airbnb|trip.com|ctrip|trip|meituan|fliggy|qunar|elong|携程|美团|飞猪|去哪儿|去哪|艺龙|同程|途牛|缤客|爱彼迎|安可达|亿客行',
  corporate: 'corp|company|协议|公司|协议单位',
  gds: 'amadeus|sabre|galileo|travelport|worldspan',
  undefined: 'unknown|other|其他',
})
const genderWords = dictionary<'female' | 'male' | 'other'>({
  female: 'f|w|woman|ms|mrs|miss|女|女性|女士|小姐',
  male: 'm|man|mr|男|男性|先生',
  other: 'x|其他',
})
const languageWords = dictionary({
  zh: 'cn|chi|zho|chinese|mandarin|zh-cn|zh-tw|zh-hk|中文|汉语|普通话|国语',
  yue: 'cantonese|粤语|广东话',
  en: 'eng|english|en-us|en-gb|英语|英文',
  ja: 'jp|jpn|japanese|日语|日文',
  ko: 'kr|kor|korean|韩语|韩文|朝鲜语',
  fr: 'fra|fre|french|法语|法文',
  de: 'deu|ger|german|德语|德文',
  es: 'spa|spanish|西班牙语|西语',
  pt: 'por|portuguese|葡萄牙语|葡语',
  it: 'ita|italian|意大利语',
  ru: 'rus|russian|俄语|俄文',
  ar: 'ara|arabic|阿拉伯语',
  th: 'tha|thai|泰语',
  vi: 'vie|vietnamese|越南语',
})

export const readStatus = (text: string) => statusWords.get(plainWord(text)) ?? null
export const readMeal = (text: string) => mealWords.get(plainWord(text)) ?? null
export const readSegment = (text: string) => segmentWords.get(plainWord(text)) ?? null
export const readChannel = (text: string) => channelWords.get(plainWord(text)) ?? null
export const readGender = (text: string) => genderWords.get(plainWord(text)) ?? null
export const readLanguage = (text: string) => languageWords.get(plainWord(text)) ?? null

let names: Map<string, string> | null = null

/** Alpha-3 of a country given by a code or by its English or Chinese name; null when it is none. */
export function readCountry(text: string): string | null {
  return alpha3Of(text) ?? countryNames().get(plainWord(text)) ?? null
}

function countryNames(): Map<string, string> {
  if (names) return names
  names = new Map()
  for (const language of ['en', 'zh-Hans']) {
    const display = new Intl.DisplayNames([language], { type: 'region' })
    for (const alpha3 of countries) names.set(plainWord(display.of(alpha2Of(alpha3) ?? '') ?? ''), alpha3)
  }
  // As front desks write them.
  const everyday =
    'UK GBR|England GBR|USA USA|America USA|Korea KOR|Russia RUS|Holland NLD|中国大陆 CHN|大陆 CHN|香港 HKG|澳门 MAC|台湾 TWN|中国台湾 TWN|Hong Kong HKG|Macau MAC|Taiwan TWN'
  for (const pair of everyday.split('|')) names.set(plainWord(pair.slice(0, -4)), pair.slice(-3))
  return names
}
