// SPDX-License-Identifier: AGPL-3.0-or-later
import type { TailoredPlan } from '../../plans/index.ts'
import type { Profile } from '../../profiles/index.ts'
import type { Block, DocumentOptions, Section } from '../model.ts'

/** What the sections of a document are made from. */
export type DocumentSource = {
  readonly profile: Profile
  readonly tailored: TailoredPlan
  readonly options: DocumentOptions
  readonly planHash: string
}

/** Writes one section, or nothing when the plan has nothing for it. */
export type SectionWriter = (source: DocumentSource) => Section | undefined

/** A section, unless it would be empty. */
export const sectionOf = (
  id: string,
  title: string,
  blocks: readonly Block[],
  sections: readonly Section[] = [],
): Section | undefined => (blocks.length + sections.length === 0 ? undefined : { id, title, blocks, sections })
