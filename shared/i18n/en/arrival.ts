/** What is asked of a booking before its guest is there. */
export const arrival = {
  phone: 'Telephone',
  ofBooker: '(booker)',
  expected: 'Expected at',
  held: 'Held until',
  heldAllNight: 'guaranteed, all night',
  deposit: 'Deposit asked',
  depositBy: '{{amount}} by {{date}}',
  holdHint: 'On the day of arrival; before 06:00: in the night after it',
}
