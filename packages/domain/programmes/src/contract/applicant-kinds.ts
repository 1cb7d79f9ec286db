/** Who hands an application in. */
export const applicantKinds = ['self', 'guardian', 'family', 'village', 'commissioner'] as const
export type ApplicantKind = (typeof applicantKinds)[number]
