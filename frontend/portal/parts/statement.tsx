import { useState } from 'preact/hooks';
import type { StatementView } from '../../../shared/contract/views.ts';
import { newestPart } from '../../../shared/domain/statement-part.ts';
import { type StatementContext, statementInWords } from '../../../shared/wording/describe-statement.ts';
import { usePortal } from '../portal-context.ts';

/** Moves that are shown at first: more than a usual month has, fewer than a screen can hold. */
const shownAtFirst = 12;

/** Every plus and minus of one number, in sentences, with what was left after each: together they are the number. */
export function Statement({
  statement,
  ...given
}: Omit<StatementContext, 'tongue' | 'currency'> & { statement: StatementView }) {
  const { business, tongue } = usePortal();
  const words = tongue.words.statement;
  const [whole, setWhole] = useState(false);
  const part = whole ? statement : newestPart(statement, shownAtFirst);
  const { opening, lines, total } = statementInWords(part, { ...given, tongue, currency: business.currency });
  if (lines.length === 0 && opening === undefined) return <p>{words.nothing}</p>;
  return (
    <>
      <p class="muted">{words.lead}</p>
      {part.moves.length < statement.moves.length && (
        <button type="button" class="secondary" onClick={() => setWhole(true)}>
          {words.earlier}
        </button>
      )}
      <table class="statement">
        <thead>
          <tr>
            <th scope="col">{words.what}</th>
            <th scope="col">{words.change}</th>
            <th scope="col">{words.left}</th>
          </tr>
        </thead>
        <tbody>
          {opening && (
            <tr>
              <td>{opening.text}</td>
              <td />
              <td>{opening.left}</td>
            </tr>
          )}
          {lines.map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines are never moved, and two of a day may read alike
            <tr key={at}>
              <td>
                {line.text}
                <span class="when">
                  <time dateTime={line.on}>{line.day}</time>
                  {line.detail === undefined ? '' : ` · ${line.detail}`}
                </span>
              </td>
              <td>{line.change}</td>
              <td>{line.left}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="lead">{total}.</p>
    </>
  );
}
