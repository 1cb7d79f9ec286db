import type { zhProblems } from './zh-problems.js'

/** English sentences for what the register refuses or remarks on. */
export const enProblems: { readonly [Key in keyof typeof zhProblems]: string } = {
  'person.problem.sexMismatch': 'Sex and ID number disagree; compare the document and correct one of them',
  'person.problem.birthDateMismatch':
    'Date of birth and ID number disagree; compare the document and correct one of them',
  'person.problem.idTypeMismatch':
    'The kind of document and the number disagree; compare the document and correct one of them',
  'person.problem.idNumberNeeded': 'This kind of document needs the ID number; without one, choose the household book',
  'person.problem.idTypeNeeded': 'With the number of another document, choose the kind of document',
  'person.problem.birthDateNeeded': 'Without an ID number, fill in the date of birth',
  'person.problem.birthDateFuture': 'The date of birth lies in the future; check it',
  'person.problem.idNumberFuture': 'The ID number holds a birth date in the future; check the document',
  'person.problem.deathBeforeBirth': 'The date of death lies before the date of birth; check it',
  'person.problem.deathFuture': 'The date of death lies in the future; check it',
  'person.problem.deceasedContradicts': 'There is a date of death, so "deceased" cannot be "no"',
  'person.problem.otherNumberNeeded': 'For this kind of document, fill in "Number of another document"',
  'person.duplicate.same-name-and-birth-date':
    'Perhaps registered already: "{{name}}" has the same name and date of birth (similarity {{score}}). Compare first, and register nobody twice',
  'person.duplicate.same-sound-and-birth-date':
    'Perhaps registered already: the name of "{{name}}" sounds the same, and so is the date of birth (similarity {{score}}). Compare first, and register nobody twice',
  'person.duplicate.similar-name-and-birth-date':
    'Perhaps registered already: "{{name}}" has a similar name and the same date of birth (similarity {{score}}). Compare first, and register nobody twice',
  'person.duplicate.same-name-near-birth-date-and-village':
    'Perhaps registered already: "{{name}}" of the same village has the same name and was born within three years (similarity {{score}}). Compare first, and register nobody twice',
  'person.duplicate.same-name-and-village':
    'Perhaps registered already: "{{name}}" of the same village has the same name (similarity {{score}}). Compare first, and register nobody twice',
  'person.move.leavesHousehold': 'Moves to another county: from today no longer a member of the household of {{head}}',
  'person.move.isHead':
    'Is the head of the household of {{head}}, in which others stay: make somebody else the head there, then end the membership',
  'person.duplicate.checked':
    'Searched for duplicates within your territory (edition {{version}} of the rules, {{rules}} rules)',

  'member.problem.otherHousehold':
    'This person belongs to another household; let them leave it first, or use "move member"',
  'member.problem.secondHead': 'The household has a head; use "change head"',
  'member.problem.noHead':
    'A household has exactly one head; register the head first (relation: self or head of household)',
  'member.problem.headLeaves': 'Before the head leaves, change the head for the other members',
  'member.problem.period': 'Left before joined; check the dates',
  'member.problem.future': 'The day of leaving lies in the future; record it when it has come',
  'member.problem.ended': 'This household has ended and takes no members',

  'status.problem.period': 'The end lies before the beginning; check the dates',
  'status.problem.overlap': 'Periods of one kind must not overlap; end the earlier one first',
  'guardian.problem.period': 'The end lies before the beginning; check the dates',
  'guardian.problem.self': 'Nobody is their own guardian',
  'account.problem.thirdParty':
    "The account holder is not the person; give the reason for using somebody else's account",
  'account.problem.closedDefault': 'A closed account cannot be the default',
  'account.problem.secondDefault': 'There is a default account; unset it first',
  'need.problem.future': 'The date lies in the future; check it',
  'need.problem.metEarly': 'Met before it was raised; check the dates',

  'merge.problem.same': 'Both entries are the same one',
  'merge.problem.pairGone': 'One of the entries no longer exists or is not within your territory',
  'merge.problem.touched': '"{{record}}" has changed since the merge, which can therefore not be undone',
  'merge.problem.undone': 'This merge was undone already',
  'merge.problem.field': '"{{field}}" cannot be chosen',
  'household.problem.notMember': 'Not a current member of this household',
  'household.problem.emptySplit': 'Choose the members who leave; at least one stays',
  'household.problem.headNotChosen': 'The new head is one of the members who leave',
  'household.problem.newHeadNeeded': 'The head leaves; name a new head for those who stay',
  'household.problem.sameHousehold': 'Both households are the same one',
  'household.problem.relationNeeded': 'Give the relation to the head for each member',
  'household.problem.secondHead': 'There is only one head',
}
