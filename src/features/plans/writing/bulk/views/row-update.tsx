// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ActionLineCode } from '../../../../../kernel/ids.ts'
import { Checkbox } from '../../../../../ui/forms/choice-fields.tsx'
import { useViewer } from '../../../../../ui/page/viewer.tsx'
import { typeDate } from '../../../../records/index.ts'
import { planPaths } from '../../../addresses.ts'
import {
  editable,
  type PlanAddress,
  planActions,
  statuses,
  statusLabel,
  statusOrUnsaidLabel,
  type TailoredLine,
} from '../../../plan/index.ts'
import type { PlanStandings } from '../../entries/read-entries.ts'

/** What a list of lines that are being updated needs besides the lines. */
export type Updating = {
  readonly standings: PlanStandings
  /** The list as it was asked for, to come back to: `modo=aggiorna&capitolo=2`. */
  readonly list: string
}

/** The id of the form that updates the selected lines together. */
export const bulkForm = 'insieme'

/** The address of a line in a list. */
export const rowId = (code: ActionLineCode): string => `riga-${code}`

type RowProps = { readonly tailored: TailoredLine; readonly where: PlanAddress; readonly updating: Updating }

/** Selects a line for an update of many, with the revision that is on the page. */
export function RowSelection({ tailored: { line }, where, updating }: RowProps) {
  const inHands = useHands(where, updating)
  if (!inHands(line.code)) return null
  return (
    <Checkbox
      form={bulkForm}
      name={`linea-${line.code}`}
      value={String(updating.standings.entries.get(line.code)?.revision ?? 0)}
      checked={false}
    >
      <span class="visually-hidden">Seleziona {line.code}</span>
    </Checkbox>
  )
}

/** Status and dates of a line, to change without leaving the list. */
export function RowUpdate({ tailored: { line, entry }, where, updating }: RowProps) {
  const inHands = useHands(where, updating)
  const { code } = line
  if (!inHands(code)) return null
  const wholly = editable(updating.standings.state) === 'everything'
  return (
    <details class="t-row-update" id={rowId(code)}>
      <summary>
        Aggiorna<span class="visually-hidden"> {code}</span>
      </summary>
      <form action={planPaths.entryUpdate({ ...where, code })} method="post" data-in-place>
        <input type="hidden" name="base" value={updating.standings.entries.get(code)?.revision ?? 0} />
        <input type="hidden" name="list" value={updating.list} />
        <input type="hidden" name="shown" value={wholly ? 'status planned completed' : 'status completed'} />
        <label>
          Stato
          <select name="status">
            <option value="">{statusOrUnsaidLabel.unsaid}</option>
            {statuses.map((one) => (
              <option key={one} value={one} selected={one === entry?.status}>
                {statusLabel[one]}
              </option>
            ))}
          </select>
        </label>
        {wholly && (
          <label>
            Data prevista
            <input type="text" name="planned" value={entry?.planned && typeDate(entry.planned)} autocomplete="off" />
          </label>
        )}
        <label>
          Data di completamento
          <input
            type="text"
            name="completed"
            value={entry?.completed && typeDate(entry.completed)}
            autocomplete="off"
          />
        </label>
        <button type="submit" class="btn btn-primary btn-sm">
          Salva<span class="visually-hidden"> {code}</span>
        </button>
      </form>
    </details>
  )
}

/** Tells the lines that the viewer may change. */
function useHands({ slug }: PlanAddress, { standings }: Updating): (code: ActionLineCode) => boolean {
  const viewer = useViewer()
  return (code) => viewer.may(planActions.writeEntries, { slug, offices: standings.entries.get(code)?.offices ?? [] })
}
