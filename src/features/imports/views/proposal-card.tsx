// SPDX-License-Identifier: AGPL-3.0-or-later
import { Icon } from '../../../ui/icon.tsx'
import { Tag } from '../../../ui/tag.tsx'
import type { Edition } from '../../catalogue/index.ts'
import { importPaths } from '../addresses.ts'
import type { Assessment } from '../review/assess-proposals.ts'
import type { ImportParams, ReviewAddress } from './address-words.ts'
import { RecordView } from './record-view.tsx'
import { SourcePane } from './source-pane.tsx'
import { confidenceLook, differenceLook, faultWords, lineTitle } from './words.ts'

type ProposalCardProps = {
  readonly where: ImportParams
  readonly assessment: Assessment
  readonly edition: Edition | undefined
  /** The filters to come back to. */
  readonly address: ReviewAddress
  /** The next proposal. */
  readonly next: number | undefined
}

/** One proposal beside its source text, with its buttons. */
export function ProposalCard({ where, assessment, edition, address, next }: ProposalCardProps) {
  const { proposal, subject } = assessment
  const id = `proposta-${proposal.id}`
  const title = lineTitle(assessment, edition)
  return (
    <article class="t-proposal" id={id} aria-labelledby={`${id}-titolo`}>
      <h4 id={`${id}-titolo`} class="h5">
        {title ? (
          <>
            <span class="t-code">{subject}</span> {title}
          </>
        ) : (
          subject
        )}
      </h4>
      <Tags assessment={assessment} />
      <Doubts assessment={assessment} />
      <div class="t-halves">
        <RecordView assessment={assessment} />
        <SourcePane source={proposal.source} subject={subject} />
      </div>
      <Actions where={where} assessment={assessment} address={address} next={next} />
    </article>
  )
}

function Tags({ assessment: { proposal, difference, faults, removals, open } }: { assessment: Assessment }) {
  const { decision, edited, confidence } = proposal
  const [tone, icon, label] = confidenceLook(confidence)
  const [differenceTone, differenceIcon, differenceLabel] = differenceLook[difference]
  return (
    <p class="t-tags">
      {decision === 'accepted' && <Tag tone="success" icon="check-circle" label="Accettata" />}
      {decision === 'discarded' && <Tag tone="quiet" icon="ban" label="Scartata" />}
      {decision === 'pending' && <Tag tone={differenceTone} icon={differenceIcon} label={differenceLabel} />}
      {edited ? (
        <Tag tone="info" icon="pencil" label="Corretta a mano" />
      ) : (
        <Tag tone={tone} icon={icon} label={label} />
      )}
      {open && faults.length > 0 && <Tag tone="danger" icon="warning-circle" label="Da correggere" />}
      {removals.length > 0 && <Tag tone="warning" icon="minus-circle" label="Toglie qualcosa" />}
    </p>
  )
}

/** Why it cannot be stored, and the doubts about how it was read. */
function Doubts({ assessment }: { assessment: Assessment }) {
  const { proposal, faults, repeated } = assessment
  const doubts = [
    ...faults.map((fault) => faultWords(assessment, fault)),
    ...(repeated ? ['Il file ne parla più volte: accettare una sola delle proposte, o riunirle in una.'] : []),
    ...proposal.warnings,
  ]
  if (doubts.length === 0) return null
  return (
    <ul class="t-doubts">
      {doubts.map((doubt) => (
        <li key={doubt}>{doubt}</li>
      ))}
    </ul>
  )
}

type ActionsProps = Omit<ProposalCardProps, 'edition'>

function Actions({ where, assessment, address, next }: ActionsProps) {
  const { proposal, open, faults, subject } = assessment
  const id = String(proposal.id)
  const mayAccept = (open && faults.length === 0) || proposal.decision === 'discarded'
  if (!open && !mayAccept) return null
  return (
    <form class="t-actions" action={importPaths.proposalsAccepted(where)} method="post">
      <input type="hidden" name="quali" value="una" />
      <input type="hidden" name="proposta" value={id} />
      {next !== undefined && <input type="hidden" name="poi" value={String(next)} />}
      <ReturnFields address={address} />
      {mayAccept && (
        <button type="submit" class="btn btn-primary">
          Accetta<span class="visually-hidden"> {subject}</span>
        </button>
      )}
      {open && (
        <>
          <a class="btn btn-outline-primary" href={importPaths.proposal({ ...where, proposal: id }, { ...address })}>
            <Icon name="pencil" /> Modifica<span class="visually-hidden"> {subject}</span>
          </a>
          <button type="submit" class="btn btn-outline-danger" formaction={importPaths.proposalsDiscarded(where)}>
            Scarta<span class="visually-hidden"> {subject}</span>
          </button>
        </>
      )}
    </form>
  )
}

/** Hidden fields with the filters, so that the answer leads back to the same list. */
export const ReturnFields = ({ address }: { address: ReviewAddress }) => (
  <>
    {Object.entries(address).map(
      ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
    )}
  </>
)
