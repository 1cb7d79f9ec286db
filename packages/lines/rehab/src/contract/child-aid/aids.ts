/** What a child is aided with (救助内容): each is a programme of its own, with a ceiling of its own. */
export const childAids = ['training', 'surgery', 'device'] as const
export type ChildAid = (typeof childAids)[number]

/** The programme that grants each kind of aid, by its name in a deployment. */
export const programmeOfAid = {
  training: 'rehab.childTraining',
  surgery: 'rehab.childSurgery',
  device: 'rehab.childDevice',
} as const satisfies Readonly<Record<ChildAid, string>>

/** The kind of aid that a programme grants; undefined for programmes that are none of these. */
export const aidOfProgramme = (programme: string): ChildAid | undefined =>
  childAids.find((aid) => programmeOfAid[aid] === programme)

/** What a child's disability comes of, where contracts and rules tell it apart: 脑瘫、孤独症. */
export const childDiagnoses = ['cerebral-palsy', 'autism', 'other'] as const
