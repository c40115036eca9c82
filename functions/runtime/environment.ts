/** A variable that the infrastructure sets for this function. Throws an Error that names the missing one. */
export function env(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`the environment variable ${name} is not set`);
  return value;
}

/** A variable that only some places set; undefined where it is not. */
export const optionalEnv = (name: string): string | undefined => process.env[name] || undefined;
