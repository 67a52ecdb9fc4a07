export type { BugHunt, BugHuntSheet } from './bug-hunt.js'
export { check } from './check.js'
export { chapterOf, exercises, hunts, predictions } from './course.js'
export type { Answer, Checker, Exercise, ExerciseKind } from './exercise.js'
export { type Hint, hint } from './hint.js'
export { bugHunt, checkBugHunt } from './hunt.js'
export {
  bugLab,
  type LabCard,
  type LabCase,
  type LabOptions,
  type LabSummary,
  labCard,
  labOrder,
  labScore,
  scoreText,
} from './lab/index.js'
export { type Prediction, predict } from './predict.js'
export type { PredictionText } from './prediction-text.js'
export { type Solution, solution } from './solution.js'
export { TodoError, todo } from './todo.js'
export type {
  Evidence,
  EvidenceChart,
  EvidenceCode,
  EvidenceTable,
  Explanation,
  Place,
  Verdict,
  VerdictStatus,
} from './verdict.js'
