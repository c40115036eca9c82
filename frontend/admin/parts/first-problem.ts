export const focusable = 'input:enabled, select:enabled, textarea:enabled, button:enabled';

/**
 * After the problems of a form are drawn, shows the first one and puts the cursor there. Groups of controls cannot be
 * invalid themselves: `data-problem` marks them, and the cursor goes to the first control inside.
 */
export function focusFirstProblem(form: HTMLFormElement): void {
  requestAnimationFrame(() => {
    const problem = form.querySelector<HTMLElement>('[aria-invalid="true"], [data-problem]');
    if (!problem) return;
    const control = problem.matches(focusable) ? problem : problem.querySelector<HTMLElement>(focusable);
    problem.scrollIntoView({ block: 'center' });
    control?.focus({ preventScroll: true });
  });
}
