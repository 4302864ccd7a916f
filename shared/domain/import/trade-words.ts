/**
 * The words by which front desks, agencies and their programs call a status, a meal, a segment and a channel. The words of
 * one program have a line of their own:
 *
 * - booking: Booking.com, historical reservations (developers.booking.com: OK, CANCELLED, NO_SHOW), and the status column of
 *   the extranet's download, which names who cancelled.
 * - expedia: Partner Central's download of reservations; its interface adds the state of the stay (preStay, inHouse, postStay).
 * - agoda: YCS download of bookings.
 * - airbnb: the host's download of reservations.
 * - ctrip, meituan, fliggy: the order lists of the three Chinese agencies' hotel extranets.
 * - opera: OPERA Cloud, enumeration PMSResStatusType of its REST API, and the computed statuses (RESV, DUEIN, CKIN, CKOT)
 *   and reservation types (6PM) of OPERA's reports.
 * - mews: ServiceOrderState of the Connector API (github.com/api-evangelist/mews).
 * - cloudbeds: getReservations of pms-v1.3 (github.com/cloudbeds/openapi-specs).
 *
 * A word with two meanings, or one of payment (paid, refunded, non-refundable), is missing on purpose: the manager maps it.
 */
import type { BookingStatus } from '../booking/booking.ts'
import type { channels, segments } from '../booking/choices.ts'
import type { Meal } from '../rate/rate-plan.ts'

/** Words divided by bars, a line for each source. */
type Words<T extends string> = Record<T, readonly string[]>

/** Who cancelled is the agency's business: the booking is cancelled either way. */
const cancelledBy =
  'guest|hotel|host|customer|traveler|traveller|partner|property|agent|agency|user|system|admin|channel|booker'
    .split('|')
    .flatMap((who) => [`cancelled by ${who}`, `canceled by ${who}`])
    .join('|')

export const statusWords: Words<BookingStatus> = {
  enquiry: [
    'inquiry|tentative|option|optional|quote|pending|on request|awaiting confirmation|not confirmed|unconfirmed|provisional|prospect',
    '咨询|意向|暂定|询价|待确认|未确认|待处理|待支付|待付款',
    /* airbnb */ 'request to book|trip requested|pending request|awaiting response',
    /* fliggy */ '等待卖家确认|等待商家确认|等待买家付款',
    /* mews */ 'inquired|enquired',
    /* cloudbeds */ 'not_confirmed',
  ],
  waitlisted: [
    'waitlist|wait listed|waiting list|waiting|候补|等候|等待名单|排队',
    /* mews: confirmed by the guest, not by the hotel */ 'requested',
  ],
  confirmed: [
    'reserved|reservation|booked|due in|guaranteed|definite|expected|new|ok|accepted|late arrival|modified|amended|active|upcoming|arriving|approved',
    '确认|已确认|预订|预定|已预订|已预定|有效|预抵|待入住|未入住|已接单|逾期未到|已修改|预订成功|预定成功|担保|已担保|订单确认',
    /* booking */ 'ok modified',
    /* expedia */ 'prestay|pre stay',
    /* agoda */ 'booking confirmed|confirmed amended',
    /* airbnb */ 'arriving soon|arriving today|arriving tomorrow|checking in today',
    /* ctrip, meituan, fliggy */ '酒店已确认|已确认待入住|商家已确认|卖家已确认|未到店|待到店',
    /* opera */ 'resv|duein|6pm|6 pm|6pm hold|4pm|4pm hold|held until 6pm',
  ],
  'in-house': [
    'in house|checked in|check in|staying|arrived|occupied|due out|stay over|overdue|resident|walk in',
    '在住|在店|住店|入住|已入住|入住中|住中|预离|续住|逾期未离|应离未离|已到店|办理入住',
    /* airbnb */ 'currently hosting|checking out today',
    /* opera */ 'ckin|chkin|dueout|in|walkin|pending checkout',
    /* mews */ 'started',
  ],
  'checked-out': [
    'checkout|check out|departed|left|completed|closed|past|stayed|early departure|finished|history',
    '离店|已离店|退房|已退房|已结账|已完成|完成|提前离店|已离|订单完成|已消费|已成交',
    /* expedia */ 'poststay|post stay',
    /* airbnb */ 'past guest|awaiting guest review|review guest|awaiting review',
    /* fliggy */ '交易成功',
    /* opera */ 'ckot|ckout|chkout|out',
    /* mews */ 'processed',
  ],
  cancelled: [
    `canceled|cancel|cancellation|cxl|cnl|cncl|canx|void|voided|late cancel|rejected|declined|expired|denied|${cancelledBy}`,
    '取消|已取消|撤销|已撤销|作废|已作废|逾期取消|客人取消|酒店取消|用户取消|商家取消|系统取消|已关闭|超时取消',
    /* airbnb */ 'request withdrawn|not possible|withdrawn',
    /* ctrip, meituan */ '已拒单|拒单|酒店拒单|商家拒单|已拒绝|拒绝',
    /* fliggy */ '交易关闭',
  ],
  'no-show': ['noshow|ns|did not arrive|no show charged|未到|应到未到|爽约|未抵|未入住离店'],
}

