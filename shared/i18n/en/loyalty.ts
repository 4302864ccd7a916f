/** Loyalty: what was done, for the status line and the change log; what is wrong with a programme's parameters. */
export const loyalty = {
  done: {
    enrol: 'Guest enrolled',
    setTier: 'Tier set by hand',
    saveProgramme: 'Programme saved',
    review: 'Tier reviewed',
  },
  refusal: {
    PARAMETERS_INVALID: {
      loyalty: {
        choice: 'Choose one of the values offered.',
        number: 'Enter a whole number within what is possible.',
        text: 'Enter a name of up to 60 characters.',
        tierCode: 'Enter a code of small letters, digits and -, up to 32 characters.',
        condition: 'State a condition: a counter and a threshold of 1 or more.',
        empty: 'Enter at least one.',
        tooDeep:
          'The conditions of tier {{tier}} lie more than three levels within each other. Make them flatter.',
        tooManyWays: 'The conditions of tier {{tier}} come to more than 64 ways. Make them simpler.',
        tooMany: 'That is more than is possible.',
        shape: 'The parameters do not have the form of a programme.',
        tierTwice: 'Two tiers have this code. Give each its own.',
        firstTierFree: 'The first tier is everybody’s and has no conditions.',
        entryNeeded: 'Only the first tier is without conditions. State what this one takes.',
        tierOrder: 'This tier must take at least what the one below it takes.',
        retentionHarder: 'Keeping a tier can’t take more than entering it.',
        tierUnknown: 'This tier is not in the programme. Choose another.',
        rolloverWithoutEnd:
          'Nothing can be carried over where counting never ends or begins anew at a change of tier.',
        rollingHasNoPeriods: 'With the last twelve months there are no further periods. Enter 0.',
      },
    },
  },
}
