/** Agencies whose confirmations hotels get, and what tells whose a message is. */
import type { Doubt, Fact } from './fact.ts'

type Agency = {
  /** As the agency writes itself. */
  en: string
  zh: string
  /** Domains it sends from, and those of its relay addresses. */
  domains: string
  /** Its names in a message. */
  names: RegExp
}

export const agencies = {
  booking: { en: 'Booking.com', zh: 'Booking.com', domains: 'booking.com', names: /booking\.com|缤客/gi },
  expedia: {
    en: 'Expedia',
    zh: 'Expedia',
    domains: 'expedia.com expediagroup.com expediapartnercentral.com hotels.com',
    names: /expedia|hotels\.com/gi,
  },
  agoda: {
    en: 'Agoda',
    zh: 'Agoda',
    domains: 'agoda.com agoda-messaging.com',
    names: /agoda|安可达|雅高达/gi,
  },
  ctrip: {
    en: 'Ctrip',
    zh: '携程',
    domains: 'ctrip.com trip.com',
    names: /\bc?trip\.com|\bctrip\b|携程/gi,
  },
  fliggy: {
    en: 'Fliggy',
    zh: '飞猪',
    domains: 'fliggy.com alitrip.com',
    names: /fliggy|飞猪|阿里旅行/gi,
  },
  meituan: { en: 'Meituan', zh: '美团', domains: 'meituan.com dianping.com', names: /meituan|美团/gi },
  qunar: { en: 'Qunar', zh: '去哪儿', domains: 'qunar.com', names: /qunar|去哪儿/gi },
  tongcheng: { en: 'Tongcheng', zh: '同程', domains: 'ly.com elong.com', names: /同程|艺龙|\belong\b/gi },
  airbnb: { en: 'Airbnb', zh: '爱彼迎', domains: 'airbnb.com', names: /airbnb|爱彼迎/gi },
} as const satisfies Record<string, Agency>

export type AgencyCode = keyof typeof agencies
export const agencyCodes = Object.keys(agencies) as [AgencyCode, ...AgencyCode[]]

/** The agency's name in that language. */
export function agencyName(code: AgencyCode, language: string): string {
  return language.startsWith('zh') ? agencies[code].zh : agencies[code].en
}

/** What a hotel may call the agency in its own list of accounts. */
export function agencyNames(code: AgencyCode): string[] {
  const { en, zh, domains } = agencies[code]
  return [...new Set([en, zh, ...domains.split(' ')])]
}

const ADDRESS = /[\w.+-]+@([a-z\d-]+(?:\.[a-z\d-]+)+)/gi

/**
 * Whose message it is: by the addresses in it, by the names in it where those say nothing. Two agencies named alike often
 * leave a doubt; null for a message of none, as a hotel's own form sends.
 */
export function readAgency(lines: readonly string[]): Fact<AgencyCode> | null {
  return mostNamed(lines, domainsIn) ?? mostNamed(lines, namesIn)
}

function mostNamed(
  lines: readonly string[],
  count: (line: string, code: AgencyCode) => number,
): Fact<AgencyCode> | null {
  const found = agencyCodes
    .map((code) => {
      const counts = lines.map((line) => count(line, code))
      return { code, times: counts.reduce((sum, n) => sum + n, 0), line: counts.findIndex((n) => n > 0) + 1 }
    })
    .filter(({ times }) => times > 0)
    .sort((a, b) => b.times - a.times || a.line - b.line)
  const [best, next] = found
  if (!best) return null
  const doubt: Doubt | null = next && next.times === best.times ? 'several' : null
  return { value: best.code, line: best.line, doubt }
}

function domainsIn(line: string, code: AgencyCode): number {
  const own = agencies[code].domains.split(' ')
  return [...line.matchAll(ADDRESS)].filter(([, domain = '']) => {
    const lower = domain.toLowerCase()
    return own.some((one) => lower === one || lower.endsWith(`.${one}`))
  }).length
}

function namesIn(line: string, code: AgencyCode): number {
  return [...line.matchAll(agencies[code].names)].length
}
