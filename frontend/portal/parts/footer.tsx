import { usePortal } from '../portal-context.ts';
import { LanguageSwitch } from './language-switch.tsx';

export function Footer() {
  const { business } = usePortal();
  return (
    <footer class="footer">
      <span>{business.name}</span>
      <LanguageSwitch />
    </footer>
  );
}
