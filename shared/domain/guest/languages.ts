/** Languages a front desk meets (ISO 639); their names come from Intl.DisplayNames. */
export const guestLanguages =
  'zh yue en ja ko fr de es pt it ru ar th vi id ms hi bn ur fa he tr uk pl nl sv no da fi cs sk hu ro bg el mn kk my km lo ne si ta tl'.split(
    ' ',
  )
