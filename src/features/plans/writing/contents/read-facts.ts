// SPDX-License-Identifier: AGPL-3.0-or-later
import { trienniumOf } from '../../../../kernel/ids.ts'
import type { Reader } from '../../../../platform/db/tenants.ts'
import { type FactsContent, factsKind, type KnownFacts, knownBeforehand } from '../../../administrations/index.ts'
import type { Catalogue } from '../../../catalogue/index.ts'
import { questionsToBody, readPlan, tailorFor } from '../../plan/index.ts'
import type { EditedBody } from '../editor/record-form.ts'

/** What the page of the facts shows besides them. */
export type FactsShown = {
  /** The facts for which lines of the plan that is being looked at wait. */
  readonly open: ReadonlySet<keyof FactsContent>
  /** What is known of the body without its saying so. */
  readonly known: KnownFacts
}

/** Reads the facts of a body, with what its page shows. Without a plan, lines are those of the newest edition. */
export async function readFacts(
  reader: Reader,
  { administration, owner, plan, edition }: EditedBody,
  catalogue: Catalogue,
): Promise<{ readonly content?: FactsContent; readonly more: FactsShown }> {
  const content = await factsKind.find(reader, owner, '')
  const written = plan ? await readPlan(reader, plan) : { triennium: trienniumOf(''), edition: edition.id }
  const lines = tailorFor(administration, written, catalogue).chapters.flatMap((chapter) => chapter.lines)
  return {
    ...(content && { content }),
    more: {
      open: new Set(questionsToBody(lines).map(({ fact }) => fact)),
      known: knownBeforehand(edition.known, administration, administration.facts),
    },
  }
}