export const mealWords: Words<Meal> = {
  'room-only': [
    'ro|sc|ep|none|no meal|no meals|no breakfast|self catering|room only|without breakfast|breakfast not included|breakfast excluded|european plan|accommodation only',
    '无早|不含早|不含餐|无餐|0早|无早餐|不含早餐|0份早餐|早餐0份|不含|房费不含早',
  ],
  breakfast: [
    'bb|b&b|bed and breakfast|breakfast included|cb|cp|bp|continental plan|with breakfast|including breakfast|breakfast included in the price|1 breakfast|2 breakfasts|3 breakfasts|4 breakfasts|buffet breakfast|american breakfast|continental breakfast|english breakfast|breakfast for 1|breakfast for 2|free breakfast',
    '含早|早餐|单早|双早|三早|四早|多早|含早餐|一早|1早|2早|3早|4早|两早|含双早|含单早|含三早|有早|1份早餐|2份早餐|3份早餐|4份早餐|含1份早餐|含2份早餐|含3份早餐|含4份早餐|每天1份早餐|每天2份早餐|单份早餐|双份早餐|自助早餐|早餐1份|早餐2份',
  ],
  'half-board': [
    'hb|half board|map|modified american plan|dbb|dinner bed and breakfast|breakfast and dinner|breakfast & dinner included',
    '半食宿|含早晚餐|两餐|早晚餐|含两餐|早餐和晚餐|半膳',
  ],
  'full-board': [
    'fb|full board|ap|american plan|all inclusive|ai|uai|ultra all inclusive|all meals|breakfast lunch and dinner',
    '全食宿|三餐|全包|含三餐|全膳|一日三餐|一价全包|全含',
  ],
  'undefined-meal': ['undefined|unknown'],
}

