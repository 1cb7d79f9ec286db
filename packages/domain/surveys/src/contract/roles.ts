/** A village collects its own records; the town looks through them; the county owns questionnaires and campaigns. */
const collecting = ['interview.collect', 'interview.update', 'interview.finish'] as const

export const surveyRoles = {
  'village-commissioner': collecting,
  'town-clerk': [...collecting, 'interview.check', 'interview.sendBack'],
  'county-clerk': [
    ...collecting,
    'interview.check',
    'interview.sendBack',
    'questionnaire.publish',
    'questionnaire.withdraw',
    'campaign.open',
    'campaign.close',
    'campaign.callOff',
  ],
} as const
