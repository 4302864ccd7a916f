/** Words for the refusals of closing the day. */
export const auditRefusal = {
  NOT_DUE_YET: 'This guest is due on {{arrival}}, after the business date, so cannot be a no-show yet.',
  CHANGED_MEANWHILE: 'Somebody changed this booking meanwhile. Look at it and try again.',
  CLOSE_NOT_DONE:
    'The lists belong to the morning after {{date}}, which is not the open date. Nothing was written.',
  CLOSE_NOT_RUNNING: 'This close is not running.',
  CLOSE_ROLLED: '{{date}} is already closed. What is left of its close takes a moment.',
  CLOSE_RUNNING: '{{by}} is already closing {{date}}. Wait until it is done.',
  CLOSE_TOO_EARLY:
    'The day can be closed from {{time}} on {{date}}. The settings of closing the day say when.',
  CLOSE_UNKNOWN: 'There is no such close.',
  DAY_BLOCKED:
    'Arrivals not checked in: {{arrivals}}; departures not checked out: {{departures}}. Settle them, then go on.',
  FOLDER_NEEDED: 'Name the folder that the lists are written to.',
  NOT_AWAITED: 'This booking is {{status}}, so nobody is awaited for it.',
  NOT_DUE_OUT:
    'This guest is not due out today, so there is nothing to extend here. Change the dates in the booking.',
  NOT_NO_SHOW: 'This booking is {{status}} and not a no-show.',
  STAY_OVER: 'The stay ended on {{departure}}, so no night is left. Make a new booking.',
}
