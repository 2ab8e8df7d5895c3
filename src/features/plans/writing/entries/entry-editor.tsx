// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ActionLineCode } from '../../../../kernel/ids.ts'
import type { Route } from '../../../../platform/http/route.ts'
import { type Catalogue, titleOf } from '../../../catalogue/index.ts'
import { planPaths } from '../../addresses.ts'
import { type EntryContent, entryKind, NationalSide, planActions, standingOf, VerdictTag } from '../../plan/index.ts'
import type { WritingPageDependencies } from '../editor/dependencies.ts'
import { editorRoutes } from '../editor/editor-routes.tsx'
import { ofPlan } from '../editor/open-record.ts'
import type { EditedPlan, RecordForm, SavedAs } from '../editor/record-form.ts'
import { EntryParams } from '../editor/requests.ts'
import { checkWhole, type EntryPage, loadEntry, settleReview } from './entry-record.ts'
import { findSuggestions } from './find-suggestions.ts'
import { AttachForm } from './views/attach-form.tsx'
import { EntryNotice, Neighbours } from './views/entry-notices.tsx'

/** How the entry of a line is written; undefined for a line that the edition does not have. */
export function entryForm(
  { administration, owner: plan, edition }: EditedPlan,
  code: ActionLineCode,
  catalogue: Catalogue,
): RecordForm<EntryContent, EntryPage> | undefined {
  const line = edition.lines.find((known) => known.code === code)
  if (!line) return undefined
  const where = { slug: administration.slug, triennium: plan.triennium, code }
  return {
    kind: entryKind,
    key: code,
    code,
    title: titleOf(line),
    trail: [{ label: code, href: planPaths.line(where) }, { label: 'Modifica' }],
    back: { href: planPaths.line(where), label: 'Torna alla linea senza salvare' },
    after: (saved) => `${planPaths.line(where, { esito: outcomeWords[saved] })}#esito`,
    load: (reader, edited) => loadEntry(reader, edited, code, catalogue),
    check: checkWhole,
    settle: (writer, row, saved, viewer) => settleReview(writer, row, code, saved, viewer),
    suggest: (open) => findSuggestions(open, line, catalogue),
    Tags: ({ sheet }) => <VerdictTag verdict={standingOf(sheet.more.tailored)} />,
    Above: EntryNotice,
    Beside: ({ sheet }) => <NationalSide edition={sheet.edition} tailored={sheet.more.tailored} />,
    Below: ({ sheet, problems }) => (
      <>
        <AttachForm sheet={sheet} where={where} problems={problems} />
        <Neighbours sheet={sheet} where={where} />
      </>
    ),
  }
}

/** The words of the address of a line’s page that say what was done. */
const outcomeWords = { saved: 'salvata', unchanged: 'invariata', reviewed: 'rivista' } satisfies Record<SavedAs, string>

/** The pages where the entry of a line is written. */
export const entryPages = (dependencies: WritingPageDependencies): readonly Route[] =>
  editorRoutes(
    {
      of: ofPlan,
      path: planPaths.entryForm,
      draftPath: planPaths.entryDraft,
      params: EntryParams,
      permission: planActions.writeEntries,
      form: (edited, { code }) => entryForm(edited, code, dependencies.catalogue),
    },
    dependencies,
  )
