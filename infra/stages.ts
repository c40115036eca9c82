/** One deployment: its own region, data, people and address. Nothing is shared between two of them. */
export interface Stage {
  /** Part of every physical name. */
  readonly name: StageName;
  readonly region: string;
  /** Each business lives at `<slug>.<domain>`. The operator's own domain comes from the context (docs/operating.md). */
  readonly domain: string;
  /** Route 53 zone of the domain: given, not looked up, so that synthesis needs no credentials. */
  readonly hostedZoneId: string;
  /** Keep tables, buckets, pools and keys when their stack is deleted, and refuse to delete them. */
  readonly retainsData: boolean;
  /** Raise by one after putting a new value into the origin secret: CloudFront then sends the new one. */
  readonly originSecretGeneration: number;
  /** Where alarms are mailed. Given by the context only: an address does not belong in a repository. */
  readonly alarmEmail?: string;
  /** Address of a business, with `{business}` for its slug. `https://{business}.<domain>` unless told. */
  readonly siteOrigin?: string;
}

export const stageNames = ['dev', 'prod-eu', 'prod-us'] as const;
export type StageName = (typeof stageNames)[number];

/** Adding a region is adding a line here. Domains under `.example` are placeholders that `deploy` refuses. */
export const stages: Readonly<Record<StageName, Stage>> = {
  dev: {
    name: 'dev',
    region: 'eu-central-1',
    domain: 'dev.regulars.example',
    hostedZoneId: 'Z0000000000DEV',
    retainsData: false,
    originSecretGeneration: 1,
  },
  'prod-eu': {
    name: 'prod-eu',
    region: 'eu-central-1',
    domain: 'eu.regulars.example',
    hostedZoneId: 'Z000000000PRODEU',
    retainsData: true,
    originSecretGeneration: 1,
  },
  'prod-us': {
    name: 'prod-us',
    region: 'us-east-1',
    domain: 'us.regulars.example',
    hostedZoneId: 'Z000000000PRODUS',
    retainsData: true,
    originSecretGeneration: 1,
  },
};

export function isStageName(name: string): name is StageName {
  return stageNames.some((known) => known === name);
}

/** What an operator may set per stage in `cdk.context.json` under `regulars:<stage>`, or with `-c`. */
export type StageSettings = Partial<Pick<Stage, 'domain' | 'hostedZoneId' | 'alarmEmail' | 'siteOrigin'>>;

/** The stage with the operator's settings, and the address of a business (`{business}` stands for the slug). */
export function settled(stage: Stage, settings: StageSettings): Stage & { readonly siteOrigin: string } {
  const settledStage = { ...stage, ...settings };
  return { ...settledStage, siteOrigin: settledStage.siteOrigin ?? `https://{business}.${settledStage.domain}` };
}

/** A stage whose settings have been applied. */
export type SettledStage = ReturnType<typeof settled>;

/** The name of a function, queue, bus or pool in AWS: `regulars-<stage>-<name>`. */
export const physicalName = (stage: Pick<Stage, 'name'>, name: string): string => `regulars-${stage.name}-${name}`;

/** The secret that CloudFront shows to the API. */
export const originSecretName = (stage: Pick<Stage, 'name'>): string => physicalName(stage, 'origin');

/** The payment provider's keys. */
export const stripeSecretName = (stage: Pick<Stage, 'name'>): string => physicalName(stage, 'stripe');
