// SPDX-License-Identifier: AGPL-3.0-or-later
import { plural } from '../../../kernel/text.ts'
import { Pagination } from '../../../ui/pagination.tsx'
import type { Edition } from '../../catalogue/index.ts'
import { importPaths } from '../addresses.ts'
import type { Assessment } from '../review/assess-proposals.ts'
import { selectProposals } from '../review/select-proposals.ts'
import { type ImportParams, type ReviewAddress, reviewPath } from './address-words.ts'
import { ProposalCard, ReturnFields } from './proposal-card.tsx'
import { groupTitle } from './words.ts'

/** The number of proposals on a page: enough for a chapter, few enough to load quickly. */
const pageSize = 25

type ProposalListProps = {
  readonly where: ImportParams
  /** The filtered proposals, and all of them. */
  readonly found: readonly Assessment[]
  readonly all: readonly Assessment[]
  readonly edition: Edition | undefined
  readonly address: ReviewAddress
}

/** The proposals by group, a page at a time. */
export function ProposalList({ where, found, all, edition, address }: ProposalListProps) {
  const pages = Math.max(1, Math.ceil(found.length / pageSize))
  const page = Math.min(Number(address.pagina ?? 1), pages)
  const shown = found.slice((page - 1) * pageSize, page * pageSize)
  const groups = [...Map.groupBy(shown, ({ group }) => group)]
  if (found.length === 0) {
    return (
      <p class="t-empty">
        Nessuna proposta da mostrare. <a href={reviewPath(where, { mostra: 'tutte' })}>Mostra tutte le proposte</a>.
      </p>
    )
  }
  return (
    <>
      <p>{plural(found.length, 'proposta', 'proposte')} in elenco.</p>
      {groups.map(([group, members]) => (
        <section key={group} class="t-chapter" aria-labelledby={group}>
          <h3 id={group}>{groupTitle(group, edition)}</h3>
          <AcceptGroup where={where} group={group} all={all} address={address} title={groupTitle(group, edition)} />
          {members.map((assessment) => (
            <ProposalCard
              key={assessment.proposal.id}
              where={where}
              assessment={assessment}
              edition={edition}
              address={address}
              next={shown[shown.indexOf(assessment) + 1]?.proposal.id}
            />
          ))}
        </section>
      ))}
      <Pagination
        page={page}
        pages={pages}
        href={(number) => reviewPath(where, { ...address, pagina: String(number) })}
      />
    </>
  )
}

type AcceptGroupProps = {
  readonly where: ImportParams
  readonly group: string
  readonly all: readonly Assessment[]
  readonly address: ReviewAddress
  readonly title: string
}

/** The button for a whole group, including the proposals on other pages. */
function AcceptGroup({ where, group, all, address, title }: AcceptGroupProps) {
  const { length } = selectProposals(all, { by: 'group', group })
  if (length < 2) return null
  return (
    <form class="t-accept-group" action={importPaths.proposalsAccepted(where)} method="post">
      <input type="hidden" name="quali" value="gruppo" />
      <input type="hidden" name="gruppo" value={group} />
      <ReturnFields address={address} />
      <button type="submit" class="btn btn-outline-primary">
        Accetta {length} proposte<span class="visually-hidden"> di {title}</span>
      </button>
    </form>
  )
}
