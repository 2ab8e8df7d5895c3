// SPDX-License-Identifier: AGPL-3.0-or-later

import { z } from 'zod'
import { notFound } from '../../../kernel/errors.ts'
import { page, seeOther } from '../../../platform/http/answer.ts'
import { formRoute } from '../../../platform/http/form-route.ts'
import { type Route, route } from '../../../platform/http/route.ts'
import { importActions } from '../actions.ts'
import { importPaths } from '../addresses.ts'
import { acceptProposals } from '../deciding/accept-proposals.ts'
import { discardProposal } from '../deciding/discard-proposal.ts'
import { editProposal } from '../deciding/edit-proposal.ts'
import { sureFrom } from '../model.ts'
import { addressOf, findReview, type ImportPageDependencies, ImportParams, Key } from '../page-requests.ts'
import type { ImportReview } from '../stored/readers.ts'
import { ReviewAddress, reviewPath } from '../views/address-words.ts'
import { EditPage } from '../views/edit-page.tsx'
import type { Assessment } from './assess-proposals.ts'

const ProposalParams = ImportParams.extend({ proposal: Key })

/** Where to go after a decision: the same list, at the next proposal. */
const Return = ReviewAddress.extend({ poi: Key.optional() })

const Acceptance = z.discriminatedUnion('quali', [
  Return.extend({ quali: z.literal('una'), proposta: Key }),
  Return.extend({ quali: z.literal('gruppo'), gruppo: z.string().max(40) }),
  Return.extend({ quali: z.literal('sicure') }),
])

/** The forms to accept, discard and correct proposals. */
export const reviewPages = ({ imports, useCases, site }: ImportPageDependencies): readonly Route[] => [
  formRoute({
    method: 'POST',
    path: importPaths.proposalsAccepted,
    permission: importActions.importPlans,
    params: ImportParams,
    body: Acceptance,
    async handle({ params, body, viewer }) {
      const count = await acceptProposals(useCases, addressOf(params), selectionOf(body), viewer.actor)
      return seeOther(whereNext(params, body, { esito: 'accettate', quante: String(count) }))
    },
  }),
  formRoute({
    method: 'POST',
    path: importPaths.proposalsDiscarded,
    permission: importActions.importPlans,
    params: ImportParams,
    body: Return.extend({ proposta: Key }),
    async handle({ params, body }) {
      await discardProposal(useCases, addressOf(params), Number(body.proposta))
      return seeOther(whereNext(params, body, { esito: 'scartata' }))
    },
  }),
  route({
    method: 'GET',
    path: importPaths.proposal,
    permission: importActions.importPlans,
    params: ProposalParams,
    query: ReviewAddress,
    async handle({ params, query: address }) {
      const review = await findReview(imports, params)
      return page(
        <EditPage site={site} review={review} assessment={findProposal(review, params.proposal)} address={address} />,
      )
    },
  }),
  formRoute({
    method: 'POST',
    path: importPaths.proposal,
    permission: importActions.importPlans,
    params: ProposalParams,
    limit: 512 * 1024,
    body: ReviewAddress.extend({ azione: z.enum(['salva', 'accetta']).default('salva') }).catchall(z.string()),
    async handle({ params, body: { azione, mostra, tipo, capitolo, differenza, pagina, ...typed }, viewer }) {
      const id = Number(params.proposal)
      await editProposal(useCases, addressOf(params), id, typed)
      const address = { mostra, tipo, capitolo, differenza, pagina }
      if (azione === 'salva')
        return seeOther(whereNext(params, { ...address, poi: params.proposal }, { esito: 'corretta' }))
      const count = await acceptProposals(useCases, addressOf(params), { by: 'one', id }, viewer.actor)
      return seeOther(whereNext(params, address, { esito: 'accettate', quante: String(count) }))
    },
    async again({ params }, refusal) {
      const review = await findReview(imports, params)
      const address = ReviewAddress.safeParse(refusal.values).data ?? {}
      return (
        <EditPage
          site={site}
          review={review}
          assessment={findProposal(review, params.proposal)}
          address={address}
          refusal={refusal}
        />
      )
    },
  }),
]

function selectionOf(body: z.infer<typeof Acceptance>): Parameters<typeof acceptProposals>[2] {
  switch (body.quali) {
    case 'una':
      return { by: 'one', id: Number(body.proposta) }
    case 'gruppo':
      return { by: 'group', group: body.gruppo }
    case 'sicure':
      return { by: 'confidence', from: sureFrom }
  }
}

function whereNext(
  params: z.infer<typeof ImportParams>,
  { mostra, tipo, capitolo, differenza, pagina, poi }: z.infer<typeof Return>,
  outcome: Readonly<Record<string, string>>,
): string {
  const where = { slug: params.slug, id: params.id }
  const address = reviewPath(where, { mostra, tipo, capitolo, differenza, pagina, ...outcome })
  return poi ? `${address}#proposta-${poi}` : address
}

function findProposal({ assessments }: ImportReview, id: string): Assessment {
  const found = assessments.find(({ proposal }) => String(proposal.id) === id)
  if (!found) throw notFound(`Proposta ${id}`)
  return found
}
