/**
 * What a reader of Chinese identity cards writes: fields with their names (姓名: …), or in the card's order between signs; or
 * a resident ID number alone. The number says birth date and sex once more, and what differs is named.
 */
import { type BusinessDate, parseBusinessDate } from '../../values/index.ts'
import { emptyDocument, type ReadDocument, type ReadFault } from './reading.ts'
import { checkResidentId, residentIdCheck } from './resident-id.ts'

type Parts = {
  name: string
  sex: string
  ethnicity: string
  birth: string
  address: string
  number: string
  validity: string
}

/** Names of fields as readers write them; the longest first, so that 公民身份号码 is not read as 号码. */
const LABELS: Readonly<Record<keyof Parts | 'authority', readonly string[]>> = {
  name: ['姓名', 'name'],
  sex: ['性别', 'gender', 'sex'],
  ethnicity: ['民族', 'nationality', 'nation', 'ethnic'],
  birth: ['出生日期', '出生年月', '出生', 'date of birth', 'birthday', 'birth'],
  address: ['住址', '地址', 'address'],
  number: [
    '公民身份号码',
    '公民身份证号',
    '身份证号码',
    '身份证号',
    '身份号码',
    '证件号码',
    '证件号',
    'id number',
    'id no',
    'idcard',
    'number',
    'id',
  ],
  validity: ['有效期限', '有效期', 'valid period', 'valid', 'expires'],
  authority: ['签发机关', 'authority', 'issued by'],
}

const ETHNIC_GROUPS = new Set(
  (
    '汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 纳西 景颇 柯尔克孜 土 达斡尔 ' +
    '仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺'
  ).split(' '),
)

/** A card or a number from the text of a reader; null where the text holds neither. */
export function readCardText(text: string, on: BusinessDate): ReadDocument | null {
  const plain = text.normalize('NFKC').trim()
  const bare = plain.replace(/[\s-]/g, '').toUpperCase()
  if (/^(\d{17}[\dX]|\d{15})$/.test(bare)) return fromParts({ ...noParts, number: bare }, 'number', on)
  const parts = labelled(plain) ?? ordered(plain)
  return parts && fromParts(parts, 'card', on)
}

const noParts: Parts = { name: '', sex: '', ethnicity: '', birth: '', address: '', number: '', validity: '' }

