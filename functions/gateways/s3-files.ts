import { GetObjectCommand, HeadObjectCommand, S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { clientBehaviour, withDeadline } from './calls.ts';
import type { Files } from './files.ts';

/** Seconds. */
const uploadTime = 600;
const downloadTime = 300;
/** Enough of a file to tell what it is. */
const firstBytes = 64;

/** Without s3:ListBucket, which nobody here has, S3 answers 403 for a file that is not there. */
const isMissing = (error: unknown): boolean =>
  error instanceof S3ServiceException && [403, 404].includes(error.$metadata.httpStatusCode ?? 0);

/** The header that makes a browser save the file under a name (RFC 6266): plain for old ones, exact for the others. */
export function attachmentNamed(fileName: string): string {
  const plain = fileName
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\%/:*?<>|;]/g, '_')
    .trim();
  const exact = encodeURIComponent(fileName.replace(/[\p{Cc}/\\]/gu, '_').toWellFormed()).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain || 'file'}"; filename*=UTF-8''${exact}`;
}

/** A bucket of S3. */
export function s3Files({
  bucket,
  client = new S3Client({ ...clientBehaviour, responseChecksumValidation: 'WHEN_REQUIRED' }),
}: {
  bucket: string;
  client?: S3Client;
}): Files {
  return {
    uploadForm: (key, contentType, mostBytes) =>
      createPresignedPost(client, {
        Bucket: bucket,
        Key: key,
        Fields: { 'Content-Type': contentType },
        Conditions: [
          ['eq', '$key', key],
          ['eq', '$Content-Type', contentType],
          ['content-length-range', 1, mostBytes],
        ],
        Expires: uploadTime,
      }),

    async peek(key) {
      const file = { Bucket: bucket, Key: key };
      try {
        const { ContentLength = 0 } = await client.send(new HeadObjectCommand(file), withDeadline());
        // A range of an empty file is an error.
        if (ContentLength === 0) return { bytes: 0, first: new Uint8Array() };
        const range = { ...file, Range: `bytes=0-${firstBytes - 1}` };
        const { Body } = await client.send(new GetObjectCommand(range), withDeadline());
        return { bytes: ContentLength, first: (await Body?.transformToByteArray()) ?? new Uint8Array() };
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },

    async read(key) {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }), withDeadline());
        return await Body?.transformToByteArray();
      } catch (error) {
        if (isMissing(error)) return undefined;
        throw error;
      }
    },

    downloadUrl: (key, fileName) =>
      getSignedUrl(
        client,
        new GetObjectCommand({ Bucket: bucket, Key: key, ResponseContentDisposition: attachmentNamed(fileName) }),
        { expiresIn: downloadTime },
      ),
  };
}
