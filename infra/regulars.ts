import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import type { Deployment } from './constructs/function.ts';
import { ApiStack } from './stacks/api.ts';
import { DataStack } from './stacks/data.ts';
import { EdgeStack } from './stacks/edge.ts';
import { IdentityStack } from './stacks/identity.ts';
import { MailStack } from './stacks/mail.ts';
import { MonitoringStack } from './stacks/monitoring.ts';
import { WebStack } from './stacks/web.ts';
import { WorkStack } from './stacks/work.ts';
import type { Stage, StageSettings } from './stages.ts';
import { settled } from './stages.ts';

export interface AppOptions {
  readonly stages: readonly Stage[];
  /** One folder per function, as `build` leaves them. */
  readonly functionsFolder: string;
  /** The built faces, `portal` and `admin`. */
  readonly webFolder: string;
  /** Where the assembly is written; the CDK command line decides unless told. */
  readonly outdir?: string;
  /** Added to the context of `cdk.json`. */
  readonly context?: Readonly<Record<string, unknown>>;
}

/**
 * The whole system, for each of the stages, or only for the one that the context names as `stage`. Every synthesis also runs the rule packs: an unexplained
 * finding fails it.
 */
export function regulars({ stages, functionsFolder, webFolder, outdir, context }: AppOptions): App {
  const app = new App({ context: { ...defaultContext(), ...context }, ...(outdir ? { outdir } : {}) });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  const only: unknown = app.node.tryGetContext('stage');
  for (const stage of stages.filter(({ name }) => only === undefined || name === only))
    addStage(app, { stage: settled(stage, settingsOf(app, stage)), functionsFolder, webFolder });
  return app;
}

function addStage(app: App, deployment: Deployment): void {
  const { stage } = deployment;
  const id = (name: string) => `regulars-${stage.name}-${name}`;
  const account = process.env.CDK_DEFAULT_ACCOUNT;
  const inRegion = (region: string, description: string) => ({
    env: { region, ...(account ? { account } : {}) },
    description: `Regulars ${stage.name}: ${description}`,
    tags: { system: 'regulars', stage: stage.name },
  });
  const here = (description: string) => inRegion(stage.region, description);

  const data = new DataStack(app, id('data'), deployment, here('table, documents, keys and backups'));
  const { key, table, documents, media, stripeSecret } = data;
  const identity = new IdentityStack(app, id('identity'), deployment, { key, table }, here('people who sign in'));
  const { members, staff } = identity;
  const { mail } = new MailStack(app, id('mail'), deployment, here('sending mail'));
  const before = { key, table, documents, media, stripeSecret, members, staff, mail };
  const work = new WorkStack(app, id('work'), deployment, before, here('events, queues and jobs'));
  const { bus, queues } = work;
  const api = new ApiStack(app, id('api'), deployment, { ...before, bus, queues }, here('HTTP API'));
  const { certificate, firewallArn } = new EdgeStack(
    app,
    id('edge'),
    deployment,
    inRegion('us-east-1', 'certificate and firewall'),
  );
  const shown = { documents, media, api: api.api, certificate, firewallArn };
  new WebStack(app, id('web'), deployment, shown, here('pages, pictures and the way to the API'));
  new MonitoringStack(
    app,
    id('monitoring'),
    deployment,
    {
      key,
      table,
      api: api.api,
      functions: [...api.functions, ...work.functions, ...identity.functions],
      queues: Object.values(queues),
      undelivered: work.undelivered,
    },
    here('dashboard and alarms'),
  );
}

/** The command line passes the context of `cdk.json` itself; tests and the laptop read it from here. */
function defaultContext(): Record<string, unknown> {
  const file = join(dirname(fileURLToPath(import.meta.url)), '..', 'cdk.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { context: Record<string, unknown> }).context;
}

/** An operator's settings of a stage: `regulars:<stage>` in the context, then single keys given with `-c`. */
function settingsOf(app: App, stage: Stage): StageSettings {
  const saved = (app.node.tryGetContext(`regulars:${stage.name}`) ?? {}) as StageSettings;
  const given = ['domain', 'hostedZoneId', 'alarmEmail', 'siteOrigin'].flatMap((name) => {
    const value: unknown = app.node.tryGetContext(name);
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  return { ...saved, ...Object.fromEntries(given) };
}
