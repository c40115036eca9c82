import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK } from 'jose';
import type { SigningKey } from './store.ts';

/** A pool's RS256 key: the private half signs, the public half verifies and is published. */
export interface PoolKey {
  readonly id: string;
  readonly sign: CryptoKey;
  readonly verify: CryptoKey;
  /** As `/.well-known/jwks.json` shows it. */
  readonly published: JWK;
}

/** A fresh key in the form the data file keeps. */
export async function newSigningKey(): Promise<SigningKey> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const { n = '', e = '', d = '', ...rest } = await exportJWK(privateKey);
  return { ...rest, kty: 'RSA', n, e, d, kid: await calculateJwkThumbprint({ kty: 'RSA', n, e }) };
}

export async function poolKey(saved: SigningKey): Promise<PoolKey> {
  const published: JWK = { kty: 'RSA', n: saved.n, e: saved.e, alg: 'RS256', use: 'sig', kid: saved.kid };
  return { id: saved.kid, sign: await rs256(saved), verify: await rs256(published), published };
}

async function rs256(jwk: JWK): Promise<CryptoKey> {
  const key = await importJWK(jwk, 'RS256');
  if (key instanceof Uint8Array) throw new Error('A pool key must be an RSA key.');
  return key;
}
