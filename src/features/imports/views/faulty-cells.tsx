// SPDX-License-Identifier: AGPL-3.0-or-later
import { plural } from '../../../kernel/text.ts'
import { fieldId } from '../../../ui/forms/form-fields.tsx'
import { importPaths } from '../addresses.ts'
import type { Assessment } from '../review/assess-proposals.ts'
import type { ImportParams } from './address-words.ts'
import { faultWords } from './words.ts'

/** The problems in one of our own sheets, cell by cell, each with a link to correct it. */
export function FaultyCells({ where, open }: { where: ImportParams; open: readonly Assessment[] }) {
  const faults = open
    .filter(({ proposal }) => proposal.source.cells && !proposal.edited)
    .flatMap((assessment) => assessment.faults.map((fault) => ({ assessment, fault })))
  if (faults.length === 0) return null
  return (
    <details class="t-details" open={faults.length <= 20}>
      <summary>{plural(faults.length, 'cella da correggere', 'celle da correggere')}</summary>
      <p>Si correggono qui, oppure nel foglio di calcolo, che poi si carica di nuovo.</p>
      <ul>
        {faults.map(({ assessment, fault }) => {
          const edit = importPaths.proposal({ ...where, proposal: String(assessment.proposal.id) })
          return (
            <li key={`${assessment.proposal.id} ${fault.field}`}>
              <a href={fault.field ? `${edit}#${fieldId(fault.field)}` : edit}>{faultWords(assessment, fault)}</a>
            </li>
          )
        })}
      </ul>
    </details>
  )
}
