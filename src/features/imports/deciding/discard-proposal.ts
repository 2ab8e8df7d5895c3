// SPDX-License-Identifier: AGPL-3.0-or-later
import { notFound } from '../../../kernel/errors.ts'
import { compareProposal } from '../review/compare-proposal.ts'
import { updateImport } from '../stored/import-store.ts'
import { claimImport, findTenant, type ImportAddress, readStoredProfile } from '../stored/located-import.ts'
import { decideProposals, readProposals } from '../stored/proposal-store.ts'
import type { DecisionDependencies } from './accept-proposals.ts'

/**
 * Discards a proposal: the plan does not change. The proposal may still be accepted later.
 * @throws {TimoneError} `not-found` or `not-now`.
 */
export async function discardProposal(
  { tenants, clock }: DecisionDependencies,
  address: ImportAddress,
  proposalId: number,
): Promise<void> {
  const tenant = await findTenant(tenants, address.slug)
  await tenant.write(async (writer) => {
    const { administration, imported } = await claimImport(writer, address, 'decide', clock.now())
    const proposals = await readProposals(writer, tenant.id, imported.id)
    if (!proposals.some((proposal) => proposal.id === proposalId)) throw notFound(`Proposta ${proposalId}`)
    await decideProposals(writer, imported.id, [proposalId], 'discarded')
    const others = proposals.filter((proposal) => proposal.id !== proposalId && proposal.decision === 'pending')
    const stored = imported.destination && (await readStoredProfile(writer, administration, imported.destination))
    const left = others.some((other) => !stored || compareProposal(other, stored).difference !== 'same')
    if (!left) await updateImport(writer, imported.id, { state: 'applied' })
  })
}
