export { SubjectAnswer } from './subject-answer.js'
