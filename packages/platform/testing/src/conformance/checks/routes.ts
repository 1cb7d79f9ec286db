import type { Check } from '../check.js'
import { expectationsOf } from '../routes/expectations.js'
import type { Matrix } from '../routes/matrix.js'
import { askAboutGone, askAnybody, askAs, askAsStranger, mayAsk } from '../routes/matrix.js'
import { openRows } from '../routes/rows.js'
import { roleViewers } from '../routes/viewers.js'

/** Every route, for every shipped role, at every distance and in every wrong state, answers exactly what the contracts say. */
export const routesCheck: Check = {
  name: 'routes',
  title: 'answers every role on every route as the contracts say, wherever the row lies and whatever state it is in',
  async run(subject, report) {
    const matrix: Matrix = { subject, report, rows: openRows(subject), tried: new Set() }
    const viewers = roleViewers(subject)
    for (const expectation of expectationsOf(subject, report)) {
      try {
        if (expectation.isPublic) {
          await askAnybody(expectation, matrix)
          continue
        }
        await askAsStranger(expectation, matrix)
        // who does not hold the permission is refused at whatever post: the first one stands for it
        for (const viewer of viewers)
          if (viewer.isFirstPost || mayAsk(viewer, expectation)) await askAs(viewer, expectation, matrix)
        const holder = viewers.find((viewer) => mayAsk(viewer, expectation))
        if (holder) await askAboutGone(holder, expectation, matrix)
      } catch (error) {
        report(expectation.route, error instanceof Error ? error.message : String(error))
      }
    }
  },
}
