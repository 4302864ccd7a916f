/** An item of rules and offers as a condition of SQL on a booking `b`: counted row by row, without baskets. */
export function itemCondition(item: string): string {
  const [group = '', value = ''] = [item.slice(0, item.indexOf(':')), item.slice(item.indexOf(':') + 1)]
  const nights = 'julianday(b.departure) - julianday(b.arrival)'
  const conditions: Record<string, string> = {
    'room-type': `(select code from room_types where id = b.charged_room_type_id) = '${value}'`,
    meal: `b.meal = '${value}'`,
    plan: `(select code from rate_plans where id = b.rate_plan_id) = '${value}'`,
    request: `exists (select 1 from requests r where r.booking_id = b.id and r.status <> 'declined' and r.kind = '${value}')`,
    wish: `exists (select 1 from requests r where r.booking_id = b.id and r.status <> 'declined' and r.kind = 'other' and lower(trim(r.text)) = '${value.replaceAll("'", "''")}')`,
    extra: `(select sum(l.gross_minor) from folio_lines l join postings p on p.id = l.posting_id
      join transaction_codes c on c.id = l.code_id where l.booking_id = b.id and p.kind <> 'room' and c.code = '${value}') > 0`,
    feature: `exists (select 1 from rooms, json_each(rooms.features) where rooms.id = b.last_room_id and value = '${value}')`,
    'stay:day-use': `${nights} = 0`,
    'stay:long': `${nights} >= 7`,
    'stay:weekend': `${nights} between 1 and 3 and (6 - strftime('%w', b.arrival) + 7) % 7 < ${nights}`,
    'party:one': 'b.adults <= 1',
    'party:two': 'b.adults = 2',
    'party:more': 'b.adults > 2',
    'party:children': 'b.children + b.infants > 0',
    'party:extra': 'b.adults + b.children > 2',
  }
  return conditions[item] ?? conditions[group] ?? 'false'
}
