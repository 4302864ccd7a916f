/** Insight, value: what classes are called, what they mean, and what is usually done for them. */
export const insightValue = {
  costLimit: 'max {{amount}} a stay',
  cut: { mean: 'At the mean', quintile: 'At the fifths', hand: 'By hand' },
  playbooks: {
    about: 'What is done for the guests of each class. Open one to change it.',
    action: 'What is done',
    actionHint: 'Services and attention only. A price never depends on a computed class.',
    cost: 'Max cost a stay',
    costHint: 'In {{currency}}, per guest and stay. Leave it empty where no limit is set.',
    from: 'Text',
    own: 'Own',
    usual: 'Default',
  },
  kind: {
    rfm: 'RFM',
    value: 'Value class',
    matrix: 'Value matrix',
    need: 'Need',
    lifecycle: 'Lifecycle',
    behaviour: 'Behaviour',
    relation: 'Relation',
  },
  class: {
    rfm: {
      'key-value': 'Key value',
      'key-development': 'Key to develop',
      'key-keep': 'Key to keep',
      'key-rescue': 'Key to rescue',
      'general-value': 'General value',
      'general-development': 'General to develop',
      'general-keep': 'General to keep',
      'general-rescue': 'General to rescue',
    },
    value: { high: 'High', middle: 'Middle', low: 'Low' },
    matrix: { lead: 'Lead', iron: 'Iron', gold: 'Gold', platinum: 'Platinum' },
    need: {
      family: 'Family',
      business: 'Business',
      couple: 'Couple',
      group: 'Group or event',
      'long-stay': 'Long stay',
      transit: 'Transit',
    },
    lifecycle: {
      prospect: 'Prospect',
      new: 'New',
      growing: 'Growing',
      mature: 'Mature',
      declining: 'Declining',
      lost: 'Lost',
      'won-back': 'Won back',
    },
    behaviour: { active: 'Active', potential: 'Potential', silent: 'Silent' },
    relation: { key: 'Key', promising: 'Promising', ordinary: 'Ordinary', lost: 'Lost' },
  },
  playbook: {
    rfm: {
      'key-value':
        'Greet by name, assign the preferred room before arrival, welcome by the duty manager; call after departure.',
      'key-development':
        'Recent and generous, but seldom here: enrol in the programme, note preferences, invite for the next occasion.',
      'key-keep':
        'Used to come often and has not for a while: a personal message from the manager, asking what has changed.',
      'key-rescue':
        'Spent much, seldom here and long away: find out why by telephone; record the reason before any offer.',
      'general-value': 'Comes often, spends little: show other room types and meals that fit; no extra cost.',
      'general-development':
        'Recent and seldom: a thank-you message with the reasons to come back; ask for consent.',
      'general-keep': 'Came often once: include in the season’s mailing where consent is given.',
      'general-rescue': 'No effort by the desk; the yearly greeting at most, where consent is given.',
    },
    value: {
      high: 'Requests are acknowledged within the hour; the duty manager sees every complaint.',
      middle: 'Offer enrolment and the next tier’s benefits at check-out.',
      low: 'Usual service; ask for contact and consent at check-in.',
    },
    matrix: {
      lead: 'Usual service.',
      iron: 'Little now, much to come: note preferences and follow up after the stay.',
      gold: 'Much now, less to come: ask what is planned for next year, offer a fixed contact.',
      platinum: 'Fixed contact, preferred room, duty manager’s welcome.',
    },
    need: {
      family:
        'Crib and connecting rooms checked before arrival; breakfast times and children’s menu at check-in.',
      business: 'Quiet room with a desk, quick check-out, invoice details on file.',
      couple: 'Quiet room away from the elevator, late check-out where the house allows it.',
      group: 'One contact, rooming list two days before, menu and times agreed with the kitchen.',
      'long-stay': 'Laundry and cleaning rhythm agreed on the first day; a call every week.',
      transit: 'Early breakfast or a bag to take away, wake-up call, taxi ordered the evening before.',
    },
    lifecycle: {
      prospect: 'Answer the enquiry the same day; call once if it stays open.',
      new: 'Ask what was good and what was not at check-out; note preferences.',
      growing: 'Enrol, keep the preferred room, thank for the third stay.',
      mature: 'Keep what they are used to; a small surprise once a year.',
      declining: 'Ask at the next contact what has changed; report to the manager.',
      lost: 'One call by the manager; record the reason.',
      'won-back': 'Welcome back by name; check that the earlier complaint is settled.',
    },
    behaviour: {
      active: 'Usual care; keep preferences up to date.',
      potential: 'Give a reason to come again before departure.',
      silent: 'Include in the season’s mailing where consent is given.',
    },
    relation: {
      key: 'Known to every shift: photo-free handover note with habits and last complaint.',
      promising: 'Watch the next stay: preferences noted, follow-up within three days.',
      ordinary: 'Usual service.',
      lost: 'No further effort once the reason is recorded.',
    },
  },
}
