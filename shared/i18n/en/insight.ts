/** Insight: the frame of its page, what its commands did, and what they refuse. Each part has words of its own beside. */
export const insight = {
  section: {
    value: 'Value',
    playbooks: 'Playbooks',
    settings: 'Settings',
  },
  done: {
    refresh: 'Insight updated',
    run: 'Figures computed',
    saveSettings: 'Settings of Insight changed',
    savePlaybook: 'Playbook saved',
    judge: 'Classes of a guest set by hand',
  },
  refusal: {
    CANCELLED: 'Stopped. Earlier figures are unchanged.',
    INSIGHT_NO_FILE: {
      taken: 'Something else is at {{file}}, where the figures are kept. Move it away, then restart Keyrack.',
      'read-only':
        'The figures cannot be kept at {{file}}: it is read-only. Check its permissions, then restart Keyrack.',
      full: 'The figures cannot be kept at {{file}}: the disk is full. Free some space, then restart Keyrack.',
      unavailable:
        'The figures cannot be kept at {{file}}: the disk refuses it. Check the disk, then restart Keyrack.',
    },
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
