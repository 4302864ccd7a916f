/** Insight: the frame of its page, what its commands did, and what they refuse. Each part has words of its own beside. */
export const insight = {
  title: 'Insight',
  sections: 'Insight sections',
  unknownSection: 'There is no such section.',
  section: {
    groups: 'Kinds of guests',
    alike: 'Look-alikes',
    value: 'Value',
    lifetime: 'Lifetime value',
    segments: 'Segments',
    risk: 'Risk',
    leaving: 'Leaving',
    playbooks: 'Playbooks',
    settings: 'Settings',
  },
  key: {
    groups: 'Go to kinds of guests',
    alike: 'Go to look-alikes',
    value: 'Go to value',
    lifetime: 'Go to lifetime value',
    segments: 'Go to segments',
    risk: 'Go to risk',
    leaving: 'Go to guests leaving',
    playbooks: 'Go to playbooks',
    settings: 'Go to the settings of Insight',
    refresh: 'Compute again',
  },
  status: {
    label: 'How old the results are',
    asOf: 'As of',
    computed: 'computed',
    changes_one: '{{number}} change since',
    changes_other: '{{number}} changes since',
    unnamed_one: '{{number}} unnamed guest left out',
    unnamed_other: '{{number}} unnamed guests left out',
    unnamedWhy: 'Guests who were imported without a name: nothing is known of the person.',
    never: 'Not computed yet',
    running: 'Computing',
    cancelled: 'Computation cancelled. The results before it are unchanged.',
    refresh: 'Compute again',
    notYet:
      'Results about guests belong here: who brings what, who is leaving, what they need. Nothing has been computed in this hotel yet. Computing reads every booking and changes none; the desk goes on meanwhile.',
    compute: 'Compute now',
  },
  notComputed: 'Not computed yet. Update Insight.',
  file: {
    save: 'Save as CSV',
    collecting_one: '{{shown}} guest collected',
    collecting_other: '{{shown}} guests collected',
    saved: 'Saved as {{file}}',
  },
  done: {
    refresh: 'Insight updated',
    run: 'Figures computed',
    saveSettings: 'Settings of Insight changed',
    savePlaybook: 'Playbook saved',
    judge: 'Classes of a guest set by hand',
  },
  refusal: {
    TREE_TOO_LITTLE_LEARNED:
      'Too little to learn from: {{guests}} guests on {{day}}, {{positives}} of them met the target by {{until}}. At least {{leastGuests}} guests are needed, {{leastEach}} who met it and {{leastEach}} who did not.',
    TREE_TOO_LITTLE_JUDGED:
      'Too little to check the rules on: {{guests}} guests on {{day}}, {{positives}} of them met the target by {{until}}. At least {{leastGuests}} guests are needed, {{leastEach}} who met it and {{leastEach}} who did not.',
    CANCELLED: 'Stopped. Earlier figures are unchanged.',
    INSIGHT_NO_FILE: {
      taken: 'Something else is at {{file}}, where the figures are kept. Move it away, then restart Keyrack.',
      'read-only':
        'The figures cannot be kept at {{file}}: it is read-only. Check its permissions, then restart Keyrack.',
      full: 'The figures cannot be kept at {{file}}: the disk is full. Free some space, then restart Keyrack.',
      unavailable:
        'The figures cannot be kept at {{file}}: the disk refuses it. Check the disk, then restart Keyrack.',
    },
    TOO_FEW_GUESTS: 'Too few guests to say anything: {{found}} of the {{needed}} that are needed.',
    GUESTS_ALIKE: 'The {{guests}} guests are too much alike to form {{kinds}} kinds.',
    RISK_TOO_LITTLE:
      '{{bookings}} bookings with a known outcome are too few to say anything of risk; {{least}} are needed.',
    MOVES_ORDER: '{{from}} is not before {{to}}. Choose an earlier first date.',
    TOO_FEW_STAYS:
      'Only {{stays}} stays are on file; rules are looked for from {{min}} on, and none is shown until then.',
    TOO_MANY_ITEMSETS: 'Over {{limit}} combinations are frequent enough. Ask for a higher support.',
    TOO_MANY_RULES: 'Over {{limit}} rules were found. Ask for a higher support or confidence.',
    CLASS_UNKNOWN: 'There is no class “{{class}}”. Choose one from the list.',
    SETTINGS_INVALID: {
      number: '{{field}}: enter a whole number within the allowed range.',
      amount: '{{field}}: enter an amount of 0 or more.',
      choice: '{{field}}: choose one of the values offered.',
      shape: '{{field}}: this setting is not known here, or it is incomplete.',
      sharesOrder: '{{field}}: must be above the share of the class high.',
      daysOrder: '{{field}}: must be above the days after which a guest is silent.',
    },
  },
}
