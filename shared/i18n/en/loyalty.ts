/** Loyalty: what was done, for the status line and the change log. */
export const loyalty = {
  done: { enrol: 'Guest enrolled', setTier: 'Tier set by hand', saveProgramme: 'Programme saved' },
}
