import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CountField, readCountText, readPersonsText } from '#shared/domain/import/counts.ts'

describe('a count', () => {
  test.each<[string, CountField, number | null]>([
    ['2', 'nights', 2],
    ['2.0', 'nights', 2],
    ['２', 'nights', 2],
    ["'2", 'nights', 2],
    ['="2"', 'nights', 2],
    ['2\u00a0', 'nights', 2],
    ['2晚', 'nights', 2],
    ['2 晚', 'nights', 2],
    ['2間夜', 'nights', 2],
    ['2间夜', 'nights', 2],
    ['2夜', 'nights', 2],
    ['2泊', 'nights', 2],
    ['2박', 'nights', 2],
    ['两晚', 'nights', 2],
    ['一晚', 'nights', 1],
    ['十晚', 'nights', 10],
    ['2 nights', 'nights', 2],
    ['1 Night', 'nights', 1],
    ['2 night(s)', 'nights', 2],
    ['2N', 'nights', 2],
    ['2 nts', 'nights', 2],
    ['3天2晚', 'nights', 2],
    ['3 days 2 nights', 'nights', 2],
    ['2人', 'adults', 2],
    ['2位', 'adults', 2],
    ['2大', 'adults', 2],
    ['2位成人', 'adults', 2],
    ['2 adults', 'adults', 2],
    ['2 Adult(s)', 'adults', 2],
    ['2 pax', 'adults', 2],
    ['2 guests', 'adults', 2],
    ['1 child', 'children', 1],
    ['1小', 'children', 1],
    ['1名儿童', 'children', 1],
    ['0', 'children', 0],
    ['1 infant', 'infants', 1],
    ['1婴儿', 'infants', 1],
    // Another unit, two readings, or none.
    ['2天', 'nights', null],
    ['4天2晚', 'nights', null],
    ['2人', 'nights', null],
    ['2 rooms', 'nights', null],
    ['2晚', 'adults', null],
    ['2间', 'adults', null],
    ['2 children', 'adults', null],
    ['2+1', 'adults', null],
    ['2/1', 'adults', null],
    ['1-2', 'adults', null],
    ['2大1小', 'adults', null],
    ['二', 'nights', null],
    ['two', 'nights', null],
    ['-1', 'nights', null],
    ['2.5', 'nights', null],
    ['1.', 'nights', null],
    ['12345', 'nights', null],
    ['', 'nights', null],
    ['x1', 'infants', null],
    ['1x', 'infants', null],
  ])('%j for %s is %s', (text, field, count) => {
    expect(readCountText(text, field)).toBe(count)
  })
  test('of digits is itself, with any unit of its own', () => {
    const units: Record<CountField, string[]> = {
      nights: ['晚', ' nights', '间夜'],
      adults: ['人', ' adults', '位'],
      children: ['小', ' children', '儿童'],
      infants: ['婴', ' infants', '婴儿'],
      rooms: ['间', ' rooms', '套'],
      cancelledRooms: ['间', ' rooms', '间房'],
      roomNights: ['间夜', ' room nights', '房晚'],
    }
    fc.assert(
      fc.property(fc.nat(9999), fc.constantFrom(...(Object.keys(units) as CountField[])), (count, field) => {
        for (const unit of ['', '.0', ...units[field]])
          expect(readCountText(`${count}${unit}`, field)).toBe(count)
      }),
    )
  })
})

describe('persons in one cell', () => {
  test.each<[string, ReturnType<typeof readPersonsText>]>([
    ['2大1小', { adults: 2, children: 1 }],
    ['2大 1小', { adults: 2, children: 1 }],
    ['两大一小', { adults: 2, children: 1 }],
    ['2大2小1婴', { adults: 2, children: 2, infants: 1 }],
    ['2成人1儿童', { adults: 2, children: 1 }],
    ['2成人,0儿童', { adults: 2, children: 0 }],
    ['2位成人，1名儿童', { adults: 2, children: 1 }],
    ['成人2 儿童1', { adults: 2, children: 1 }],
    ['成人:2, 儿童:1', { adults: 2, children: 1 }],
    ['2 adults 1 child', { adults: 2, children: 1 }],
    ['2 adults, 1 child', { adults: 2, children: 1 }],
    ['2 Adults and 2 Children', { adults: 2, children: 2 }],
    ['2 adults + 1 infant', { adults: 2, infants: 1 }],
    ['2 adult(s), 1 child(ren)', { adults: 2, children: 1 }],
    ['2A1C', { adults: 2, children: 1 }],
    ['2A+1C+1I', { adults: 2, children: 1, infants: 1 }],
    ['2AD/1CHD', { adults: 2, children: 1 }],
    ['Adults: 2 Children: 1', { adults: 2, children: 1 }],
    ['2+1', null],
    ['2/1', null],
    ['2大', null],
    ['2大1大', null],
    ['2 adults 1 bed', null],
    ['2 adults 1', null],
    ['', null],
  ])('%j is %j', (text, persons) => {
    expect(readPersonsText(text)).toEqual(persons)
  })
})
