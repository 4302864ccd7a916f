/** The chart of a demo hotel's money, its packages, fee policies and rates of exchange, loaded when the hotel takes over. */
import { demoPrice } from '#core/demo/data/hotel.ts'
import { randomOf } from '#core/demo/data/random.ts'
import type { DemoWords } from '#core/demo/data/words.ts'
import type { Writer } from '#db/handles.ts'
import { readUsers } from '#db/repositories/access/repository.ts'
import type { Bulk } from '#db/repositories/bulk/bulk.ts'
import { readChart, readFeePolicies, readFolioSettings, readPackages } from '#db/repositories/folio/chart.ts'
import { feePolicies, packages, paperSeries } from '#db/repositories/folio/chart-things.ts'
import type { TransactionCode } from '#shared/domain/folio/chart.ts'
import type { ChartName } from '#shared/domain/folio/chart-data.ts'
import type { Chart } from '#shared/domain/folio/chart-of-hotel.ts'
import type { FeePolicyImage } from '#shared/domain/folio/fee-policy.ts'
import type { PackageElement, PackageImage } from '#shared/domain/folio/package.ts'
import type { PaperSeriesImage } from '#shared/domain/folio/paper.ts'
import { type Currency, minorDigits, type PaperSeriesId, type UserId } from '#shared/values/index.ts'
import { countryCharts, loadChartData } from '../../folio/public.ts'
import type { Context } from '../../kernel/context.ts'
import type { Diary, When } from '../diary.ts'
import type { House } from '../house.ts'
import { moneyTruth } from './terms.ts'

const RATES = 103

export type MoneyTerms = {
  chart: Chart
  packages: readonly PackageImage[]
  policies: readonly FeePolicyImage[]
  code: (code: string) => TransactionCode
  /** Minor units of about so many yuan, as a price list of the hotel's currency shows it. */
  price: (yuan: number) => number
  /** By currency: from which day, and how much of the hotel's one unit is. */
  rates: ReadonlyMap<string, readonly { day: number; rate: string }[]>
  /** Who has a drawer, by login. */
  users: ReadonlyMap<string, UserId>
  series: readonly (PaperSeriesImage & { id: PaperSeriesId })[]
}

export type MoneyHotel = {
  language: 'en' | 'zh'
  name: string
  currency: string
  country: string
  firstDay: number
  today: number
}

/** Null where the store has a chart of its own, which is left alone: the hotel then has no folios. */
export async function setUpMoney(
  tx: Writer,
  bulk: Bulk,
  diary: Diary,
  when: When,
  house: House,
  words: DemoWords,
  seed: number,
  hotel: MoneyHotel,
): Promise<MoneyTerms | null> {
  if ((await readFolioSettings(tx)).image.chart !== '' || !bulk.isEmpty('transaction_codes')) return null
  const unit = 10 ** minorDigits(hotel.currency as Currency)
  const price = (yuan: number) => demoPrice(yuan / 420, hotel.currency, unit)
  const tell = (entity: string, entityId: number, after: unknown) =>
    void diary.write(when, diary.manager, 'job.startDemo', {
      entity,
      entityId,
      bookingId: null,
      before: null,
      after,
    })
  // All that loading asks of its context is the currency of the books
  const ctx = { hotel: { currency: hotel.currency } } as Context
  const loaded = await loadChartData(tx, ctx, countryCharts[chartOf(hotel)], {
    creditLimitMinor: price(moneyTruth.creditLimitYuan),
    keyDepositMinor: price(moneyTruth.keyDepositYuan),
    sellerName: hotel.name,
    sellerAddress: words.money.sellerAddress,
    footer: words.money.footer,
  })
  for (const { entity, id, after } of loaded) tell(entity, id, after)
  const chart = await readChart(tx)
  const byCode = new Map([...chart.codes.values()].map((one) => [one.code, one]))
  const code = (name: string) => {
    const one = byCode.get(name)
    if (!one) throw new Error(`the chart has no code ${name}`)
    return one
  }
  for (const image of packagesOf(house, code, price)) {
    const id = bulk.nextId('packages')
    await packages.save(tx, id as never, null, image)
    tell('package', id, image)
  }
  for (const image of policiesOf(house)) {
    const id = bulk.nextId('fee_policies')
    await feePolicies.save(tx, id as never, null, image)
    tell('fee-policy', id, image)
  }
  const rates = ratesOf(seed, hotel)
  return {
    chart,
    packages: await readPackages(tx),
    policies: await readFeePolicies(tx),
    code,
    price,
    rates: Map.groupBy(rates, ({ currency }) => currency),
    users: new Map((await readUsers(tx)).map(({ login, id }) => [login, id])),
    series: (await paperSeries.list(tx)).map(({ id, image }) => ({ id: id as PaperSeriesId, ...image })),
  }
}

