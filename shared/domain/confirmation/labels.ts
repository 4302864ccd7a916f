/**
 * The words that confirmations put before a fact, by what they lead. From what Booking.com, Expedia, Agoda, Trip.com
 * and Ctrip, Fliggy and Meituan show hotels in mails and on the pages they print orders from, and from hotels' own forms;
 * beside English and Chinese those of the languages such mails are most often sent in.
 */

import { foldHan } from './fold-words.ts'

export const labelled = [
  'confirmationNo',
  'itineraryNo',
  'hotelNo',
  'guest',
  'name',
  'familyName',
  'givenName',
  'otherGuests',
  'booker',
  'phone',
  'bookerPhone',
  'email',
  'nationality',
  'residence',
  'arrival',
  'departure',
  'stay',
  'nights',
  'roomType',
  'roomTypeAndRooms',
  'rooms',
  'guests',
  'adults',
  'children',
  'infants',
  'meal',
  'plan',
  'rate',
  'total',
  'net',
  'commission',
  'taxes',
  'payment',
  'conditions',
  'requests',
  'arrivalTime',
  'status',
  /** Known to lead nothing that is read: it ends what is before it, and is never taken for another. */
  'other',
] as const
export type Label = (typeof labelled)[number]

const words: Record<Label, string> = {
  confirmationNo:
    'booking request no|booking request number|request no|request id|booking number|booking no|booking id|booking reference|booking reference no|booking ref|booking code|booking|reservation number|reservation no|reservation id|reservation code|reservation reference|reservation|confirmation number|confirmation no|confirmation code|confirmation id|agoda booking id|booking.com number|booking.com reservation number|expedia reservation id|order number|order no|order id|request number|订单号|订单编号|订单号码|预订号|预订单号|预定号|预定单号|预订编号|携程订单号|美团订单号|飞猪订单号|渠道订单号|平台订单号|淘宝订单号|变更后订单号|buchungsnummer|reservierungsnummer|numéro de réservation|número de reserva|numero di prenotazione|予約番号|예약번호',
  itineraryNo:
    'reference|reference number|reference no|ref|ref no|our reference|编号|itinerary number|itinerary no|itinerary|itinerary id|expedia itinerary|expedia itinerary number|变更前订单号|原订单号',
  hotelNo:
    'hotel confirmation number|hotel confirmation no|hotel confirmation code|hotel confirmation|property confirmation number|hotel reservation number|your confirmation number|your reference|our confirmation number|酒店确认号|酒店订单号|酒店预订号|酒店单号|pms订单号|确认号',
  guest:
    'guest name|guest|guests name|name of guest|name of the guest|guest full name|full name|lead guest|lead guest name|primary guest|main guest|main guest name|guest names|names|guest s name|traveler name|traveller name|traveler|traveller|staying guest|checking in|入住人|入住人姓名|入住客人|入住人名|入住者|客人姓名|客人名|客人|宾客姓名|宾客|住客|住客姓名|旅客姓名|旅客|房客|房客姓名|gast|gastname|name des gastes|nom du client|nombre del huésped|nome dell ospite|宿泊者名|宿泊者|氏名|お名前|투숙객|투숙객명',
  name: '入住人信息|客人信息|住客信息|guest information|name|customer name|customer|contact name and guest|姓名|预订客人|client|kunde',
  familyName:
    'last name|family name|surname|customer last name|guest last name|lastname|姓|姓氏|姓拼音|nachname|nom de famille|apellidos|apellido|cognome|姓 ローマ字',
  givenName:
    'first name|given name|forename|customer first name|guest first name|firstname|名|名字|名拼音|vorname|prénom|nombre|nome',
  otherGuests:
    'other guests|other guest|additional guests|accompanying guests|accompanying guest|同住人|同行人|同住客人|其他入住人|其他客人',
  booker:
    'booker|booked by|booker name|booking contact|contact person|contact name|contact|ordered by|reserved by|预订人|预定人|预订人姓名|联系人|联系人姓名|下单人|订房人|besteller',
  phone:
    'phone|telephone|tel|mobile|mobile phone|mobile number|phone number|guest phone|guest phone number|guest s phone|contact phone|contact number|telephone number|cell phone|cell|customer phone|电话|手机|手机号|手机号码|联系电话|客人电话|客人手机|入住人电话|入住人手机|入住人手机号|联系方式|联系手机|telefon|téléphone|teléfono|telefono|電話番号|電話|전화번호',
  bookerPhone:
    'booker phone|booker s phone|booker telephone|contact s phone|预订人电话|预订人手机|联系人电话|联系人手机|联系人手机号',
  email:
    'e mail|email|mail|e mail address|email address|guest email|guest e mail|customer email|contact email|booker email|邮箱|电子邮箱|电子邮件|邮件|客人邮箱|联系邮箱|メールアドレス|이메일',
  nationality:
    'nationality|citizenship|country of passport|passport country|guest nationality|国籍|客人国籍|nationalität|nationalité|nacionalidad|국적',
  residence:
    'country of residence|country|country region|booker country|guest country|residence|国家|国家地区|居住地|居住国|所在国家|客源国|land|pays',
  arrival:
    'check in|checkin|check in date|checkin date|date of check in|arrival|arrival date|date of arrival|arriving|arriving on|arrives|from|入住|入住日期|入住日|入住时间|到店日期|抵店日期|抵达日期|到达日期|抵店日|到店日|来店日期|预抵日期|anreise|anreisedatum|ankunft|arrivée|date d arrivée|llegada|entrada|fecha de entrada|チェックイン|チェックイン日|到着日|宿泊日|체크인',
  departure:
    'check out|checkout|check out date|checkout date|date of check out|departure|departure date|date of departure|departing|departs|leaving|until|to|离店|离店日期|离店日|离店时间|退房|退房日期|退房时间|离开日期|离店日|预离日期|abreise|abreisedatum|départ|date de départ|salida|fecha de salida|チェックアウト|チェックアウト日|出発日|체크아웃',
  stay: '入住/离店|入住/离店日期|入住-离店|入住/离店时间|stay|stay dates|dates|dates of stay|stay period|period of stay|period|travel dates|duration of stay|check in check out|check in out|arrival departure|入离时间|入离日期|入离店时间|入离店日期|入住离店|入住离店日期|入住离店时间|住店日期|入住日期离店日期|在店日期|住宿日期|日期|入住起止|reisezeitraum|aufenthalt|séjour|estancia|宿泊期間',
  nights:
    'nights|night|number of nights|no of nights|length of stay|total nights|total length of stay|晚数|夜数|入住晚数|入住天数|住宿天数|天数|共计晚数|nächte|anzahl nächte|nuits|noches|泊数|박수',
  roomType:
    'room type|room|room name|room type name|type of room|room category|room booked|booked room|room description|accommodation|accommodation type|unit|unit type|房型|房型名称|房间类型|房间名称|客房|客房类型|客房名称|预订房型|预定房型|售卖房型|入住房型|房间|zimmertyp|zimmerkategorie|zimmer|type de chambre|chambre|tipo de habitación|habitación|部屋タイプ|客室|객실',
  roomTypeAndRooms: '房型间数|房型及间数|房间信息|订单内容',
  rooms:
    'rooms|number of rooms|no of rooms|room quantity|quantity|qty|total rooms|number of units|total units|房间数|间数|房间数量|房数|预订间数|预定间数|订房数量|房量|数量|anzahl zimmer|zimmeranzahl|部屋数|室数|객실수',
  guests:
    'guests|number of guests|no of guests|total guests|persons|number of persons|occupancy|room occupancy|pax|people|party size|人数|入住人数|客人数|住客人数|入住人员|入住人数量|personen|anzahl personen|personnes|personas|人数',
  adults:
    'adults|number of adults|no of adults|adult|adults per room|成人|成人数|成人数量|大人|erwachsene|adultes|adultos',
  children:
    'children|number of children|no of children|child|kids|儿童|儿童数|儿童数量|小孩|kinder|enfants|niños|子供',
  infants: 'infants|infant|babies|number of infants|婴儿|婴儿数|婴幼儿',
  meal: 'meal|meals|meal plan|meal type|board|board type|breakfast|meals included|rate basis|餐食|早餐|含早|早餐份数|餐饮|用餐|早餐信息|含餐|verpflegung|frühstück|repas|desayuno|régimen|食事|食事条件|조식',
  plan: 'rate plan|rate plan name|rate name|rate type|offer|benefits|benefits included|included|inclusions|价格计划|价格方案|产品名称|礼包|权益|酒店权益|包含',
  rate: 'rate|rate per night|nightly rate|nightly rates|price per night|room rate|room rate per night|average nightly rate|average rate|daily rate|daily base rate|base rate|rate per room per night|price per room per night|每晚房价|每晚价格|每晚|房价|单价|日均价|每间每晚|卖价|售价|preis pro nacht|prix par nuit|precio por noche|1泊料金',
  total:
    'total|total price|total amount|total cost|grand total|price|total charge|total charges|total room charge|total room charges|total guest payment|total booking amount|total reservation amount|reference sell rate|original room rate|booking amount|booking total|reservation total|amount|amount due|total to pay|total stay price|order total|order amount|总价|总金额|金额|订单金额|订单总价|订单总额|总房费|房费合计|房费总计|合计|总计|总额|订单总金额|卖价合计|卖价总计|支付金额|应付金额|gesamtpreis|gesamtbetrag|montant total|prix total|importe total|precio total|totale|合計|合計金額|宿泊料金合計|총액',
  net: 'net rate|net amount|net total|your payout|your total payout|payout|final room rate|amount to charge expedia group|amount expedia group will pay you|amount payable to property|payable to property|payment to property|底价|底价合计|底价总计|总底价|结算价|结算金额|结算总额|结算价合计|酒店结算价|应结金额|净价',
  commission:
    'commission|commission and charges|commission amount|commission rate|total commission|expedia group s compensation|expedia compensation|compensation|佣金|佣金率|佣金比例|佣金金额|平台佣金|技术服务费|provision',
  taxes:
    'tax|taxes|taxes and fees|taxes fees|tax and fees|vat|city tax|tourism tax|service charge|resort fee|税费|税金|增值税|税和费|服务费',
  payment:
    'payment|payment method|payment type|payment model|payment status|prepayment|payment by|how you get paid|支付方式|付款方式|付费方式|支付类型|付款类型|支付状态|结算方式|付款|支付|收款方式|担保方式|zahlung|zahlungsart|paiement|pago|支払方法|決済方法',
  conditions:
    'cancellation policy|cancellation conditions|cancellation terms|cancellation|policy|取消政策|取消规则|退改规则|退订政策|取消条款|退改政策|stornierung|stornierungsbedingungen',
  requests:
    'special requests|special request|special requests remarks|requests|guest requests|guest request|remarks|remark|comments|comment|notes|note|customer notes|customer note|guest message|guest s message|message from guest|message|supplier notes|additional requests|additional information|preferences|备注|备注信息|特殊要求|特殊需求|特别要求|客人要求|客人备注|住客要求|用户备注|订单备注|客户备注|留言|客人留言|附言|其他要求|房间要求|wünsche|anmerkungen|bemerkungen|remarques|observaciones|備考|要望|ご要望|요청사항',
  arrivalTime:
    'arrival time|estimated arrival|estimated arrival time|estimated time of arrival|expected arrival|expected arrival time|approximate time of arrival|approximate arrival time|eta|check in time expected|到店时间|预计到店时间|预计到店|预计抵达时间|抵店时间|预抵时间|最晚到店时间|最晚到店|保留时间|到着予定時刻|到着時間|ankunftszeit',
  status: 'status|booking status|reservation status|order status|订单状态|状态|预订状态',
  other:
    '预订信息|订单信息|游客信息|酒店信息|价格信息|费用信息|reservation information|booking information|booking details|reservation details|guest details|payment details|payment information|price details|property name|property|hotel|hotel name|hotel id|property id|hotel address|address|city|hotel country|language|preferred language|guest language|booked on|booking date|date of booking|date booked|reservation date|created on|created|received on|received|sent|date|subject|cc|bcc|reply to|sender|recipient|fax|hotel phone|property phone|phone of hotel|customer service|customer service phone|support|website|check in time|check out time|check in date from|check in date to|cancel before|free cancellation until|cancelled on|modified on|card number|card|credit card|card type|card holder|cardholder|cardholder name|expiry|expiration date|cvc|cvv|card verification code|valid from|activation date|virtual card|no of extra bed|extra bed|children s age|children ages|age|ages|marsha code|promotion|promotions|discount|discounts|invoice|signature|company|room number|room id|room type code|rate plan code|rate code|points|genius|loyalty|member level|bed type|bed|smoking|smoking preference|view|size|deposit|balance|酒店|酒店名称|酒店地址|酒店电话|地址|预订日期|预订时间|预定日期|预定时间|下单时间|下单日期|订单时间|购买日期|支付时间|打印时间|接收时间|发送时间|发件人|收件人|主题|抄送|传真|客服|客服电话|房间号|房号|床型|优惠|发票|发票抬头|公司|会员等级|会员|身份证号|证件号码|卡号|有效期|加床|加床数|间夜|间夜数|儿童年龄|取消时间|最晚取消时间|取消截止|确认人|签名|担保|押金|通知类型',
}

