import { figuresId } from '@opendpf/figures'
import { implementModule } from '@opendpf/kit/server'
import { activities } from '../contract/index.js'
import { certificateOfAttendance } from './documents/certificate.js'
import { signInSheet } from './documents/sign-in-sheet.js'
import { guards } from './guards.js'
import { activityHooks } from './hooks/activity-hooks.js'
import { attendanceHooks } from './hooks/attendance-hooks.js'
import { costHooks, evaluationHooks, pictureHooks } from './hooks/part-hooks.js'
import { registrationHooks } from './hooks/registration-hooks.js'
import { sessionHooks } from './hooks/session-hooks.js'
import { activityMeasures } from './measures.js'
import { migrations } from './migrations.js'
import { signInRoutes } from './routes/sign-in-routes.js'

/** The server half of the engine of activities. */
export const activitiesServer = implementModule(activities, {
  migrations,
  hooks: {
    activity: activityHooks,
    session: sessionHooks,
    registration: registrationHooks,
    attendance: attendanceHooks,
    cost: costHooks,
    picture: pictureHooks,
    evaluation: evaluationHooks,
  },
  guards,
  documents: { 'session.signInSheet': signInSheet, 'attendance.certificate': certificateOfAttendance },
  provides: { [figuresId]: activityMeasures },
  routes: signInRoutes,
})
