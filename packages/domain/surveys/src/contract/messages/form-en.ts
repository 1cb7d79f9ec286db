/** What is said about forms and answers, in English. */
export const formEn = {
  'form.problem.twice': 'The code {{at}} is used more than once',
  'form.problem.group': 'Question {{at}} is in the group {{group}}, which is not there',
  'form.problem.choices':
    'The choices of question {{at}} are wrong: one or several of them need different codes, other kinds have none',
  'form.problem.bounds': 'The lower bound of question {{at}} is above the upper one',
  'form.problem.unknown': 'A condition of question {{at}} names the question {{question}}, which is not there',
  'form.problem.cycle': 'The conditions of questions {{at}} and {{question}} depend on each other',
  'form.problem.later':
    'The condition of question {{at}} names the later question {{question}}; only earlier ones can be named',
  'form.problem.compared':
    'The condition of question {{at}} does not suit question {{question}}: bounds are for numbers, codes for choices',
  'form.problem.code': 'The condition of question {{at}} names {{code}}, which question {{question}} does not have',
  'form.problem.unreachable': 'Question {{at}} is never asked, whatever is answered',
  'form.problem.entangled': 'The condition of question {{at}} is too entangled; please take it apart',
  'form.problem.effect':
    'What follows from question {{at}} is wrong: it needs codes of the question, and a phone number comes from text',
  'form.problem.spread': 'Question {{at}} asks for no number, so none can stand out',
  'form.problem.ofPerson':
    'Question {{at}} of a form for villages can neither depend on facts of a person nor say anything about one',

  'answer.problem.required': 'Please answer this question',
  'answer.problem.kind': 'The answer has the wrong form',
  'answer.problem.choice': 'Please choose from the list',
  'answer.problem.alone': 'A choice such as “none” cannot be combined with others',
  'answer.problem.few': 'At least {{min}}',
  'answer.problem.many': 'At most {{max}}',
  'answer.problem.small': 'Not less than {{min}}',
  'answer.problem.large': 'Not more than {{max}}',
  'answer.problem.short': 'At least {{min}} characters',
  'answer.problem.long': 'At most {{max}} characters',
  'answer.problem.date': 'Not a date: write it like 2026-07-02',
  'answer.problem.division': 'Please choose a division',
  'answer.problem.unknown': 'The questionnaire has no such question',
} as const
