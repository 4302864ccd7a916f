/** Stays: arrivals and departures, and what the change log says of them. */
export const stay = {
  done: {
    checkIn: 'Checked in',
    checkInTogether: 'Checked in together',
    reverseCheckIn: 'Check-in reversed',
    noteArrival: 'Queue for a room changed',
    moveRoom: 'Moved to another room',
    setPerson: 'Dates of a guest staying along changed',
    checkOut: 'Checked out',
    checkOutTogether: 'Checked out together',
    reverseCheckOut: 'Check-out reversed',
    saveSettings: 'Rules of arriving and leaving changed',
    noShow: 'Marked as no-show',
  },
}
