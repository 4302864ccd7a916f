import { foldWord, isHan } from './text.ts'

/**
 * Words that names on file share with the whole trade, or countries with many places: “room” alone does not mean Family Room, nor 周末 the plan 周末套餐, though only
 * one name on file has them.
 */
const tradeWords: { en: string; zh: string } = {
  en:
    'room, guest, bed, hotel, house, weekend, weekday, workday, package, plan, rate, price, offer, deal, discount, special, breakfast, board, ' +
    'meal, stay, travel, tour, tourism, agent, agency, company, group, co, ltd, limited, inc, corp, corporation, llc, plc, gmbh, international, ' +
    'global, holding, trade, trading, service, technology, technologies, view, wing, building, type, class, category, business, city, town, north, south, east, west, northern, southern, eastern, western, central, ' +
    'new, great, upper, outer, minor, saint, republic, democratic, state, island, territory, territories, coast, own',
  zh:
    '房, 客房, 房间, 间, 型, 酒店, 宾馆, 套餐, 周末, 周日, 周六, 平日, 工作日, 早餐, 含早, 双早, 单早, 房价, 价格, 价, 优惠, 特惠, 特价, 折扣, 方案, ' +
    '计划, 协议, 公司, 有限, 责任, 股份, 集团, 技术, 科技, 国际, 国内, 旅行, 旅行社, 旅游, 服务, 贸易, 特别, 行政区, 共和国, 公国, 大公国, 联邦, 群岛, 地区, 领土, 城市, 南部, 北部, 东部, 西部, 楼, 楼层, 景, 景观',
}

/** Words of the grammar's phrases that tell names apart all the same: the Single of “Deluxe Single”. */
const ownEnough: ReadonlySet<string> = new Set(['single'])

const trade: readonly string[] = [...tradeWords.en.split(','), ...tradeWords.zh.split(',')].map(foldWord)

/** What is generic: the words of the trade, and each word of the grammar's phrases (“sold” of “rooms sold”). */
export function genericWords(grammar: Iterable<string>): ReadonlySet<string> {
  const phrases = [...grammar].flatMap((word) => (isHan(word) ? [word] : word.split(' ')))
  return new Set([...trade, ...phrases].filter((word) => !ownEnough.has(word)))
}

/** Whether a folded part of a name is made of generic words alone: 国际旅行社, “hotel group”. */
export function isGeneric(part: string, generic: ReadonlySet<string>): boolean {
  const runs = part.match(/\p{Script=Han}+|[^\s\p{Script=Han}]+/gu) ?? []
  return runs.every((run) =>
    isHan(run)
      ? isMadeOf(run, generic)
      : generic.has(run) || (run.endsWith('s') && generic.has(run.slice(0, -1))),
  )
}

function isMadeOf(run: string, generic: ReadonlySet<string>): boolean {
  const reached = new Set([0])
  for (let from = 0; from < run.length; from += 1)
    if (reached.has(from))
      for (let to = from + 1; to <= run.length; to += 1) if (generic.has(run.slice(from, to))) reached.add(to)
  return reached.has(run.length)
}
