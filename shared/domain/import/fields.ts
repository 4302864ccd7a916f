/**
 * Which field the heading of a column names, in the words that front-desk programs and agencies use in English and
 * Chinese. What its values and the columns beside it say of it is in `guess.ts`.
 */

import { bookingDemandColumns } from './booking-demand-columns.ts'
import { type ImportField, importFields } from './row.ts'

/** Headings by field, folded as `plainHeading` folds them. */
const headings: Record<ImportField, string> = {
  confirmationNo:
    'confirmation|confirmationno|confirmationnumber|confirmationcode|bookingidexternalreferenceid|booknumber|reservation|itineraryno|itinerarynumber|confno|conf|bookingno|bookingnumber|bookingid|bookingref|bookingreference|reservationno|reservationnumber|reservationid|resno|orderno|ordernumber|orderid|预订号|预定号|预订编号|确认号|订单号|订单编号|单号',
  nativeName:
    'name|guest|guestname|guestnames|guestfullname|maintraveler|leadguest|fullname|chinesename|nativename|customername|customer|姓名|客人|客人姓名|住客|住客姓名|宾客姓名|宾客|客户姓名|客人名称|中文名|中文姓名|入住人|入住人姓名|入住客人|入住客人姓名|入住旅客',
  familyName: 'lastname|surname|familyname|family|姓|姓氏|英文姓',
  givenName: 'firstname|givenname|forename|first|名|名字|英文名',
  phone:
    'phone|phoneno|phonenumber|customerphone|mobile|mobileno|mobilephone|cell|cellphone|tel|telephone|guestphone|guestmobile|电话|手机|手机号|手机号码|电话号码|移动电话|客人电话|客人手机|客人手机号|入住人电话|入住人手机|入住人手机号',
  email: 'email|emailaddress|customeremail|mail|邮箱|电子邮箱|电子邮件|邮件',
  nationality:
    'nationality|country|countrycode|nationalitycode|customernationality|guestcountry|nation|citizenship|国籍|国家|国家地区|国家代码',
  language: 'language|lang|语言|语种',
  gender: 'gender|sex|性别',
  birthDate: 'birthdate|dateofbirth|dob|birthday|出生日期|生日|出生年月日',
  residentId: 'residentid|idcard|idcardno|nationalid|身份证|身份证号|身份证号码',
  passportNo: 'passport|passportno|passportnumber|护照|护照号|护照号码',
  documentType:
    'documenttype|doctype|idtype|iddocumenttype|identitytype|certificatetype|证件类型|证件种类|证件类别',
  documentNo:
    'documentno|documentnumber|docno|docnumber|idno|idnumber|iddocumentno|identityno|certificateno|证件号|证件号码|证件编号|有效证件号',
  booker:
    'booker|bookername|bookedby|bookedbyname|contact|contactname|contactperson|reservedby|reservationmadeby|联系人|联系人姓名|预订人|预订人姓名|预定人|预定人姓名|订房人|订房人姓名|下单人|下单人姓名',
  bookerPhone:
    'bookerphone|bookerstelephone|bookertelephone|bookermobile|contactphone|contactphoneno|contactphonenumber|contactno|contactnumber|contactmobile|contacttel|联系电话|联系方式|联系手机|联系人电话|联系人手机|联系人手机号|预订人电话|预订人手机|预订人手机号|订房人电话',
  bookerEmail: 'bookeremail|bookersemail|contactemail|联系邮箱|联系人邮箱|预订人邮箱|预订人电子邮箱',
  arrival:
    'arrival|arrivaldate|staydatefrom|入店日期|arrive|checkin|checkindate|datein|fromdate|stayfrom|startdate|到店|到店日期|到店时间|抵店日期|抵店|抵达日期|抵达|入住日期|入住时间|入住|来店日期|到达日期|到日',
  departure:
    'departure|departuredate|staydateto|depart|checkout|checkoutdate|dateout|todate|stayto|enddate|离店|离店日期|离店时间|退房日期|退房时间|预离日期|离开日期|离日',
  nights:
    'nights|night|noofnights|numberofnights|ofnights|los|lengthofstay|duration|夜数|晚数|入住天数|天数|住宿天数|入住晚数|住宿晚数',
  rooms:
    'rooms|noofrooms|numberofrooms|ofrooms|roomcount|roomsbooked|roomqty|roomquantity|units|noofunits|numberofunits|unitcount|qty|quantity|间数|房间数|房数|房间数量|客房数|客房数量|预订间数|预定间数|订房数|订房间数|房量|数量',
  cancelledRooms:
    'cancelledrooms|canceledrooms|roomscancelled|roomscanceled|取消间数|取消房数|取消房间数|退房间数',
  roomNights: 'roomnights|noofroomnights|numberofroomnights|rn|间夜|间夜数|间夜量|房晚|房晚数|总间夜',
  roomType:
    'roomtype|roomtypecode|roomtypename|spacecategory|roomcategory|category|rtype|unittype|listing|房型|房型名称|房型代码|房间类型|客房类型',
  chargedRoomType: 'chargedroomtype|rtc|roomtypetocharge|bookedroomtype|计费房型|收费房型',
  room: 'room|spacenumber|roomno|roomnumber|房号|房间号|客房号',
  ratePlan: 'rateplan|ratecode|rateplancode|priceplan|房价码|房价代码|价格代码|价格计划|房价计划',
  rate: 'rate|roomrate|dailyrate|nightlyrate|adr|pricepernight|averagerate|房价|单价|每晚房价|房费单价|平均房价|日房价',
  total:
    'total|totalamount|bookingamount|referencesellinclusive|amount|totalprice|roomrevenue|totalrate|grandtotal|总价|总金额|总额|金额|房费|房费合计|总房费|合计|订单金额|订单总额|订单总价',
  currency: 'currency|currencycode|curr|ccy|币种|货币|货币代码|货币单位',
  adults: 'adults|adult|noofadults|noofadult|adultcount|adl|numberofadults|ofadults|成人|成人数|大人|大人数',
  children: 'children|child|kids|childcount|chl|noofchildren|numberofchildren|ofchildren|儿童|儿童数|小孩',
  infants: 'infants|infant|noofinfants|ofinfants|babies|baby|婴儿|婴儿数',
  meal: 'meal|mealplan|board|breakfast|mealtype|餐|餐食|早餐|含早|用餐|餐型',
  segment: 'segment|market|marketcode|marketsegment|客源|市场|市场代码|客源类型|客群|客源市场',
  channel:
    'channel|source|sourcecode|origin|bookingsource|distributionchannel|渠道|来源|预订渠道|订单来源|预订来源',
  agency: 'agency|agent|travelagent|ta|ota|travelagency|旅行社|代理|代理商|中介|分销商',
  company: 'company|companyname|corporate|account|公司|协议单位|单位|公司名称|协议公司',
  status:
    'status|bookingstatus|resvstatus|reservationstatus|resstatus|orderstatus|状态|预订状态|订单状态|预定状态',
  createdOn:
    'created|booked|bookeddate|reservationdate|createdon|createdate|creationdate|bookingdate|bookedon|bookdate|reserveddate|orderdate|预订日期|下单日期|下单时间|预订时间|创建日期|创建时间|预定日期',
  cancelledOn: 'cancelled|canceled|cancelledon|cancelationdate|canceldate|cancellationdate|取消日期|取消时间',
  note: 'note|notes|买家备注|客人备注|订单备注|remark|remarks|comment|comments|specialrequest|specialrequests|备注|说明|特殊要求|要求|留言',
  tag: 'tag|tags|label|vip|vipcode|标签|贵宾|客人标签',
  membershipNo:
    'membership|membershipno|membershipnumber|memberno|membernumber|memberid|loyaltyno|loyaltynumber|会员|会员号|会员卡号|会员编号',
  membershipTier:
    'membershiptier|membershiplevel|memberlevel|membertier|membertype|tier|loyaltytier|loyaltylevel|会员等级|会员级别|会员类型|会员类别|会员卡类型',
}
/** Words that say less: they name the field only where no column says it better (Persons beside Adults counts both). */
const weakHeadings: Partial<Record<ImportField, string>> = {
  adults:
    'persons|pax|people|guests|noofguests|numberofguests|noofpersons|numberofpersons|人数|入住人数|客人数|总人数',
  total: 'price|earnings|payout|实收|实付|实付金额|应收|应收金额',
}
const byHeading = wordsByHeading(headings)
const byWeakHeading = wordsByHeading(weakHeadings)

