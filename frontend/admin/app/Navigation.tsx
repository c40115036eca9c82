import { ActionIcon, Menu, VisuallyHidden } from '@mantine/core';
import { LogOut, Menu as MenuIcon } from 'lucide-react';
import { Link, useLocation } from 'wouter';
import { useDesk } from './desk.ts';
import styles from './Navigation.module.css';
import { usePage } from './page.ts';
import { type CountedPlace, usePlaceCounts } from './place-counts.ts';
import { places } from './places.ts';
import { useLogout } from './use-logout.ts';

function usePlaces() {
  const { may } = useDesk();
  const [path] = useLocation();
  return places
    .filter(({ permission }) => may(permission))
    .map((place) => ({ ...place, here: path === place.href || path.startsWith(`${place.href}/`) }));
}

/** How much waits at a place; nothing where nothing does. */
function Count({ place }: { place: CountedPlace }) {
  const words = usePage().speech.words.shell;
  const count = usePlaceCounts().counts[place];
  if (!count) return null;
  return (
    <span className={styles.count}>
      <span aria-hidden>{count}</span>
      <VisuallyHidden>{words.counts[place](count)}</VisuallyHidden>
    </span>
  );
}

/** At the side of a wide screen: the salon, the places, who I am. */
export function Side() {
  const { business, speech } = usePage();
  const { self } = useDesk();
  const words = speech.words.shell;
  const logout = useLogout();
  return (
    <section className={styles.side} aria-label={business?.name}>
      <p className={styles.business}>
        <span className={styles.mark} style={{ backgroundColor: business?.brand.colour }} aria-hidden />
        {business?.name}
      </p>
      <nav aria-label={words.navigation} className={styles.places}>
        {usePlaces().map(({ name, href, icon: Icon, here, counted }) => (
          <Link key={href} href={href} className={styles.place} aria-current={here ? 'page' : undefined}>
            <Icon size={16} aria-hidden />
            {words[name]}
            {counted !== undefined && <Count place={counted} />}
          </Link>
        ))}
      </nav>
      <div className={styles.self}>
        <span className={styles.name}>{self.name}</span>
        <span className={styles.role}>{words.roles[self.role]}</span>
        <button type="button" className={styles.place} onClick={logout}>
          <LogOut size={16} aria-hidden />
          {words.logout}
        </button>
      </div>
    </section>
  );
}

/** On a narrow screen: the same behind one button. */
export function Narrow() {
  const { speech } = usePage();
  const { self } = useDesk();
  const words = speech.words.shell;
  const logout = useLogout();
  return (
    <div className={styles.narrow}>
      <Menu position="bottom-end" width={220} shadow="md" withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <ActionIcon variant="default" size="input-sm" aria-label={words.menu}>
            <MenuIcon size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {usePlaces().map(({ name, href, icon: Icon, here, counted }) => (
            <Menu.Item
              key={href}
              component={Link}
              href={href}
              leftSection={<Icon size={16} aria-hidden />}
              aria-current={here ? 'page' : undefined}
            >
              {words[name]}
              {counted !== undefined && <Count place={counted} />}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Label>
            {self.name} · {words.roles[self.role]}
          </Menu.Label>
          <Menu.Item leftSection={<LogOut size={16} aria-hidden />} onClick={logout}>
            {words.logout}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
