// SPDX-License-Identifier: AGPL-3.0-or-later
import { trienniumOf } from '../../../../kernel/ids.ts'
import { administrationPaths } from '../../../administrations/index.ts'
import { type RecordKind, type RecordOwner, recordName } from '../../../records/index.ts'
import { planPaths } from '../../addresses.ts'
import type { PlanRow } from '../../plan/index.ts'
import type { EditedBody, EditedPlan, RecordForm, SavedAs, SavedChange } from '../editor/record-form.ts'

/** The words of the address of the contents that say what was done. */
const outcomeWords = { saved: 'salvata', unchanged: 'invariata', reviewed: 'salvata' } satisfies Record<SavedAs, string>

/**
 * What the forms of a plan’s contents have in common: they come from the list of the contents, and lead back to it.
 * @param more what else the list is to tell of a save.
 */
export function contentsForm<Content extends object, More = unknown>(
  { administration, owner: plan }: EditedPlan,
  kind: RecordKind<Content, PlanRow>,
  key: string,
  title: string,
  more: (...change: Parameters<RecordForm<Content>['after']>) => Readonly<Record<string, string>> = () => ({}),
): RecordForm<Content, More> {
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

/**
 * What the forms of a body’s records have in common: they stand under the body, and lead back to the contents of its
 * newest plan, if it has any.
 * @param more what else the list is to tell of a save.
 */
export function bodyForm<Content extends object, More = unknown>(
  { administration: { slug }, plan }: EditedBody,
  kind: RecordKind<Content>,
  title: string,
  more: (change: SavedChange<RecordOwner>) => Readonly<Record<string, string>> = () => ({}),
): RecordForm<Content, More, RecordOwner> {
  const where = plan && { slug, triennium: plan.triennium }
  return {
    kind,
    key: '',
    title,
    trail: [{ label: title }],
    back: where
      ? { href: planPaths.contents(where), label: 'Torna ai contenuti senza salvare' }
      : { href: administrationPaths.administration({ slug }), label: 'Torna all’ente senza salvare' },
    after(saved, change) {
      const esito = outcomeWords[saved]
      return where
        ? `${planPaths.contents(where, { esito, parte: kind.name, ...more(change) })}#esito`
        : `${kind.page({ slug, triennium: trienniumOf('') }, '')}?${new URLSearchParams({ esito })}#esito`
    },
  }
}
