import { attachments, date, optional, type Shape } from '@opendpf/kit'

/** By when something that was found is to be put right, when it was, and the papers of it. */
export const remedyFields = {
  remedyBy: optional(date({ headings: ['整改期限'] })),
  remediedOn: optional(date({ headings: ['整改完成日期'] })),
  papers: optional(attachments({ privacy: 'S1' })),
} satisfies Shape

/** The steps by which it is asked for and confirmed, from the state in which something was found. */
export const remedySteps = <const From extends string>(from: From) =>
  ({
    askRemedy: { from, to: 'remedying', requires: ['findings', 'remedyBy'] },
    confirmRemedy: { from: 'remedying', to: 'remedied', requires: ['remediedOn'] },
  }) as const
