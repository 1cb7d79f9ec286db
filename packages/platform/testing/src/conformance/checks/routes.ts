import type { Check } from '../check.js'
import { expectationsOf } from '../routes/expectations.js'
import type { Matrix } from '../routes/matrix.js'
import { askAboutGone, askAnybody, askAs, askAsStranger } from '../routes/matrix.js'
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
        for (const viewer of viewers) await askAs(viewer, expectation, matrix)
        const holder = viewers.find(({ held }) => expectation.needs.every((permission) => held.has(permission)))
        if (holder) await askAboutGone(holder, expectation, matrix)
      } catch (error) {
        report(expectation.route, error instanceof Error ? error.message : String(error))
      }
    }
  },
}
