/** Reads one secret: its text, or one field of it when it is JSON. */
export type ReadSecret = (secretId: string, jsonKey: string) => Promise<string>;

const reference = /\{\{resolve:secretsmanager:([^{}]+)\}\}/g;

/** `<id>:SecretString:<key>:<stage>:<version>`, where an id that is an ARN has colons of its own. */
function parse(text: string): { secretId: string; jsonKey: string } {
  const [, secretId = text, jsonKey = ''] =
    /^(arn:[^:]+:[^:]+:[^:]*:[^:]*:[^:]+:[^:]+|[^:]+)(?::SecretString(?::([^:]*))?.*)?$/.exec(text) ?? [];
  return { secretId, jsonKey };
}

/**
 * Puts the values of secrets in place of CloudFormation's dynamic references.
 *
 * @throws for a secret that does not exist, and for a kind of reference other than `secretsmanager`.
 */
export async function revealSecrets(text: string, readSecret: ReadSecret): Promise<string> {
  const found = [...text.matchAll(reference)];
  let revealed = text;
  for (const [whole, inner = ''] of found) {
    const { secretId, jsonKey } = parse(inner);
    const value = await readSecret(secretId, jsonKey);
    // A function, because a secret may hold `$&` and the like.
    revealed = revealed.replace(whole, () => value);
  }
  const other = /\{\{resolve:[^{}]+\}\}/.exec(revealed);
  if (other !== null) throw new Error(`The dynamic reference ${other[0]} has no local meaning.`);
  return revealed;
}