function labelled(text: string): Parts | null {
  const names = Object.values(LABELS).flat()
  const label = names.map((name) => name.replace(/ /g, '\\s*')).join('|')
  const pattern = new RegExp(`(?:^|[\\s,;|"{])"?(${label})"?\\s*[:=]\\s*"?`, 'giu')
  const found = [...text.matchAll(pattern)]
  if (found.length < 2) return null
  const parts = { ...noParts }
  for (const [at, match] of found.entries()) {
    const from = match.index + match[0].length
    const to = found[at + 1]?.index ?? text.length
    const value = text
      .slice(from, to)
      .replace(/["},;|]+\s*$/g, '')
      .trim()
    const name = (match[1] as string).toLowerCase().replace(/\s+/g, ' ')
    const part = (Object.keys(LABELS) as (keyof typeof LABELS)[]).find((one) => LABELS[one].includes(name))
    if (part && part !== 'authority') parts[part] = value
  }
  return /\d{15}/.test(parts.number.replace(/\s/g, '')) ? parts : null
}

/** In the order of the card, between signs that no field has. */
function ordered(text: string): Parts | null {
  const pieces = text
    .split(/[|,;\t\r\n^#]+/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
  if (pieces.length < 3) return null
  const number = pieces.find((piece) => /^(\d{17}[\dXx]|\d{15})$/.test(piece))
  if (!number) return null
  const rest = pieces.filter((piece) => piece !== number)
  const take = (fits: (piece: string) => boolean) => rest.find(fits) ?? ''
  const han = (piece: string) => /^[\p{Script=Han}·•\s]+$/u.test(piece)
  const sex = take((piece) => /^(男|女|M|F|male|female)$/i.test(piece))
  const ethnicity = take((piece) => ETHNIC_GROUPS.has(piece.replace(/族$/, '')) && piece !== rest[0])
  return {
    number,
    sex,
    ethnicity,
    name: take(
      (piece) =>
        han(piece) && piece.length >= 2 && piece.length <= 20 && piece !== ethnicity && !piece.endsWith('局'),
    ),
    birth: take((piece) => readDay(piece) !== null),
    address: take(
      (piece) =>
        /\p{Script=Han}/u.test(piece) &&
        piece.length > 6 &&
        !/(公安局|分局|派出所)$/.test(piece) &&
        readDay(piece) === null &&
        piece !== rest[0],
    ),
    validity: rest.filter((piece) => readDay(piece) !== null || /长期|[-至~]/.test(piece)).at(-1) ?? '',
  }
}

function fromParts(parts: Parts, source: 'card' | 'number', on: BusinessDate): ReadDocument {
  const faults: ReadFault[] = []
  const fault = (field: ReadFault['field'], code: ReadFault['code'], read: string, likely = '') =>
    faults.push({ field, code, read, likely })
  const number = parts.number.replace(/[\s-]/g, '').toUpperCase()
  const old = /^\d{15}$/.test(number)
  const whole = old ? eighteen(number) : number
  const checked = checkResidentId(whole, on)
  const facts = checked.ok ? checked.value : null
  if (old) fault('number', 'read.fifteen', number, whole)
  else if (!checked.ok) fault('number', 'read.check', number, slipOf(number, on))
  const birth = readDay(parts.birth)
  if (birth && facts && birth !== facts.birthDate)
    fault('birthDate', 'read.contradicts', birth, facts.birthDate)
  const sex = genderOf(parts.sex)
  if (sex && facts && sex !== facts.sex) fault('gender', 'read.contradicts', sex, facts.sex)
  const region = Number(number.slice(0, 2))
  const permit = region >= 81 && region <= 83
  const name = parts.name.replace(/\s+/g, ' ')
  const isNative = /\p{Script=Han}/u.test(name)
  return {
    ...emptyDocument,
    source,
    kind: permit || number.startsWith('9') ? 'residence-permit' : 'resident-id',
    number,
    country: 'CHN',
    nativeName: isNative ? name.replace(/ /g, '') : '',
    familyName: isNative ? '' : name,
    birthDate: birth ?? facts?.birthDate ?? null,
    gender: sex || (facts?.sex ?? ''),
    nationality: permit || number.startsWith('9') ? '' : 'CHN',
    expiresOn: expiryOf(parts.validity),
    address: parts.address.replace(/\s+/g, ''),
    ethnicity: parts.ethnicity.replace(/族$/, ''),
    faults,
  }
}

/** The number of the first generation as it became in 1999: the century, and the check character. */
function eighteen(number: string): string {
  const digits = `${number.slice(0, 6)}19${number.slice(6)}`
  return digits + residentIdCheck(digits)
}

/** The one digit that two neighbours changed places with, or one sign misread, where exactly one makes it right. */
function slipOf(number: string, on: BusinessDate): string {
  if (!/^[\dX]{18}$/.test(number)) return ''
  const swapped = [...number].flatMap((sign, at) => {
    const next = number.charAt(at + 1)
    return next !== '' && next !== sign ? [number.slice(0, at) + next + sign + number.slice(at + 2)] : []
  })
  const right = swapped.filter((one) => checkResidentId(one, on).ok)
  return right.length === 1 ? (right[0] as string) : ''
}

function genderOf(text: string): '' | 'male' | 'female' {
  if (/^(男|m|male)$/i.test(text)) return 'male'
  return /^(女|f|female)$/i.test(text) ? 'female' : ''
}

/** 19900101, 1990-01-01, 1990.1.1, 1990年1月1日. */
function readDay(text: string): BusinessDate | null {
  const found = /^(\d{4})[-./年]?(\d{1,2})[-./月]?(\d{1,2})日?$/.exec(text.replace(/\s/g, ''))
  if (!found) return null
  const [, year, month = '', day = ''] = found
  return parseBusinessDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}

/** 2010.01.01-2030.01.01: the later day; 长期 has none. */
function expiryOf(text: string): BusinessDate | null {
  const days = [...text.matchAll(/\d{4}[-./年]?\d{1,2}[-./月]?\d{1,2}日?/g)].flatMap(
    ([day]) => readDay(day) ?? [],
  )
  return /长期/.test(text) ? null : (days.at(-1) ?? null)
}
