import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod/mini';

/** How far a mapping has come in each shard of a stream. */
export interface Checkpoint {
  positionOf(shardId: string): string | undefined;
  isFinished(shardId: string): boolean;
  advance(shardId: string, sequenceNumber: string): void;
  finish(shardId: string): void;
  forget(shardId: string): void;
}

const Stored = z.object({ streamArn: z.string(), positions: z.record(z.string(), z.string()) });

const finished = 'finished';

/**
 * Opens the checkpoint of one stream, kept in `file` across restarts or in memory without one. A file of another stream
 * (the tables were created anew) counts for nothing.
 */
export function openCheckpoint(streamArn: string, file?: string): Checkpoint {
  const positions = new Map<string, string>(file ? load(file, streamArn) : []);

  function save(): void {
    if (!file) return;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, JSON.stringify({ streamArn, positions: Object.fromEntries(positions) }));
    // Renaming is atomic: a crash leaves the old checkpoint or the new one, never half of it.
    renameSync(`${file}.new`, file);
  }
  function set(shardId: string, position: string): void {
    positions.set(shardId, position);
    save();
  }
  return {
    positionOf: (shardId) => positions.get(shardId),
    isFinished: (shardId) => positions.get(shardId) === finished,
    advance: set,
    finish: (shardId) => set(shardId, finished),
    forget: (shardId) => {
      positions.delete(shardId);
      save();
    },
  };
}

function load(file: string, streamArn: string): [string, string][] {
  if (!existsSync(file)) return [];
  try {
    const stored = z.parse(Stored, JSON.parse(readFileSync(file, 'utf8')));
    return stored.streamArn === streamArn ? Object.entries(stored.positions) : [];
  } catch (error) {
    throw new Error(
      `The stream checkpoint ${file} cannot be read (${error}). Run \`npm start -- --fresh\` to begin anew.`,
    );
  }
}
