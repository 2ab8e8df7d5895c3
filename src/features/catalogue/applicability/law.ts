// SPDX-License-Identifier: AGPL-3.0-or-later
import { dutySources } from '../duties/duty-words.ts'
import type { Duty } from '../duties/model.ts'
import type { ActionLine, Addressees, Applicability, BindingDuty, Edition } from '../model.ts'

/** Judges a body by one rule. */
type Judge = (rule: Addressees) => Applicability

/**
 * The duties that bind a body by their own rules, or may do so once more is known. Those without rules of their own bind
 * whom their line binds: they are not here.
 */
export const assessDuties = (duties: readonly Duty[] = [], judge: Judge): readonly BindingDuty[] =>
  duties.flatMap((duty) => {
    if (!duty.binds) return []
    const applicability = anyOf(duty.binds.map(judge))
    return applicability.verdict === 'does-not-apply' ? [] : [{ duty, applicability }]
  })

/** One rule that binds is enough; where none surely does, all that would decide is asked. */
function anyOf(answers: readonly Applicability[]): Applicability {
  const open = answers.filter(({ verdict }) => verdict !== 'does-not-apply')
  const decided = open.find(({ verdict }) => verdict === 'applies') ?? (open.length === 0 ? answers[0] : undefined)
  if (decided) return decided
  return {
    verdict: 'to-verify',
    reason: open.map(({ reason }) => reason).join('. '),
    missing: [...new Set(open.flatMap(({ missing = [] }) => missing))],
  }
}

/** The duties of an edition that touch one of its lines: those that name its cycle and the line’s code. */
export function dutiesOn(
  { duties = [], triennium }: Pick<Edition, 'duties' | 'triennium'>,
  code: ActionLine['code'],
): readonly Duty[] {
  const cycle = `${triennium.from}-${triennium.to}`
  return duties.filter(({ line }) => line?.cycle === cycle && line.code === code)
}

/**
 * The verdict on a line once the law has spoken: what it compels binds, whatever the plan leaves free or the body chose.
 * @param own by the line’s rule
 * @param touching the duties on the line
 * @param binding those that bind the body by their own rules
 */
export function underLaw(
  own: Applicability,
  touching: readonly Duty[],
  binding: readonly BindingDuty[],
): Applicability {
  const found = touching.flatMap((duty): readonly BindingDuty[] => {
    const applicability = duty.binds ? binding.find((one) => one.duty === duty)?.applicability : own
    return applicability && applicability.verdict !== 'does-not-apply' ? [{ duty, applicability }] : []
  })
  if (found.length === 0) return own
  const law = found.map(({ duty }) => duty)
  const compelling = found.filter(({ duty }) => duty.line?.compels)
  const sure = compelling.find(({ applicability }) => applicability.verdict === 'applies')
  if (sure)
    return { verdict: 'applies', reason: `${legalDuty} (${sourcesOf(sure)}). ${sure.applicability.reason}`, law }
  const [open] = compelling
  if (!open || own.verdict === 'applies') return { ...own, law }
  const { reason, missing } = open.applicability
  const words = `${legalDuty} da verificare (${sourcesOf(open)}). ${reason}`
  return { verdict: 'to-verify', reason: words, ...(missing && { missing }), law }
}

const legalDuty = 'Obbligo di legge'
const sourcesOf = ({ duty }: BindingDuty): string => dutySources(duty)
