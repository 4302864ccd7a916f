/** Whole minutes from the arrival at the desk to the check-in of a stay `s`; 0 where no wait was noted. */
export const waitMinutesSql =
  "coalesce(max(0, cast((strftime('%s', s.checked_in_at) - strftime('%s', s.arrived_at)) / 60 as integer)), 0)"
