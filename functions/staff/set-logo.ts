import type { Business } from '../../shared/domain/business.ts';
import { Refusal, refuseUnless } from '../../shared/domain/refusal.ts';
import type { Files } from '../gateways/files.ts';
import type { Handler } from '../http/request.ts';
import { announce } from '../store/event-writes.ts';
import { keys } from '../store/keys.ts';
import { rowOf } from '../store/stored.ts';
import { replace } from '../store/table.ts';
import { looksLike } from './file-type.ts';
import { logoKey, logoTypes } from './logo-files.ts';

export const setLogo: Handler<'staff', 'setLogo'> = async (request) => {
  const { slug, instance } = request;
  const logo = await uploadedLogo(instance.media, slug, request.body.uploadId);
  return request.change(async () => {
    const { business: before } = await request.reloadConfiguration();
    const business: Business = { ...before.value, brand: { ...before.value.brand, logo } };
    return {
      writes: [
        replace(rowOf(keys.business(slug), business), before.version),
        announce(request.event('business.changed', { fields: 'logo' })),
      ],
      reply: { business, version: before.version + 1 },
    };
  });
};

/** The key of the uploaded file under `/media/`. Refusals: `upload_missing`, `upload_wrong_type`. */
async function uploadedLogo(media: Files, slug: string, uploadId: string): Promise<string> {
  for (const type of logoTypes) {
    const key = logoKey(slug, uploadId, type);
    const file = await media.peek(key);
    if (!file) continue;
    refuseUnless(looksLike(type, file.first), 'upload_wrong_type');
    return key.slice('media/'.length);
  }
  throw new Refusal('upload_missing');
}
