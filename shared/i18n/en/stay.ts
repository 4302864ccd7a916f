/** Stays: what the change log says of arrivals and departures. */
export const stay = {
  done: { checkIn: 'Checked in', checkOut: 'Checked out', noShow: 'Marked as no-show' },
}
