import { MessageCircle } from 'lucide-preact';
import { Link } from 'wouter-preact';
import { usePortal } from '../portal-context.ts';

/** The salon has answered: the way to it, on the first screen (004-020). */
export function AnswerNotice() {
  const { questions } = usePortal().tongue.words;
  return (
    <p class="notice wait answered">
      <MessageCircle aria-hidden="true" size={20} />
      <Link href="/portal/questions">{questions.toAnswers}</Link>
    </p>
  );
}