/** A label without case, marks, bracketed remarks and, in Chinese, a number behind it: “* Guest name(s):” → guestname, 入住人1 → 入住人. */
export function plainLabel(text: string): string {
  return foldHan(text.normalize('NFKC'))
    .replace(/[([（【][^)\]）】]{0,40}[)\]）】]/g, ' ')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/(?<=\p{Script=Han})\d{1,2}$/u, '')
}

const byWord = new Map<string, Label>(
  labelled.flatMap((label) => words[label].split('|').map((word) => [plainLabel(word), label] as const)),
)

/** What a text alone is a label of; null for text that is none. Two languages side by side are one label (入住 / Check-in). */
export function labelOf(text: string): Label | null {
  if (text.length > 70 || /[:=]\s*\S/.test(text)) return null
  const whole = byWord.get(plainLabel(text))
  if (whole) return whole
  const plain = text.replace(/[([（【][^)\]）】]{0,40}[)\]）】]/g, ' ')
  const sides = [plain.replace(/[^\p{Script=Han}]/gu, ''), plain.replace(/[\p{Script=Han}]/gu, ' ')].map(
    (side) => byWord.get(plainLabel(side)),
  )
  return sides[0] && sides[0] === sides[1] ? sides[0] : null
}

/** A label before a colon: where in the text it begins. `apart`: nothing but a space is between it and the words before it. */
export type LabelBefore = { label: Label; from: number; apart: boolean }

