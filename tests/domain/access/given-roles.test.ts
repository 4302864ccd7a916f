import { describe, expect, test } from 'vitest'
import { isOperationName, operations } from '#shared/contract/index.ts'
import { givenRoleCodes, givenRoles } from '#shared/domain/access/given-roles.ts'
import { allows, isRight, rightGroups, rights } from '#shared/domain/access/rights.ts'
import {
  givenRole,
  givenRoleAt,
  leavesAdministrator,
  rightsImage,
  rightsOf,
  rolesWith,
} from '#shared/domain/access/roles.ts'
import type { RoleId } from '#shared/values/index.ts'

/** What each of the three roles could call before roles were sets of rights. */
const before = {
  clerk: `
    access.attend access.changePassword access.endSession access.listSessions access.signOut access.whoMay
    account.save account.search booking.asOf guest.asOf booking.assignRoom booking.cancel
    booking.changeDates booking.changeDetails booking.changeGuests booking.changeRate booking.changeRoomType
    booking.changes booking.confirm booking.create booking.get booking.list booking.previewChange
    booking.previewCreate booking.reinstate booking.lastTime booking.changeTogether booking.findWays
    change.facets change.list change.undo confirmation.read explore.drill explore.export explore.list
    explore.run shift.close shift.current shift.drop shift.list shift.file shift.open shift.report chart.get
    chart.listCharts fapiao.ask fapiao.export fapiao.list fapiao.setIssued fapiao.setRed fapiao.withdraw
    folio.changes folio.close folio.get folio.list folio.markSkipped folio.ofBooking folio.ofGuest
    folio.openAccount folio.openForBooking folio.removeRouting folio.reopen folio.routeBookings
    folio.setPayee folio.setRouting folio.setTerms folio.settle deposit.apply hold.capture deposit.list
    hold.list voucher.list deposit.refund hold.release deposit.reportLost voucher.sell deposit.take
    hold.take folio.adjustTaxes folio.charge folio.correct folio.pay folio.payOut folio.postFee
    folio.postRoom folio.previewFee folio.previewTaxes folio.refund folio.split folio.transfer
    guest.bookings guest.changes guest.create guest.filters guest.openDocument guest.profile
    guest.recordConsent guest.removeAlert guest.removeContact guest.removeDocument guest.removeNote
    guest.removePreference guest.saveAlert guest.saveContact guest.saveDocument guest.saveNote guest.search
    guest.setPreference guest.setTags guest.update hotel.settings hotel.state insight.judgement
    insight.playbooks insight.status insight.arrivals insight.booking insight.guest insight.newOffers
    offer.note suggestion.vote insight.bookingRisk insight.dayRisk insight.riskBookings insight.guestClasses
    job.status leaving.close leaving.cases leaving.offer leaving.owners leaving.release leaving.snooze
    leaving.takeOn future.ofGuest loyalty.countMembers loyalty.enrol loyalty.listProgrammes paper.get paper.issue paper.list
    paper.file paper.preview paper.receipt rate.list report.bookings report.cancel report.changesSince
    report.dashboard report.deleteFavourite report.list report.remember report.run report.saveFavourite
    report.ask report.settings report.exportDashboard report.export request.advance request.create
    request.listOpen request.update room.availability room.free room.list room.listTypes search.palette
    segment.count segment.list segment.members segment.terms
  `,
  manager: `
    explore.delete explore.save chart.load chart.saveAccount chart.saveCode chart.saveExchangeRate
    chart.saveFeePolicy chart.savePackage chart.saveSeries chart.saveSettings chart.saveTax
    chart.saveTaxRule cutover.post cutover.preview cutover.readFile cutover.readText cutover.status
    deposit.forfeit folio.allow ledger.journal import.batches import.findings import.inspect import.mapWord
    import.saveMapping import.start import.takeBack import.words insight.judge insight.savePlaybook
    insight.saveSettings insight.settings insight.output insight.refresh insight.run insight.offerRules
    insight.ruleBookings insight.treeGuests insight.valueGuests job.cancel kinds.alike kinds.guests
    kinds.list kinds.name kinds.unname leaving.list leaving.ofGuest leaving.results future.asOf
    future.guests future.summary loyalty.saveProgramme loyalty.setTier paper.credit rate.save budget.delete
    budget.get compSet.get budget.import commission.list budget.readActual budget.readFile budget.save
    commission.save compSet.save report.saveSettings report.runSchedule report.schedules segment.clearTags
    segment.delete segment.save segment.setTags
  `,
  administrator: `
    access.createUser access.listUsers access.updateUser backup.create backup.createAll backup.list
    backup.settings backup.updateSettings hotel.updateSettings job.startDemo report.deleteSchedule
    report.saveSchedule room.save room.saveType
  `,
}
const ranks = ['clerk', 'manager', 'administrator'] as const

