// SPDX-License-Identifier: AGPL-3.0-or-later

import { type RecordKind, recordName } from '../../../records/index.ts'
import { planPaths } from '../../addresses.ts'
import type { PlanRow } from '../../plan/index.ts'
import type { EditedPlan, RecordForm, SavedAs } from '../editor/record-form.ts'

/** The words of the address of the contents that say what was done. */
const outcomeWords = { saved: 'salvata', unchanged: 'invariata', reviewed: 'salvata' } satisfies Record<SavedAs, string>

/**
 * What the forms of a plan’s contents have in common: they come from the list of the contents, and lead back to it.
 * @param more what else the list is to tell of a save.
 */
export function contentsForm<Content extends object>(
  { administration, plan }: EditedPlan,
  kind: RecordKind<Content, PlanRow>,
  key: string,
  title: string,
  more: (...change: Parameters<RecordForm<Content>['after']>) => Readonly<Record<string, string>> = () => ({}),
): RecordForm<Content> {
  const where = { slug: administration.slug, triennium: plan.triennium }
  return {
    kind,
    key,
    title,
    trail: [{ label: 'Contenuti', href: planPaths.contents(where) }, { label: title }],
    back: { href: planPaths.contents(where), label: 'Torna ai contenuti senza salvare' },
    after(saved, change) {
      const said = { esito: outcomeWords[saved], parte: recordName(kind, key), ...more(saved, change) }
      return `${planPaths.contents(where, said)}#esito`
    },
  }
}
