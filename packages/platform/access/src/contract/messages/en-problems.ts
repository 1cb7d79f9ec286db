export const problemsEn = {
  'user.problem.username':
    '{{label}} takes 3 to 32 lower-case letters and digits, with dots, underscores or hyphens in between',
  'user.problem.usernameTaken': '{{label}} “{{username}}” is taken; choose another',
  'user.problem.level':
    '{{label}} must be a county, town or village; tick “responsible for all divisions” for somebody above them',
  'user.problem.everywhere':
    'This user’s territory is larger than yours; ask a security administrator responsible for all divisions',
  'user.problem.self': 'You cannot change your own {{label}}; ask another security administrator',
  'role.problem.everywhere':
    'Roles hold in all divisions; only a security administrator responsible for all of them can add or change one',
  'role.problem.shipped': 'A shipped role cannot be changed or removed; add a role of your own',
  'role.problem.kind': 'The {{label}} of a role cannot change; add another role',
  'role.problem.pattern': '“{{pattern}}” in {{label}} does not exist or cannot be given to a role of this kind',
  'grant.problem.self': 'You cannot give roles to yourself; ask another security administrator',
  'grant.problem.everywhere': 'This user’s territory is larger than yours; you cannot give roles here',
  'grant.problem.already': 'The user has this role already',
  'grant.problem.separation':
    'System, security and audit administration and business roles are kept apart; one user holds roles of one kind only',
  'apiKey.problem.division': '{{label}} lies outside the holder’s division',
  'apiKey.problem.permissions':
    '“{{pattern}}” in {{label}} exceeds what the holder may do, or is administration, which no key may do',
  'apiKey.problem.past': '{{label}} must be after today and within two years',
  'apiKey.problem.revoked': 'A revoked key cannot be brought back; add another',
  'apiKey.problem.holder': 'The {{label}} of a key cannot change; add another key',
} as const
