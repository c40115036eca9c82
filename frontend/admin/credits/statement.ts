import type { CreditGroup, StatementView } from '../../../shared/contract/views.ts';

/** What a statement is about: a group of credits, also one of which nothing is left. */
export type Subject = Pick<CreditGroup, 'kind' | 'serviceIds'>;

const nameOf = ({ kind, serviceIds }: Subject): string => `${kind} ${[...serviceIds].sort().join(' ')}`;

export const isAbout = (subject: Subject, statement: StatementView): boolean => nameOf(subject) === nameOf(statement);

/** The statements to show: of one subject, or of everything that nothing is left of. */
export const wanted = (statements: readonly StatementView[], subject: Subject | 'nothing left'): StatementView[] =>
  statements.filter((one) => (subject === 'nothing left' ? one.balance === 0 : isAbout(subject, one)));
