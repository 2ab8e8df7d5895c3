// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Lexicon } from '../layout/join-lines.ts'
import type { Section } from '../layout/outline.ts'
import type {
  Block,
  ImportedEntry,
  ImportedFunding,
  ImportedIndicator,
  ImportedInitiative,
  ImportedObjective,
  ImportedSpending,
  ImportedTerm,
} from '../model.ts'
import type { PrintedCode } from '../values/codes.ts'

/** A block and the part of the plan where it is. */
export type SectionedBlock = { readonly block: Block; readonly section: Section }

/** The input of a recogniser: the blocks that no earlier one took. */
export type Material = { readonly blocks: readonly SectionedBlock[]; readonly lexicon: Lexicon }

/** An entry whose code is not matched to an edition yet. */
export type FoundEntry = Omit<ImportedEntry, 'code' | 'codeAsPrinted'> & { readonly printed: PrintedCode }

/** The records that a recogniser made, and the blocks it made them from. */
export type Found = {
  readonly entries?: readonly FoundEntry[]
  readonly initiatives?: readonly ImportedInitiative[]
  readonly ownObjectives?: readonly ImportedObjective[]
  readonly funding?: readonly ImportedFunding[]
  readonly spending?: readonly ImportedSpending[]
  readonly indicators?: readonly ImportedIndicator[]
  readonly glossary?: readonly ImportedTerm[]
  readonly used: ReadonlySet<Block>
}

/** Makes records from one layout, for any format. Pure. */
export type Recogniser = (material: Material) => Found