export const segmentWords: Words<(typeof segments)[number]> = {
  transient: [
    'fit|individual|individuals|walk in|bar|rack|leisure|retail|best available rate|public|non qualified|discount|promotion|package|packages',
    '散客|门市|门市散客|上门散客|自来散客|零售|休闲|促销|套餐|家庭',
  ],
  corporate: [
    'corp|company|business|corporate negotiated|negotiated|lnr|local negotiated|cnr|corporate individual|bus|business travel',
    '协议|协议单位|协议公司|商务|公司|协议散客|商务散客|公司协议|企业',
  ],
  group: [
    'groups|grp|mice|tour group|conference|git|group tour|group corporate|meeting|meetings|convention|wedding|social group|incentive|tour series',
    '团队|团体|会议|会议团队|旅行团|旅游团|团队会议|会展|婚宴|考察团',
  ],
  wholesale: ['wholesaler|wholesalers|tour operator|tour operators|fit wholesale|批发|批发商|分销|分销商'],
  'travel-agent': [
    'ta|agent|agency|travel agency|travel agents|offline ta|offline ta/to|consortia|旅行社|代理|旅行社散客|差旅',
  ],
  'online-agency': [
    'ota|online ta|online agency|online travel agent|online travel agency|internet|opaque',
    '网络|网络渠道|在线旅行社|平台|网络散客|网络预订|在线平台|线上',
  ],
  complimentary: [
    'comp|complementary|free|house use|hse|staff|免费|免费房|招待|自用|自用房|内部|员工|招待房',
  ],
  aviation: ['crew|airline|airlines|airline crew|机组|航空|航空公司'],
  direct: ['直销|官网|直客|direct booking|brand|brand website|loyalty|会员|会员散客|member|members'],
  undefined: ['unknown|other|others|其他|其它|未知'],
}

export const channelWords: Words<(typeof channels)[number]> = {
  direct: [
    'hotel|hotel direct|front desk|email|e mail|direct booking|reception|property|pms|in person|direct guest',
    '直销|酒店|前台|酒店直订|直订|酒店直销|邮件|店内',
  ],
  telephone: [
    'phone|tel|call|call centre|call center|telephone call|reservations office|pho|电话|电话预订|呼叫中心|来电|预订部',
  ],
  'walk-in': ['walkin|walk in|wi|wlk|walk in guest|上门|步入|散客上门|自来|上门散客|无预订'],
  website: [
    'web|brand.com|ibe|booking engine|wechat|mini program|app|own website|hotel website|website/booking engine|official website|google hotel ads|direct online|internet booking engine',
    '官网|微信|小程序|公众号|官方网站|微信公众号|微信小程序|官方app|微官网|微商城',
  ],
  'travel-agent': [
    'ta|ta/to|agent|agency|travel agency|travel agents|wholesaler|tour operator|dmc|旅行社|批发商|地接社|分销商',
  ],
  'online-agency': [
    'ota|online ta|online travel agency|booking|booking.com|expedia|expedia.com|expedia affiliate network|expedia collect|hotels.com|agoda|agoda.com|airbnb|airbnb.com|vrbo|homeaway|trip.com|ctrip|ctrip.com|trip|meituan|meituan.com|fliggy|fliggy.com|qunar|elong|traveloka|tiket.com|makemytrip|goibibo|oyo|hostelworld|hotelbeds|webbeds|hrs|hotel.de|lastminute|lastminute.com|opodo|despegar|orbitz|travelocity|priceline|priceline.com|hotwire|ebookers|wotif|rakuten|rakuten travel|jalan|yanolja|klook|tripadvisor|google|trivago|kayak|ostrovok',
    '携程|携程网|携程旅行|携程旅行网|携程ebk|携程ebooking|美团|美团酒店|美团民宿|美团点评|大众点评|飞猪|飞猪旅行|阿里旅行|去哪儿|去哪儿网|去哪|艺龙|艺龙网|同程|同程旅行|同程艺龙|途牛|途牛网|驴妈妈|马蜂窝|抖音|小红书|京东|京东旅行|缤客|爱彼迎|安可达|雅高达|亿客行|好订网|途家|小猪|木鸟|榛果|高德|智行|平台',
    /* Cloudbeds says who takes the money */ 'expedia hotel collect booking|expedia channel collect booking|booking.com hotel collect booking|booking.com channel collect booking|agoda channel collect booking',
  ],
  corporate: ['corp|company|corporate direct|协议|公司|协议单位|协议公司|企业|商旅'],
  gds: ['amadeus|sabre|galileo|travelport|worldspan|apollo|abacus|pegasus|1a|1g|travelsky|中航信'],
  undefined: ['unknown|other|others|其他|其它|未知'],
}