/**
 * The longest label that ends where a text ends: what leads the value after a colon. “Guest: Anna Müller Phone” ends with
 * one, and so does “Front desk phone”, whose owner nobody knows: both are `apart`.
 */
export function labelAtEnd(text: string): LabelBefore | null {
  const from = Math.max(0, text.length - 60)
  for (let at = from; at < text.length; at++) {
    if (!beginsWord(text, at)) continue
    const label = labelOf(text.slice(at))
    if (label)
      return {
        label,
        from: at,
        apart: /[\p{L}\p{N}.)] $/u.test(text.slice(0, at)) && !/\p{Script=Han} $/u.test(text.slice(0, at)),
      }
  }
  return null
}

/** The longest label that a text begins with, and where it ends: “Check-in Thu 5 Mar 2026”, “入住日期2026-03-05”. */
export function labelAtHead(text: string): { label: Label; to: number } | null {
  for (let to = Math.min(text.length, 45); to > 0; to--) {
    if (!endsWord(text, to)) continue
    const label = labelOf(text.slice(0, to))
    if (label) return { label, to }
  }
  return null
}

function beginsWord(text: string, at: number): boolean {
  const sign = text.charAt(at)
  if (!/[\p{L}*]/u.test(sign)) return false
  return (
    at === 0 ||
    /\p{Script=Han}/u.test(sign) ||
    !/[\p{L}\p{N}@._-]/u.test(text.charAt(at - 1)) ||
    /\p{Script=Han}/u.test(text.charAt(at - 1))
  )
}

function endsWord(text: string, to: number): boolean {
  const sign = text.charAt(to - 1)
  if (!/[\p{L}.)]/u.test(sign)) return false
  return /\p{Script=Han}/u.test(sign) || /^$|[\s#]/.test(text.charAt(to))
}
