/** Loyalty: what was done, for the status line and the change log; what is wrong with a programme's parameters. */
export const loyalty = {
  done: {
    enrol: 'Guest enrolled',
    setTier: 'Tier set manually',
    saveProgramme: 'Programme saved',
    review: 'Tier reviewed',
  },
  refusal: {
    PARAMETERS_INVALID: {
      loyalty: {
        choice: 'Choose one of the values offered.',
        number: 'Enter a whole number within the allowed range.',
        text: 'Enter a name of up to 60 characters.',
        tierCode: 'Enter a code of lower-case letters, digits and -, up to 32 characters.',
        condition: 'Enter a condition: a counter and a threshold of 1 or more.',
        empty: 'Enter at least one.',
        tooDeep: 'The conditions of tier {{tier}} are nested more than three levels deep. Simplify them.',
        tooManyWays: 'The conditions of tier {{tier}} have more than 64 combinations. Simplify them.',
        tooMany: 'Too many entries.',
        shape: 'The parameters are not a valid programme.',
        tierTwice: 'Two tiers have this code. Give each its own.',
        firstTierFree: 'The first tier is for everyone and has no conditions.',
        entryNeeded: 'Only the first tier has no conditions. Enter conditions for this one.',
        tierOrder: 'This tier must require at least as much as the one below it.',
        retentionHarder: 'Retention cannot require more than entry.',
        tierUnknown: 'This tier is not in the programme. Choose another.',
        rolloverWithoutEnd:
          'Nothing can be carried over where counting never ends or resets at a change of tier.',
        rollingHasNoPeriods: 'Rolling twelve months has no further periods. Enter 0.',
      },
    },
  },
}
