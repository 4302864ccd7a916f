/** Insight: the frame of its page, what its commands did, and what they refuse. Each part has words of its own beside. */
export const insight = {
  section: {
    value: 'Value',
    playbooks: 'Playbooks',
    settings: 'Settings',
  },
  done: {
    saveSettings: 'Settings of Insight changed',
    savePlaybook: 'Playbook saved',
    judge: 'Classes of a guest set by hand',
  },
  refusal: {
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
