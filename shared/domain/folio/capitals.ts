/**
 * An amount of yuan as Chinese paper writes it against forgery: 123456 → 人民币壹仟贰佰叁拾肆元伍角陆分. Rules: the notice of the
 * People's Bank of China on filling in bills (正确填写票据和结算凭证的基本规定, annex 1 of the 支付结算办法, 1997).
 */
const digits = [...'零壹贰叁肆伍陆柒捌玖'] as const
const places = ['', '拾', '佰', '仟'] as const
const groups = ['', '万', '亿', '万亿'] as const

/** Of fen; whole yuan and whole jiao end with 整, minus is 负. At most 16 digits of yuan, which integers keep. */
export function capitalsOf(fen: number): string {
  const amount = Math.abs(fen)
  const yuan = Math.floor(amount / 100)
  const jiao = Math.floor(amount / 10) % 10
  const cents = amount % 10
  const sign = fen < 0 ? '人民币负' : '人民币'
  const whole = yuan === 0 ? '' : `${yuanText(yuan)}元`
  if (jiao === 0 && cents === 0) return `${sign}${whole || '零元'}整`
  const tenths = jiao > 0 ? `${digits[jiao]}角` : whole === '' ? '' : '零'
  return `${sign}${whole}${tenths}${cents > 0 ? `${digits[cents]}分` : '整'}`
}

/** Groups of four digits from the highest; a gap of zeros between digits is one 零. */
function yuanText(yuan: number): string {
  const text = String(yuan)
  const count = Math.ceil(text.length / 4)
  const padded = text.padStart(count * 4, '0')
  let written = ''
  let isGap = false
  for (let at = 0; at < count; at++) {
    const group = padded.slice(at * 4, at * 4 + 4)
    let part = ''
    for (const [place, sign] of [...group].entries()) {
      if (sign === '0') isGap = true
      else {
        part += `${isGap && written + part !== '' ? '零' : ''}${digits[Number(sign)]}${places[3 - place]}`
        isGap = false
      }
    }
    if (part !== '') written += `${part}${groups[count - 1 - at]}`
  }
  return written
}
