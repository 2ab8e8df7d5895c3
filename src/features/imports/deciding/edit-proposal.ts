// SPDX-License-Identifier: AGPL-3.0-or-later
import { invalidInput, notFound, notNow } from '../../../kernel/errors.ts'
import { findFaults } from '../review/assess-proposals.ts'
import { compareProposal, compareProposals } from '../review/compare-proposal.ts'
import { readTyped, sameValue } from '../review/fields.ts'
import { kinds } from '../review/kinds.ts'
import type { NewProposal } from '../review/model.ts'
import { claimImport, findTenant, type ImportAddress, readStoredProfile } from '../stored/located-import.ts'
import { readProposals, saveEdited } from '../stored/proposal-store.ts'
import type { DecisionDependencies } from './accept-proposals.ts'

/**
 * Replaces a proposal with a person’s version of it. The fields that the person changed are proposed as typed: one that
 * they emptied is removed from the plan when it is accepted. Every other field stays as it was proposed.
 * @param typed the typed values by field.
 * @throws {TimoneError} `not-found`, `not-now`, or `invalid-input` with one problem for each wrong field; then nothing
 * is stored.
 */
export async function editProposal(
  { tenants, catalogue, clock }: DecisionDependencies,
  address: ImportAddress,
  proposalId: number,
  typed: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const tenant = await findTenant(tenants, address.slug)
  await tenant.write(async (writer) => {
    const { administration, imported } = await claimImport(writer, address, 'decide', clock.now())
    const proposals = await readProposals(writer, tenant.id, imported.id)
    const index = proposals.findIndex(({ id }) => id === proposalId)
    const proposal = proposals[index]
    if (!proposal) throw notFound(`Proposta ${proposalId}`)
    if (!imported.destination) {
      throw notNow('Prima di correggere le proposte va scelto il piano a cui sono destinate.', {
        place: imported.filename,
        message: 'il piano decide quali codici sono ammessi',
        remedy: 'sceglierlo nella pagina dell’importazione',
      })
    }
    const stored = await readStoredProfile(writer, administration, imported.destination)
    const shown = compareProposals(proposals, stored)[index]?.result ?? {}
    const edited = applyTyped(proposal, shown, typed)
    const { result } = compareProposal(edited, stored)
    const faults = findFaults(proposal.kind, result, stored, catalogue)
    if (faults.length > 0) {
      throw invalidInput(
        'La proposta contiene valori da correggere.',
        faults.map(({ field, message, remedy }) => ({ place: field ?? '', message, ...(remedy && { remedy }) })),
      )
    }
    await saveEdited(writer, imported.id, proposalId, edited)
  })
}

/** The proposal with what the person changed of the record that they had before them. */
function applyTyped(
  proposal: NewProposal,
  shown: Readonly<Record<string, unknown>>,
  typed: Readonly<Record<string, string | undefined>>,
): NewProposal {
  const changed = kinds[proposal.kind].fields
    .map((field) => ({ field, value: readTyped(field, typed[field.name]) }))
    .filter(({ field, value }) => !sameValue(field, value, shown[field.name]))
  const names = changed.map(({ field }) => field.name)
  const kept = Object.entries(proposal.record).filter(([name]) => !names.includes(name))
  const said = changed.flatMap(({ field, value }) => (value === undefined ? [] : [[field.name, value] as const]))
  return {
    ...proposal,
    record: Object.fromEntries([...kept, ...said]),
    carries: [...new Set([...proposal.carries, ...names])],
  }
}
