import { countyCode, demoAssessment } from '@opendpf/demo-county'
import { planning } from '@opendpf/planning'
import type { DemoSteps } from './demo-steps.js'

const { scheme, chapter, criterion, remedy } = planning.records

/** The assessment that the demo county strives to pass in a year: begun, scored by the same figures as its plan, with two weak points in hand. */
export async function beginDemoAssessment({ as, step }: DemoSteps, year: number): Promise<void> {
  const { chapters, ...head } = demoAssessment
  const id = await as('clerk', async ({ write }) => {
    const made = await write.create(scheme, {
      ...head,
      kind: 'other',
      division: countyCode,
      firstDay: `${year}-01-01`,
      dueOn: `${year}-12-31`,
    })
    for (const [position, { criteria, ...heading }] of chapters.entries()) {
      const part = await write.create(chapter, { ...heading, scheme: made.id, position: position + 1 })
      for (const [at, { remedy: mended, ...one }] of criteria.entries()) {
        const row = await write.create(criterion, {
          ...one,
          scheme: made.id,
          chapter: part.id,
          position: (position + 1) * 100 + at,
          weakness: mended?.weakness ?? null,
        })
        if (mended)
          await write.create(remedy, { ...mended, criterion: row.id, owner: one.owner, dueOn: `${year}-12-20` })
      }
    }
    return made.id
  })
  await step('clerk', [scheme, id, 'start'])
}
