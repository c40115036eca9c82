import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod/mini';

const Version = z.object({ id: z.string(), value: z.string(), stages: z.array(z.string()), createdAt: z.number() });
const Stored = z.record(z.string(), z.array(Version));

/** One version of a secret's value; `createdAt` in milliseconds. */
export type SecretVersion = z.infer<typeof Version>;

export type SecretStore = ReturnType<typeof openSecretStore>;

/** Keeps the versions of every secret by name: in `dataFile`, readable by its owner alone, or in memory without one. */
export function openSecretStore(dataFile?: string) {
  const secrets = dataFile && existsSync(dataFile) ? z.parse(Stored, JSON.parse(readFileSync(dataFile, 'utf8'))) : {};

  function save(): void {
    if (!dataFile) return;
    mkdirSync(dirname(dataFile), { recursive: true });
    writeFileSync(`${dataFile}.new`, JSON.stringify(secrets), { mode: 0o600 });
    renameSync(`${dataFile}.new`, dataFile);
  }

  return {
    versionsOf: (name: string): readonly SecretVersion[] => secrets[name] ?? [],
    /** Adds a version with the given stages and takes those from the others; AWSPREVIOUS follows AWSCURRENT. */
    put(name: string, value: string, stages: readonly string[], now: number, id: string = randomUUID()): SecretVersion {
      const earlier = secrets[name] ?? [];
      const moved = new Set(stages);
      for (const version of earlier) {
        const wasCurrent = version.stages.includes('AWSCURRENT') && moved.has('AWSCURRENT');
        const kept = version.stages.filter(
          (stage) => !moved.has(stage) && !(moved.has('AWSCURRENT') && stage === 'AWSPREVIOUS'),
        );
        version.stages = wasCurrent ? [...kept, 'AWSPREVIOUS'] : kept;
      }
      const version = { id, value, stages: [...stages], createdAt: now };
      secrets[name] = [...earlier.filter((each) => each.stages.length > 0), version];
      save();
      return version;
    },
  };
}