function chartOf({ country, currency }: MoneyHotel): ChartName {
  if (country === 'DEU') return 'de'
  return country === 'USA' && currency === 'USD' ? 'us-nyc' : 'cn-general'
}

function packagesOf(house: House, code: MoneyTerms['code'], price: MoneyTerms['price']): PackageImage[] {
  const breakfast: PackageElement = {
    codeId: code('BRKF').id,
    per: 'adult',
    amountMinor: price(48),
    basisPoints: null,
  }
  const dinner: PackageElement = {
    codeId: code('REST').id,
    per: 'adult',
    amountMinor: price(88),
    basisPoints: null,
  }
  const of = (code: string, nameEn: string, nameZh: string, terms: PackageImage['terms']): PackageImage => ({
    code,
    nameEn,
    nameZh,
    terms,
    active: true,
  })
  const { BARB, COR, OTAB, GRP, COMP, PKG } = house.plans
  return [
    of('BB', 'Bed and breakfast', '含早', {
      ratePlanIds: [BARB.id, COR.id, OTAB.id, GRP.id, COMP.id],
      meals: ['breakfast'],
      elements: [breakfast],
    }),
    of('HB', 'Weekend with dinner', '周末含早晚餐', {
      ratePlanIds: [PKG.id],
      meals: ['half-board'],
      elements: [breakfast, dinner],
    }),
  ]
}

function policiesOf(house: House): FeePolicyImage[] {
  const first = { kind: 'nights', nights: 1 } as const
  return [
    {
      code: 'FLEX',
      nameEn: 'Free until six on the day before',
      nameZh: '抵店前一日18点前免费取消',
      terms: {
        ratePlanIds: [],
        cancellation: [{ daysBefore: 1, time: '18:00', charge: first }],
        noShow: first,
        earlyDeparture: { kind: 'none' },
      },
      active: true,
    },
    {
      code: 'FIRM',
      nameEn: 'Packages and groups',
      nameZh: '套餐与团队',
      terms: {
        ratePlanIds: [house.plans.PKG.id, house.plans.GRP.id],
        cancellation: [
          { daysBefore: 7, time: '18:00', charge: { kind: 'percent', basisPoints: 5000 } },
          { daysBefore: 2, time: '18:00', charge: { kind: 'percent', basisPoints: 10_000 } },
        ],
        noShow: { kind: 'percent', basisPoints: 10_000 },
        earlyDeparture: { kind: 'percent', basisPoints: 5000 },
      },
      active: true,
    },
  ]
}

/** Yuan of one unit, roughly as of these years. Invented week by week around it. */
const yuanOf = { USD: 7.15, EUR: 7.7, JPY: 0.048, HKD: 0.915, GBP: 9.1 }

function ratesOf(seed: number, { currency, firstDay, today }: MoneyHotel) {
  const own = currency === 'CNY' ? 1 : (yuanOf as Record<string, number>)[currency]
  if (own === undefined) return []
  return Object.entries(yuanOf).flatMap(([foreign, yuan], at) => {
    if (foreign === currency) return []
    const random = randomOf(seed, RATES, at)
    const rates: { currency: string; day: number; rate: string }[] = []
    for (let day = firstDay; day <= today; day += 28) {
      const rate = ((yuan / own) * (1 + 0.012 * random.normal())).toFixed(yuan < 1 ? 6 : 4)
      rates.push({ currency: foreign, day, rate })
    }
    return rates
  })
}
