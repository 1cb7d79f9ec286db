/** A village collects its own records; the town looks through them; the county owns questionnaires and campaigns. */
const helping = [
  'plan.create',
  'plan.update',
  'plan.agree',
  'service.create',
  'service.update',
  'service.finish',
  'service.drop',
  'problem.create',
  'problem.solve',
  'problem.takeUpAgain',
] as const
const collecting = [
  'interview.collect',
  'interview.update',
  'interview.finish',
  'village.collect',
  'village.update',
  'village.finish',
  ...helping,
] as const
const deciding = [
  'interview.check',
  'interview.sendBack',
  'village.check',
  'village.sendBack',
  'recheck.draw',
  'recheck.ask',
  'proposal.accept',
  'proposal.reject',
  'plan.review',
  'problem.assign',
  'problem.reply',
  'problem.explain',
] as const

export const surveyRoles = {
  'village-commissioner': collecting,
  'town-clerk': [...collecting, ...deciding],
  'county-clerk': [
    ...collecting,
    ...deciding,
    'questionnaire.publish',
    'questionnaire.withdraw',
    'campaign.open',
    'campaign.close',
    'campaign.callOff',
  ],
} as const
