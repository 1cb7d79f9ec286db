import { texts } from '@opendpf/messages'
import { type NoticeKind, noticeKinds } from '@opendpf/notices'
import type { Programme } from './programme.js'

/**
 * The kinds of notice of a module's programmes, for `declares: { notices: programmeNotices({ … }) }`: one for each that is posted, under the
 * name of the programme. A line tells the masked name and the village, and nothing about the disability.
 */
export function programmeNotices(programmes: Readonly<Record<string, Programme>>) {
  return noticeKinds(
    Object.fromEntries(
      Object.entries(programmes).flatMap(([name, { title, notice, basis }]): (readonly [string, NoticeKind])[] =>
        notice === undefined
          ? []
          : [
              [
                name,
                {
                  title: texts(`${title['zh-CN']}公示`, `${title.en}: proposed grants`),
                  workingDays: notice.workingDays,
                  leavesOutMinors: notice.leavesOutMinors,
                  facts: {},
                  decidedByAnotherThan: ['accept', 'passTown', 'passReview'],
                  basis,
                },
              ],
            ],
      ),
    ),
  )
}
