import { crc32 } from 'node:zlib';
import type { Call } from '../protocol/serve.ts';
import { S3Refusal } from './refusal.ts';

/** The bytes of an upload, taken out of the SDK's chunked encoding and held against its CRC-32 when it sent one. */
export function uploadedBytes(call: Call): Uint8Array {
  const chunked = String(call.headers['x-amz-content-sha256'] ?? '').startsWith('STREAMING-');
  const { bytes, trailer } = chunked ? decodeChunks(call.body) : { bytes: call.body, trailer: '' };
  const announced = call.headers['x-amz-checksum-crc32'] ?? /x-amz-checksum-crc32:(\S+)/.exec(trailer)?.[1];
  if (announced === undefined) return bytes;
  const computed = Buffer.alloc(4);
  computed.writeUInt32BE(crc32(bytes));
  if (announced === computed.toString('base64')) return bytes;
  throw new S3Refusal('BadDigest', 400, 'The CRC32 you specified did not match the calculated checksum.');
}

/** `<size in hex>[;extension]\r\n<bytes>\r\n …` up to a chunk of size 0, which the trailing headers follow. */
function decodeChunks(body: Buffer): { bytes: Buffer; trailer: string } {
  const chunks: Buffer[] = [];
  let position = 0;
  while (position < body.length) {
    const lineEnd = body.indexOf('\r\n', position);
    const size = Number.parseInt(body.toString('latin1', position, lineEnd), 16);
    if (lineEnd < 0 || Number.isNaN(size)) break;
    const start = lineEnd + 2;
    if (size === 0) return { bytes: Buffer.concat(chunks), trailer: body.toString('latin1', start) };
    chunks.push(body.subarray(start, start + size));
    position = start + size + 2;
  }
  throw new S3Refusal('IncompleteBody', 400, 'The request body terminated unexpectedly');
}
