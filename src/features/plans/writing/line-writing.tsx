// SPDX-License-Identifier: AGPL-3.0-or-later
import { editable, type LineWriting } from '../plan/index.ts'
import { BulkForm } from './bulk/views/bulk-form.tsx'
import { RowSelection, RowUpdate } from './bulk/views/row-update.tsx'
import type { EntryReader, EntryStanding } from './entries/read-entries.ts'
import { EntryActions, EntryHistory } from './entries/views/entry-sheet.tsx'

/** What those who write entries put on the pages of lines. */
export const lineWriting = (entries: EntryReader): LineWriting => ({
  async sheet(place) {
    const sheet = await entries.sheet(place)
    return (
      sheet && {
        keeper: keeperWords(sheet),
        actions: <EntryActions sheet={sheet} where={place} />,
        history: <EntryHistory sheet={sheet} />,
      }
    )
  },
  async listTools(where, list) {
    const standings = await entries.standings(where)
    if (!standings || editable(standings.state) === 'nothing') return undefined
    const updating = { standings, list }
    return {
      selection: (tailored) => <RowSelection tailored={tailored} where={where} updating={updating} />,
      update: (tailored) => <RowUpdate tailored={tailored} where={where} updating={updating} />,
      together: <BulkForm where={where} updating={updating} />,
    }
  },
})

const keeperWords = ({ ownerPerson, ownerOffice }: EntryStanding): string =>
  [ownerPerson?.name, ownerOffice].filter(Boolean).join(', ') || 'nessuno'
