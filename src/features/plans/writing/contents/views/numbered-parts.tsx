// SPDX-License-Identifier: AGPL-3.0-or-later
import type { NumberedKind } from '../../../../records/index.ts'
import type { PlanRow } from '../../../plan/index.ts'
import { headingOf, type RecordSheet } from '../../editor/record-form.ts'

type NumberedPartProps<Content extends object> = {
  readonly sheet: RecordSheet<Content, string | undefined>
  readonly numbered: NumberedKind<Content, PlanRow>['numbered']
}

/** Takes a record away, after asking; where some of it may not be changed now, neither may it go. */
export function TakeAway<Content extends object>({ sheet, numbered: { paths, words } }: NumberedPartProps<Content>) {
  const { administration, owner: plan, form, revision, locked } = sheet
  if (locked.size > 0) return null
  const where = { slug: administration.slug, triennium: plan.triennium, number: form.key }
  return (
    <details class="t-details t-after">
      <summary>{words.takeAway}</summary>
      <p>{words.kept}</p>
      <form action={paths.deleted(where)} method="post">
        <input type="hidden" name="base" value={revision} />
        <button type="submit" class="btn btn-outline-danger">
          Togli «{headingOf(sheet)}»
        </button>
      </form>
    </details>
  )
}

/** From which plan a record goes on, with the way to it as it is there. */
export function CarriedFrom<Content extends object>({ sheet, numbered: { paths } }: NumberedPartProps<Content>) {
  const [triennium, number] = sheet.more?.split(' ') ?? []
  if (triennium === undefined || number === undefined) return null
  const { slug } = sheet.administration
  const isThere = sheet.plans.some((plan) => plan.triennium === triennium)
  return (
    <p class="t-note">
      Viene{' '}
      {isThere ? <a href={paths.one({ slug, triennium, number })}>dal piano {triennium}</a> : `dal piano ${triennium}`}.
    </p>
  )
}
