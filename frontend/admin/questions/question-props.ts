import type { StaffQuestion } from '../../../shared/contract/question-views.ts';

/** Names a question. */
export interface QuestionPath {
  readonly memberId: string;
  readonly questionId: string;
}

/** A question on the screen, and how its parts change it. */
export interface QuestionProps {
  readonly question: StaffQuestion;
  readonly path: QuestionPath;
  readonly reload: () => void;
  readonly onQuestion: (question: StaffQuestion) => void;
}
