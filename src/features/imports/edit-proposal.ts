// SPDX-License-Identifier: AGPL-3.0-or-later
import { invalidInput, notFound, notNow } from '../../kernel/errors.ts'
import type { DecisionDependencies } from './accept-proposals.ts'
import { claimImport, findTenant, type ImportAddress, readStoredProfile } from './located-import.ts'
import { readProposals, saveEdited } from './proposal-store.ts'
import { findFaults } from './review/assess-proposals.ts'
import { typedRecord } from './review/fields.ts'
import { kinds } from './review/kinds.ts'

/**
 * Replaces a proposal with a person's version of it. From then on it is complete: a field left empty is removed from
 * the plan when it is accepted.
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
    const proposal = (await readProposals(writer, tenant.id, imported.id)).find((known) => known.id === proposalId)
    if (!proposal) throw notFound(`Proposta ${proposalId}`)
    if (!imported.destination) {
      throw notNow('Prima di correggere le proposte va scelto il piano a cui sono destinate.', {
        place: imported.filename,
        message: 'il piano decide quali codici sono ammessi',
        remedy: 'sceglierlo nella pagina dell’importazione',
      })
    }
    const stored = await readStoredProfile(writer, administration, imported.destination)
    const record = typedRecord(kinds[proposal.kind].fields, typed)
    const faults = findFaults(proposal.kind, record, stored, catalogue)
    if (faults.length > 0) {
      throw invalidInput(
        'La proposta contiene valori da correggere.',
        faults.map(({ field, message, remedy }) => ({ place: field ?? '', message, ...(remedy && { remedy }) })),
      )
    }
    await saveEdited(writer, imported.id, proposalId, record)
  })
}
