// SPDX-License-Identifier: AGPL-3.0-or-later

export { adoptProfile, storeProfile } from './adopt-profile.ts'
export { assembleProfile, profileAround } from './assemble-profile.ts'
export { canonicalJson, profileHash } from './canonical.ts'
export { applicabilityCommand, profileCommands } from './cli.ts'
export { demoCommand } from './demonstration/demo-command.ts'
export { loadDemonstration } from './demonstration/load-demonstration.ts'
export { publishFormerPlans } from './demonstration/publish-former.ts'
export { type Profile, ProfileSchema } from './model.ts'
export {
  carriedIn,
  carriedNamespace,
  cellAddress,
  type PrintedPlan,
  PrintedPlanSchema,
  plainWords,
  wordsFingerprint,
} from './printed-plan.ts'
export { readEmbeddedPlan } from './read-embedded-plan.ts'
export { parseCanonical, readProfile } from './read-profile.ts'
export { judgeProfile } from './reading/judge-profile.ts'
export {
  type ProfileData,
  type RecordSheet,
  recordSheet,
  recordSheets,
  type SheetedKind,
  type SheetField,
  sheetedKinds,
} from './record-sheets.ts'
