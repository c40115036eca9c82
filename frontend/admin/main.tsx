import './app/no-eval.ts';
import './styles/mantine.ts';
import { MantineProvider } from '@mantine/core';
import { createRoot } from 'react-dom/client';
import { businessOf } from '../common/business-slug.ts';
import { takeLinkToken } from '../common/link-token.ts';
import { createStaffSide } from '../common/staff-side.ts';
import { App } from './app/App.tsx';
import { theme } from './styles/theme.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

const side = createStaffSide({
  business: businessOf(location.hostname),
  language: () => document.documentElement.lang,
});

createRoot(root).render(
  // Variables and classes come from our own sheets: Mantine would insert <style> elements.
  <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
    <App side={side} browserLanguage={navigator.language} linkToken={takeLinkToken()} />
  </MantineProvider>,
);
