// SPDX-License-Identifier: AGPL-3.0-or-later

export {
  type ComparedKind,
  type ComparedNames,
  type ComparedRecord,
  type ComparedSide,
  comparedList,
  comparedOne,
  fieldsByName,
} from './comparing/compared-kind.ts'
export { recordTeller, type ToldKind } from './comparing/told-kind.ts'
export { diffWords, type Run } from './comparing/word-diff.ts'
export {
  type ContentsSection,
  contentsSections,
  type DeclaredKind,
  declareKind,
  type FieldLabel,
  type ListedRecord,
  type SearchedField,
} from './declared-kind.ts'
export {
  anyField,
  type ControlProps,
  type Fields,
  type FieldType,
  field,
  fieldNames,
  fieldWords,
  type Offered,
  type Printed,
  type SheetCell,
  sheetHeading,
} from './field.ts'
export { carryNumbers } from './numbered/keep-numbers.ts'
export {
  listNumbered,
  type NumberedKind,
  type NumberedWords,
  numberedKind,
  numberedPaths,
} from './numbered/numbered-kind.ts'
export { type NumberedRecord, numberedStore } from './numbered/numbered-store.ts'
export { cardHeading, printedFields, type Said } from './printed-fields.ts'
export {
  type Conflict,
  type FormGroup,
  parseRecordName,
  type ReachedKind,
  type RecordKind,
  type RecordOwner,
  recordName,
  recordPage,
  type SaveOutcome,
  subjectOf,
} from './record-kind.ts'
export {
  changedFields,
  conflictFields,
  type Editable,
  lockedFields,
  mergeSides,
  pickFields,
  type Side,
  sameValue,
} from './rules.ts'
export { type ContentOf, schemaOf, shapeOf } from './schema-of.ts'
export { cellItems, itemsCell } from './sheets/cells.ts'
export { type ColumnSettings, fromColumns, toColumns } from './sheets/columns.ts'
export { guardCell, unguardCell } from './sheets/formula-guard.ts'
export { deleteDraft, findDraft, writeDraft } from './storage/draft-store.ts'
export { listDraftSubjects, listLastContents, listLastRevisions } from './storage/last-revision-store.ts'
export { loadContentAt, loadCurrent } from './storage/load-content.ts'
export { type FieldStep, loadSteps, type RecordStep } from './storage/load-history.ts'
export {
  appendRevisions,
  findRevision,
  findRevisionNumber,
  findRevisionNumbers,
  type RecordChange,
} from './storage/revision-store.ts'
export { findStanding, type RecordStanding } from './storage/standing-store.ts'
export { controlOf } from './typing/control.ts'
export { controlLabels, ownedFields, readTyped, shownFields, typeContent } from './typing/typed-record.ts'
export { rowNumbers, withMoreRows } from './typing/typed-rows.ts'
export { type Reading, readDate, readWith, type TypedFields, typeDate } from './typing/typed-values.ts'
export { amount } from './values/amount.tsx'
export { choice } from './values/choice.tsx'
export { chosenMany, chosenOne } from './values/chosen.tsx'
export { dateOrWords } from './values/date-or-words.tsx'
export { day } from './values/day.tsx'
export { items } from './values/items.tsx'
export { Markdown, markdown } from './values/markdown.tsx'
export { wholeNumber, year } from './values/number.tsx'
export { rows } from './values/rows.tsx'
export { text } from './values/text.tsx'
export { together } from './values/together.tsx'
export { yesNo } from './values/yes-no.tsx'
export { ConflictChoices, sideName } from './views/conflict-choices.tsx'
export { type PrintedTools, printedFacts } from './views/printed-facts.tsx'
export { RecordTable } from './views/record-table.tsx'
export { TextDiff } from './views/text-diff.tsx'
