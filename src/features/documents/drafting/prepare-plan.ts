// SPDX-License-Identifier: AGPL-3.0-or-later
import { slug } from '../../../kernel/text.ts'
import type { Catalogue } from '../../catalogue/index.ts'
import { type TailoredPlan, tailorFor } from '../../plans/index.ts'
import { canonicalJson, type Profile, profileHash } from '../../profiles/index.ts'
import { buildDocument } from '../build-document.ts'
import { mendDocument } from '../mend/mend-document.ts'
import type { DocumentModel, DocumentOptions, Mending } from '../model.ts'

/** A plan ready to be written in any format, built once for all of them. */
export type PreparedPlan = {
  readonly profile: Profile
  readonly tailored: TailoredPlan
  /** The plan's canonical JSON: what a PDF embeds and what `format: 'json'` writes. */
  readonly json: string
  /** SHA-256, hex, of `json`. */
  readonly hash: string
  readonly model: DocumentModel
  /** What had to be mended for printing, and where. */
  readonly mendings: readonly Mending[]
  /** See `fileName`. */
  readonly name: string
}

/**
 * Tailors a valid profile, builds its document and mends what cannot be printed.
 * @param canPrint true when the fonts of the documents have a character.
 */
export function preparePlan(
  profile: Profile,
  catalogue: Catalogue,
  options: DocumentOptions,
  canPrint: (codePoint: number) => boolean,
): PreparedPlan {
  const { administration, facts, plan } = profile
  const tailored = tailorFor({ ...administration, facts: facts ?? {} }, plan, catalogue)
  const json = canonicalJson(profile)
  const hash = profileHash(json)
  const { model, mendings } = mendDocument(buildDocument(profile, tailored, options, hash), canPrint)
  return { profile, tailored, json, hash, model, mendings, name: fileName(profile, options) }
}

/**
 * The name of a plan's files, without the ending: `piano-vallechiara-2025-2027`; what is not approved says so:
 * `piano-vallechiara-2025-2027-bozza`.
 * @param code of the body, where another has its name: `piano-castro-c338-2025-2027`
 */
export function fileName(
  { administration, plan }: Profile,
  { approval }: Pick<DocumentOptions, 'approval'>,
  code?: string,
): string {
  const body = [administration.name.replace(/^comune di /i, ''), ...(code ? [code] : [])].map(slug).join('-')
  return `piano-${body}-${plan.triennium}${approval ? '' : '-bozza'}`
}