function wordsByHeading(words: Partial<Record<ImportField, string>>): Map<string, ImportField> {
  return new Map(
    importFields.flatMap((field) =>
      (words[field] ?? '').split('|').map((heading) => [plainHeading(heading), field] as const),
    ),
  )
}

/** A heading without case, spaces, marks and bracketed remarks: “Check-in Date (local)” → checkindate. */
export function plainHeading(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[(（【[].*?[)）】\]]/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** The field that a heading names; null when it names none. */
export function fieldOfHeading(heading: string): ImportField | null {
  const plain = plainHeading(heading)
  return plain === '' ? null : (byHeading.get(plain) ?? byWeakHeading.get(plain) ?? null)
}

/** Whether the heading names its field only where no other does. */
export function isWeakHeading(heading: string): boolean {
  return !byHeading.has(plainHeading(heading))
}

/** How many of a row's cells are headings that some rule knows: the row with the most is the headings. */
export function recognisedHeadings(cells: readonly string[]): number {
  return cells.filter(
    (cell) =>
      fieldOfHeading(cell) !== null || (bookingDemandColumns as readonly string[]).includes(cell.trim()),
  ).length
}

/** Fields without which no booking can be made; `departure` stands for “departure or nights”. */
export function missingFields(fields: Iterable<ImportField>): ImportField[] {
  const mapped = new Set(fields)
  const missing: ImportField[] = []
  if (!mapped.has('arrival')) missing.push('arrival')
  if (!mapped.has('departure') && !mapped.has('nights')) missing.push('departure')
  if (!mapped.has('roomType')) missing.push('roomType')
  return missing
}