describe('who had a role before', () => {
  test.each(ranks)('a %s may do exactly what they could', (role) => {
    for (const least of ranks) {
      for (const name of before[least].trim().split(/\s+/)) {
        if (!isOperationName(name)) throw new Error(`${name} is no operation any more`)
        const { permission } = operations[name]
        if (permission === 'public') throw new Error(`${name} is public`)
        const may = allows(givenRoles[role], permission)
        expect([name, may]).toEqual([name, ranks.indexOf(role) >= ranks.indexOf(least)])
      }
    }
  })
})

test('every right is in one group and needed by somebody; every operation names one of them', () => {
  expect(new Set(rights).size).toBe(rights.length)
  expect(Object.values(rightGroups).flat()).toEqual(rights)
  for (const { name, permission } of Object.values(operations))
    expect([name, permission === 'public' || permission === 'signed-in' || isRight(permission)]).toEqual([
      name,
      true,
    ])
  expect(givenRoles.administrator).toEqual(rights)
  for (const code of givenRoleCodes) expect(new Set(givenRoles[code]).size).toBe(givenRoles[code].length)
})

test('a housekeeper sees nothing of guests, bookings or money', () => {
  const may = Object.values(operations).filter(
    ({ permission }) =>
      permission !== 'public' && permission !== 'signed-in' && allows(givenRoles.housekeeper, permission),
  )
  for (const { name } of may)
    expect(name).toMatch(
      /^(housekeeping|ticket)\.|^request\.(advance|markTogether)$|^house\.(markTrace|addFoundItem)$/,
    )
})

test('given roles keep their ids, and own ones come after them by name', () => {
  for (const code of givenRoleCodes) expect(givenRoleAt(givenRole(code).id)).toEqual(givenRole(code))
  expect(givenRoleAt(8)).toBeNull()
  const own = (id: number, name: string) => ({
    id: id as RoleId,
    version: 1,
    image: { code: name, name, rights: {} },
  })
  const adjusted = {
    ...givenRole('clerk'),
    version: 2,
    image: { code: 'clerk', name: '', rights: { stay: true as const } },
  }
  const all = rolesWith([own(102, 'Porter'), own(101, 'Concierge'), adjusted])
  expect(all.map(({ image }) => image.code)).toEqual([...givenRoleCodes, 'Concierge', 'Porter'])
  expect(all.find(({ image }) => image.code === 'clerk')).toEqual(adjusted)
})

test('rights are kept in the order of the list, and what a newer program wrote is none', () => {
  const image = rightsImage(['users', 'guest-read'])
  expect(Object.keys(image)).toEqual(['guest-read', 'users'])
  expect(rightsOf({ rights: { ...image, 'fly-to-the-moon': true } })).toEqual(['guest-read', 'users'])
})

test('somebody active has to be left who manages users and roles', () => {
  const roles = rolesWith([])
  const user = (role: string, active = true) => ({ role, active })
  expect(leavesAdministrator([user('administrator')], roles)).toBe(true)
  expect(leavesAdministrator([user('administrator', false), user('manager')], roles)).toBe(false)
  const chief = { image: { code: 'Chief', name: 'Chief', rights: { users: true as const } } }
  expect(leavesAdministrator([user('Chief')], [chief])).toBe(true)
  expect(leavesAdministrator([user('Chief')], roles)).toBe(false)
})
